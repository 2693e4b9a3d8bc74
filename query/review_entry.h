// One entry from the statements of a review: its name, stage, dates and members, its recommendations and what was said
// to them. Reads the papers in which they stand. Knows nothing of how the statements were found or joined.
#pragma once

#include <vector>

#include "query/include/minutebook/reviews.h"
#include "query/open_index.h"
#include "query/review_groups.h"

namespace minutebook::query {

Review make_review(OpenIndex::Parts& index, const std::vector<ReviewTrace>& traces, const TraceGroup& group);

}  // namespace minutebook::query
