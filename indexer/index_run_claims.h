// Which paper ids are taken: no two papers of an index share one, no paper is indexed twice word for word, none that is
// withdrawn comes back. Knows nothing of files or threads. Sources must be brought in order of their paths, so that the
// same sources get the same ids.
#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "indexer/withdrawn.h"
#include "schema/index.h"

namespace minutebook::indexer {

class PaperClaims {
 public:
  /// Ids of the living papers of `current` are taken, but for those of the sources in `leaving` (paths).
  PaperClaims(const schema::Index& current, const std::unordered_set<std::string>& leaving, const Withdrawn& withdrawn);

  /// Takes the ids of a source's papers. Drops papers that are withdrawn and those another source holds word for word;
  /// makes the id of a paper distinct if another paper has it. Each leaves a warning in the row; a row whose papers are
  /// all dropped gets another status.
  void settle(std::vector<schema::Paper>& papers, schema::SourceRow& row);

 private:
  struct Claim {
    std::string path;   // of its source
    std::string words;  // digest of its text; empty: to be made from the shard
    const schema::Shard* shard = nullptr;
    std::uint32_t ordinal = 0;
  };
  enum class Verdict { take, copy, withdrawn };
  Verdict settle_one(schema::Paper& paper, schema::SourceRow& row);
  bool same_words(Claim& claim, const std::string& words) const;

  std::unordered_map<std::string, Claim> claims_;
  const Withdrawn& withdrawn_;
};

}  // namespace minutebook::indexer
