// Whose paper it is: the council by letterhead, addresses and hosts first, by what the text says of itself last
// (DESIGN.md decision 8). Knows nothing of items. A council merely mentioned is never taken.
#pragma once

#include <string>
#include <vector>

#include "indexer/blocks.h"
#include "schema/councils.h"

namespace minutebook::indexer {

struct CouncilFinding {
  const schema::Council* council = nullptr;  ///< null: not stated
  std::string warning;                       ///< how weak the evidence is, or why there is none; may be empty
};

/// `front`: blocks before this index are the letterhead and head of the first paper. `date` decides between councils of
/// one name.
CouncilFinding find_council(const std::vector<Block>& blocks, std::size_t front, const schema::Date& date,
                            const schema::CouncilRegistry& councils);

}  // namespace minutebook::indexer
