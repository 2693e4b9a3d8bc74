// Numbers as documents print them: "3", "iv", "B", "2nd".
// Knows nothing of what is counted, or of file formats.
#pragma once

#include <cstdint>
#include <string>

namespace minutebook::indexer {

enum class ListNumbering : std::uint8_t {
  none,  ///< nothing is printed
  decimal,
  decimal_zero,  ///< 01, 02 … 10
  lower_letter,  ///< a … z, aa, bb …
  upper_letter,
  lower_roman,
  upper_roman,
  ordinal,  ///< 1st, 2nd
  bullet
};

/// What is printed before an entry of a list.
struct ListLabel {
  bool bullet = false;
  std::string text;  ///< "5.", "(a)", "3.1"; empty for bullets and for levels that print nothing
};

/// Numbers that letters or Roman figures cannot show (0, negative, above 3,999) are printed in figures.
std::string print_number(int number, ListNumbering style);

}  // namespace minutebook::indexer
