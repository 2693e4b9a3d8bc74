// A page of an answer with one row per mention.
// Knows nothing of how the items were found and ranked.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "query/answer_rows.h"

namespace minutebook::query {

/// Adds the mentions of ranked `items` from `at` on to `results`, at most `most`; returns where the next page begins:
/// beyond the last item if there is none.
PageStart add_mention_page(RowMaker& rows, std::span<const Candidate> items, PageStart at, std::size_t most,
                           std::vector<Result>& results);

/// Of all items found. Throws TimeIsOver.
MentionCount count_all_mentions(RowMaker& rows, std::span<const FoundSets> found, TimeLimit& time);

}  // namespace minutebook::query
