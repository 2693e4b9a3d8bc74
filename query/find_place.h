// Where an item or paper stands in an opened index, by its id.
// Knows nothing of what is done with it.
#pragma once

#include <cstdint>
#include <string>

#include "query/open_index.h"

namespace minutebook::query {

/// What an id names in the index.
struct Place {
  std::uint32_t shard = 0;
  std::uint32_t docid = 0;  ///< the item, or the paper's first one; 0: not found
  bool whole_paper = false;
};

/// First live item with the term.
Place find_live(OpenIndex::Parts& index, const std::string& term);
/// An item or a paper, copies too. Throws UnknownId.
Place find_place(OpenIndex::Parts& index, const std::string& id);

}  // namespace minutebook::query
