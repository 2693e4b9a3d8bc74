// One source from bytes to papers: extraction in the worker, understanding here; whatever goes wrong becomes a reason.
// Knows nothing of the index.
#pragma once

#include <string>
#include <vector>

#include "indexer/source_file.h"
#include "indexer/understand.h"
#include "indexer/worker.h"

namespace minutebook::indexer {

struct SourceReading {
  std::string status;  ///< source_status.h: indexed, empty or failed
  std::string reason;  ///< why not indexed
  std::string format;
  int pages = 0;  ///< 0: the source has none
  std::vector<std::string> warnings;
  std::vector<schema::Paper> papers;
};

/// One per thread.
class SourceReader {
 public:
  /// `councils` must outlive it. `worker_program`: find_worker_program().
  SourceReader(const std::string& worker_program, const schema::CouncilRegistry& councils);

  /// `path` is only looked at for its extension. Throws Error (unreadable) if no worker can be started or confined.
  SourceReading read(const SourceFile& file, const std::string& path, const SuppliedMetadata& metadata);

 private:
  Worker worker_;
  const schema::CouncilRegistry& councils_;
};

}  // namespace minutebook::indexer
