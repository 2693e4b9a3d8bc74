// Which papers stand in a source with a given path, or have a copy there: the filter `source:`.
// Knows nothing of queries.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "query/open_index.h"

namespace minutebook::query {

/// By shard, then by the paper's ordinal.
using PaperSets = std::unordered_map<const OpenShard*, std::vector<bool>>;

/// Papers of which some place (the source they are read from, one with the same bytes, or that of a copy of the work)
/// has a path that ends with one of `ends`.
PaperSets papers_at(const OpenIndex::Parts& index, const std::vector<std::string>& ends);

}  // namespace minutebook::query
