// Words of a shard that differ from a typed word by a slip or two: letters swapped, left out, added or exchanged.
// Knows nothing of queries, and nothing of which words stand in live papers.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/shard.h"

namespace minutebook::query {

struct NearWord {
  std::string folded;
  int distance = 0;
  bool operator==(const NearWord&) const = default;
};

/// Folded forms of the shard's words at most `slips` (1 or 2) from `folded`, without itself, each once, in the order of
/// the alphabet. Swapping two neighbours is one slip (Damerau-Levenshtein, no letter touched twice); bytes count as
/// letters. `same_first`: only words that begin with the same letter. Looks at a small part of the shard's words.
std::vector<NearWord> near_words(const schema::Shard& shard, std::string_view folded, int slips, bool same_first);

}  // namespace minutebook::query
