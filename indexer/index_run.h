// The run of `minutebook index`: find, hash, skip, read, settle, build, publish.
// Knows nothing of printing. The stages are index_run_*.h, each its own file.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "indexer/index_run_intake.h"
#include "indexer/index_run_report.h"
#include "indexer/supplied_metadata.h"

namespace minutebook::indexer {

struct IndexOptions {
  std::vector<std::string> paths;  ///< files and folders
  std::string index_folder;
  MetadataOptions metadata;
  std::string councils_file;  ///< added to the built-in registry; empty: none
  std::string topics_file;    ///< instead of the built-in vocabulary; empty: none
  bool prune = false;
  bool ocr = false;  ///< pages that show pictures are read from them
  unsigned jobs = 1;
  std::function<bool()> stop;  ///< asked before each source; true: the run ends with what it has. Empty: never
};

/// Adds, updates and, with `prune`, drops sources; publishes one new generation, or none if nothing changed. Sources
/// that cannot be read are in the report and in the ledger. A run that was stopped publishes what it read; what it did
/// not come to stays as it was, and the next run goes on there. Throws Error: a path that does not exist, an index that
/// is locked or damaged, bad metadata, a full disk; the published generation is then as it was.
IndexReport run_index(const IndexOptions& options, const ProgressListener& progress);

}  // namespace minutebook::indexer
