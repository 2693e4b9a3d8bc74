// What a search box may offer while somebody types: labels of the vocabulary, committees, words of papers.
// Knows nothing of queries: it completes the last words of a text, whatever they mean.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "query/include/minutebook/search.h"

namespace minutebook::query {

enum class CompletionKind { label, committee, word };

struct Completion {
  CompletionKind kind = CompletionKind::word;
  std::string text;         ///< as shown and typed
  std::uint64_t items = 0;  ///< items of the index that carry the label, belong to the committee or have a form of the
                            ///< word
  bool operator==(const Completion&) const = default;
};

/// Completions of what was typed (at least two letters or digits; case, accents and apostrophes do not count): labels
/// first, then committees, then words, each with most items first, at most `limit` of each. Committees by any of the
/// words of their names. Only what live papers have is given: a word of a removed paper is not.
std::vector<Completion> complete(OpenIndex& index, std::string_view typed, std::size_t limit);

}  // namespace minutebook::query
