// "Did you mean": words of a query that hardly any live item has, and words near them that many have. Offered with the
// exact number of items that the corrected query finds, never applied. Knows nothing of output formats.
#pragma once

#include <vector>

#include "query/include/minutebook/search.h"

namespace minutebook::query {

/// Corrections for an answered query, the most likely first; those that find nothing, or no more than the query as
/// typed, are not given. `options.read_again` reads the corrected query.
/// A word is looked at if it stands in two items at most (in twenty, where the answer is empty), and a word near it is
/// offered if it stands in fifty times as many. Words of removed papers and of copies are never offered.
std::vector<Suggestion> corrections(OpenIndex& index, const ResolvedQuery& query, const Answer& answer,
                                    const SearchOptions& options);

/// True if a live item that is no copy has a word with this folded form.
bool stands_in_live_item(OpenIndex::Parts& index, const std::string& folded);

/// Live items with a word of this stem.
std::uint64_t live_items_with_stem(OpenIndex::Parts& index, const std::string& stem);

}  // namespace minutebook::query
