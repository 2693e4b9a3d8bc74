// Taking sources and papers out of an index for good, and letting them in again.
// Knows nothing of printing. What is kept out is remembered in the index (withdrawn.h).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace minutebook::indexer {

struct RemovedSubject {
  std::string name;  ///< a path or a paper id
  std::uint64_t papers = 0;
  std::uint64_t items = 0;
};

struct RemoveReport {
  std::uint64_t revision = 0;
  std::vector<RemovedSubject> done;
  std::vector<std::string> not_done;  ///< one sentence each
};

/// `names`: paper ids, source ids, paths of sources or of folders of sources. The papers of a source stay out wherever
/// else they are found. Throws Error if there is no index at `folder` or another run writes to it.
RemoveReport remove_from_index(const std::string& folder, const std::vector<std::string>& names);

/// Lets them in again; they come back when their sources are indexed next.
RemoveReport restore_to_index(const std::string& folder, const std::vector<std::string>& names);

}  // namespace minutebook::indexer
