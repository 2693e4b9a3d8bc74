// What stands in a word processor's document but not in its final text, counted and told.
// Knows nothing of file formats.
#pragma once

#include <string>
#include <vector>

namespace minutebook::indexer {

struct LeftOut {
  int deleted = 0;  ///< tracked changes
  int hidden = 0;
  int struck = 0;
  int comments = 0;
  int embedded = 0;  ///< documents in other formats inside this one
};

/// One sentence for each kind of which there is any: "2 comments were left out".
void warn_of_left_out(const LeftOut& left_out, std::vector<std::string>& warnings);

}  // namespace minutebook::indexer
