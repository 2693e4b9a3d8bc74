// Who was there: lists of members and officers at the beginning of minutes, in the layouts councils use.
// Knows nothing of items. One entry per person.
#pragma once

#include <vector>

#include "indexer/blocks.h"
#include "schema/paper.h"

namespace minutebook::indexer {

struct AttendanceList {
  std::vector<schema::Person> people;
  std::vector<std::size_t> blocks;  ///< blocks that belong to the list, ascending
};

/// Reads blocks [begin, end), the front of minutes.
AttendanceList read_attendance(const std::vector<Block>& blocks, std::size_t begin, std::size_t end);

}  // namespace minutebook::indexer
