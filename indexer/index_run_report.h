// What a run did, as counted while it did it. Printed by cli/command_index.cc.
// Knows nothing of how it was done.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "schema/shard.h"

namespace minutebook::indexer {

/// A source of which nothing was indexed.
struct SkippedSource {
  std::string path;
  std::string reason;
};

/// Each source that was found counts once: added, changed, unchanged, duplicate, failed, empty, exempt or withdrawn.
struct IndexReport {
  std::uint64_t sources = 0;
  std::uint64_t added = 0;
  std::uint64_t changed = 0;
  std::uint64_t unchanged = 0;
  std::uint64_t duplicates = 0;
  std::uint64_t exempt = 0;  ///< all of it is exempt
  std::uint64_t withdrawn = 0;
  std::vector<SkippedSource> failed;       ///< by path
  std::uint64_t empty = 0;                ///< files without text, scans that were not read
  std::vector<SkippedSource> newly_empty;  ///< of these, what was read in this run
  std::uint64_t warned = 0;               ///< indexed in this run, with warnings in the ledger
  std::uint64_t pruned = 0;
  std::uint64_t gone = 0;  ///< vanished, kept without --prune
  std::uint64_t other_files = 0;
  std::uint64_t not_reached = 0;  ///< sources left when the run was stopped
  bool stopped = false;
  std::uint64_t revision = 0;
  std::uint64_t papers = 0;  ///< of the whole index afterwards
  std::uint64_t items = 0;
  double seconds = 0;
  std::vector<std::string> warnings;
  std::vector<std::string> notes;

  /// Counts a source by what its row says; `before`: it had a row already; `same`: the row did not change.
  void count(const schema::SourceRow& row, bool before, bool same);
  /// The papers of a source that was counted turned out to be copies of others. Nothing if it was not counted.
  void found_duplicate(const std::string& path);

 private:
  std::unordered_map<std::string, std::uint64_t IndexReport::*> indexed_;  // where sources that were read count
};

}  // namespace minutebook::indexer
