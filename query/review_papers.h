// Papers that are a review's own: its interim or final report, told from cover reports, responses and other papers by
// their titles and the sections that such reports have. A pure function of a paper's items. Knows nothing of the index.
#pragma once

#include <optional>
#include <vector>

#include "query/passage_words.h"
#include "query/read_items.h"
#include "query/review_signs.h"

namespace minutebook::query {

struct ReviewPaper {
  ReviewSign sign;       ///< with stage interim or final_report
  std::size_t item = 0;  ///< position of the item and passage that say so
  std::size_t passage = 0;
};

/// Kinds of papers that may hold a review's own report.
bool may_be_review_paper(schema::PaperKind kind);

/// `paper`: all its items. nullopt: it is no report of a review.
std::optional<ReviewPaper> review_paper(const std::vector<ReadItem>& paper, PassageReader& reader);

}  // namespace minutebook::query
