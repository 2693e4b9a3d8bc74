// Integrity of a published index: every byte of every file, every row, every record, and the Xapian database beside it.
// Knows nothing of sources on disk or of searching.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "schema/index.h"

namespace minutebook::indexer {

struct CheckReport {
  std::uint64_t shards = 0;
  std::uint64_t papers = 0;  ///< looked at, the dead among them
  std::uint64_t items = 0;
  std::uint64_t without_checksums = 0;  ///< files that an earlier program wrote without them
  std::vector<std::string> problems;    ///< one sentence each; empty: sound
};

CheckReport check_index(const schema::Index& index);

/// Calls `print` with one line of JSON for each living item, ordered by item id: two indexes that hold the same print
/// the same.
void dump_index(const schema::Index& index, const std::function<void(const std::string&)>& print);

}  // namespace minutebook::indexer
