// What the papers of an opened index say about words, from posting lists; dead papers and copies say nothing.
// Knows nothing of queries.
#pragma once

#include "query/open_index.h"
#include "query/paper_words.h"

namespace minutebook::query {

class IndexWords final : public PaperWords {
 public:
  /// `index` must outlive it.
  explicit IndexWords(OpenIndex::Parts& index) : index_(index) {}

  std::vector<AcronymMeaning> meanings(const std::string& capitals) override;
  std::vector<LongFormEntry> long_forms(const std::string& key_begins) override;
  std::vector<std::string> hyphenated(const std::string& joined) override;
  bool has_stem(const std::string& stem) override;
  std::vector<std::string> welsh_forms(const std::string& folded, const std::string& stem) override;

 private:
  std::vector<std::string> hyphenated_forms(const std::string& joined);
  /// Live items of a shard with the term.
  std::uint32_t items(OpenShard& shard, const std::string& term);
  std::uint64_t items(const std::string& term);

  OpenIndex::Parts& index_;
};

}  // namespace minutebook::query
