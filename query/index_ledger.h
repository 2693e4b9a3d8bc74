// What answers need of the ledger: what was not searched, and which papers stand in for which.
// Knows nothing of any one query.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

#include "schema/index.h"

namespace minutebook::query {

/// A paper that is a copy of another one.
struct CopyPlace {
  std::uint32_t shard = 0;
  std::uint32_t ordinal = 0;
  std::uint32_t differing = 0;
};

/// What of the ledger answers need.
struct Ledger {
  std::vector<const schema::SourceRow*> not_searched;  ///< failed, empty, exempt
  std::vector<const schema::SourceRow*> read_in_part;  ///< indexed, with pages that were not read
  std::unordered_map<std::string, std::vector<const schema::SourceRow*>>
      copies;  ///< left-out duplicates by their content hash
  /// Papers that are copies, by the id of the one that is found.
  std::unordered_map<std::string, std::vector<CopyPlace>> works;
};

}  // namespace minutebook::query
