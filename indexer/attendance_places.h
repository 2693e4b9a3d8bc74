// Where minutes list who was there: at the front, or in the item that records it, and the apologies of an item.
// Knows nothing of names or of the layouts of lists.
#pragma once

#include <vector>

#include "indexer/attendance.h"
#include "indexer/items.h"

namespace minutebook::indexer {

/// Everyone the minutes with these items list, each once, and the blocks of the lists. `items` begins with the front.
AttendanceList find_attendance(const std::vector<Block>& blocks, const std::vector<ItemSpan>& items);

}  // namespace minutebook::indexer
