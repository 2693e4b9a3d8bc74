// The query as it was understood, for whoever reads the answer.
// Knows nothing of what was found.
#pragma once

#include "query/include/minutebook/answer.h"
#include "query/open_index.h"
#include "query/resolved.h"

namespace minutebook::query {

/// `count_labels`: also for each label how many items it brings.
Interpreted shown_query(OpenIndex::Parts& index, const ResolvedQuery& query, bool count_labels);

}  // namespace minutebook::query
