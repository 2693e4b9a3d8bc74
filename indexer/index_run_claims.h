// Which paper ids are taken: no two papers of an index share one, no source holds a paper twice word for word, none
// that is withdrawn comes back. Knows nothing of files or threads. Who keeps the id that several papers would have is
// settled when all are there (works_ids.h).
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "indexer/withdrawn.h"
#include "schema/index.h"

namespace minutebook::indexer {

/// A paper and the id it has in the index.
struct ClaimedPaper {
  schema::Paper paper;
  std::string id;
};

class PaperClaims {
 public:
  /// Ids of the living papers of `current` are taken, but for those of the sources in `leaving` (paths).
  PaperClaims(const schema::Index& current, const std::unordered_set<std::string>& leaving, const Withdrawn& withdrawn);

  /// Takes an id for each of a source's papers, another one than its own if that is taken. Drops papers that are
  /// withdrawn and those the source has twice word for word, with a warning in the row; a row whose papers are all
  /// dropped gets another status.
  std::vector<ClaimedPaper> settle(std::vector<schema::Paper> papers, schema::SourceRow& row);

 private:
  std::string withdrawn_id(const std::string& natural, const schema::SourceRow& row) const;
  std::string unused_id(const std::string& natural, const schema::SourceRow& row) const;

  std::unordered_set<std::string> taken_;
  const Withdrawn& withdrawn_;
};

}  // namespace minutebook::indexer
