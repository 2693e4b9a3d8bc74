// What two papers of the index have in common, word for word, from the stored record.
// Knows nothing of meetings, kinds or sources.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "schema/shard.h"

namespace minutebook::indexer {

/// The words of a paper as hashes.
struct PaperContent {
  std::vector<std::uint64_t> shingles;  ///< ascending, each once
  std::vector<std::uint64_t> words;     ///< in their order
  std::vector<std::size_t> ends;        ///< of passages, in `words`
};

/// Shares of shingles, from 0 to 1.
struct Resemblance {
  double both = 0;     ///< in both, of those that are in one
  double smaller = 0;  ///< in both, of those of the paper that has fewer
};
Resemblance resemblance(const PaperContent& a, const PaperContent& b);

/// Passages of `copy` whose words do not stand in `whole` one after the other (query/show.cc shows the same ones).
std::uint32_t differing_passages(const PaperContent& copy, const PaperContent& whole);

/// Reads papers of one shard; keeps the hashes of its words.
class ContentReader {
 public:
  explicit ContentReader(const schema::Shard& shard) : shard_(shard), hashes_(shard.word_count(), 0) {}
  PaperContent read(std::uint32_t ordinal);

 private:
  const schema::Shard& shard_;
  std::vector<std::uint64_t> hashes_;  // by word; 0: not made yet
  std::vector<schema::ForwardPassage> passages_;
};

}  // namespace minutebook::indexer
