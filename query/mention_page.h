// A page of an answer with one row per mention.
// Knows nothing of how the items were found and ranked.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "query/answer_rows.h"

namespace minutebook::query {

/// Adds the mentions of ranked `items` from `at` on to `results`, at most `most`; `at` is then where the next page
/// begins: beyond the last item if there is none. Throws TimeIsOver, with `at` behind what was added.
void add_mention_page(RowMaker& rows, std::span<const Candidate> items, PageStart& at, std::size_t most,
                      std::vector<Result>& results, TimeLimit& time);

/// Of all items found. Throws TimeIsOver.
MentionCount count_all_mentions(RowMaker& rows, std::span<const FoundSets> found, TimeLimit& time);

}  // namespace minutebook::query
