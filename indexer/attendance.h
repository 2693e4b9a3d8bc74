// Who was there: lists of members and officers at the beginning of minutes, in the layouts councils use, and apologies.
// Knows nothing of items. One entry per person.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/blocks.h"
#include "schema/paper.h"

namespace minutebook::indexer {

struct AttendanceList {
  std::vector<schema::Person> people;
  std::vector<std::size_t> blocks;    ///< blocks that belong to the list, ascending
  std::vector<std::string> unparted;  ///< names of several people with nothing between them: none is in `people`
};

/// Reads blocks [begin, end), the front of minutes.
AttendanceList read_attendance(const std::vector<Block>& blocks, std::size_t begin, std::size_t end);

/// "Apologies for absence were received from Councillors A and B." under an item of that name: who is not yet in the
/// list joins it.
void read_apologies(std::string_view text, AttendanceList& list);

}  // namespace minutebook::indexer
