// What a run has to do for each source, decided before anything is read: nothing, read it, note that it is a copy, note
// that it cannot be read. Knows nothing of papers; it hashes files and compares with the rows of the current
// generation.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "indexer/source_scan.h"
#include "indexer/supplied_metadata.h"
#include "indexer/withdrawn.h"
#include "schema/index.h"

namespace minutebook::indexer {

enum class PlannedAction {
  keep,   ///< its row and its papers stay: unchanged, or out of reach for now (then `problem` says why)
  read,   ///< new or changed
  copy,   ///< the same bytes and metadata as `copy_of`
  refuse  ///< `problem` says why
};

struct PlannedSource {
  std::string path;
  std::string problem;
  SuppliedMetadata metadata;
  std::string digest;  ///< of the metadata
  std::string sha256;
  std::uint64_t bytes = 0;
  std::int64_t modified = 0;
  const schema::SourceRow* before = nullptr;  ///< its row in the current generation
  PlannedAction action = PlannedAction::read;
  std::string copy_of;                          ///< path of the original
  const schema::SourceRow* original = nullptr;  ///< its row; nullptr: it is read in this run, and comes earlier
};

struct PlanContext {
  const schema::Index& current;
  const Withdrawn& withdrawn;
  const MetadataSupplier& metadata;
  std::string councils_digest;
  std::vector<std::string> roots;  ///< the given paths, absolute
  bool prune = false;
  bool ocr = false;  ///< sources with pages that were not read are read again
  unsigned jobs = 1;
  const std::function<bool()>&
      stop;  ///< may be empty; once it is true no more sources are hashed, and none must be read
};

struct Plan {
  std::vector<PlannedSource> sources;  ///< ordered by path
  std::vector<std::string>
      retired;  ///< paths whose rows go: vanished (with prune), withdrawn, or folders that could not be read before
  std::uint64_t pruned = 0;     ///< of these, the vanished ones
  std::uint64_t gone = 0;       ///< vanished, and kept because pruning was not asked for
  std::uint64_t withdrawn = 0;  ///< found, and kept out
  std::vector<std::string> warnings;
};

/// A source is unchanged if its hash, metadata and URL are those of its row. Copies are found by hash and metadata; the
/// first path is the one that is read, unless another one is indexed already. Copies whose original goes are read in
/// its place.
Plan plan_run(const ScanResult& found, const PlanContext& context);

}  // namespace minutebook::indexer
