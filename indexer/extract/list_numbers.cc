#include "indexer/extract/list_numbers.h"

#include <array>
#include <utility>

namespace minutebook::indexer {
namespace {

std::string roman(int number, bool upper) {
  static constexpr std::array<std::pair<int, const char*>, 13> parts = {{{1000, "m"},
                                                                         {900, "cm"},
                                                                         {500, "d"},
                                                                         {400, "cd"},
                                                                         {100, "c"},
                                                                         {90, "xc"},
                                                                         {50, "l"},
                                                                         {40, "xl"},
                                                                         {10, "x"},
                                                                         {9, "ix"},
                                                                         {5, "v"},
                                                                         {4, "iv"},
                                                                         {1, "i"}}};
  if (number < 1 || number > 3999) return std::to_string(number);
  std::string text;
  for (const auto& [value, letters] : parts) {
    for (; number >= value; number -= value) text += letters;
  }
  if (upper) {
    for (char& c : text) c = static_cast<char>(c - 'a' + 'A');
  }
  return text;
}

/// Word processors double the letter after z: aa, bb.
std::string letters(int number, char first) {
  if (number < 1 || number > 26 * 8) return std::to_string(number);
  return std::string(static_cast<std::size_t>((number - 1) / 26 + 1), static_cast<char>(first + (number - 1) % 26));
}

std::string ordinal(int number) {
  const int tens = number % 100;
  const char* ending = "th";
  if (tens < 11 || tens > 13) {
    if (number % 10 == 1) ending = "st";
    if (number % 10 == 2) ending = "nd";
    if (number % 10 == 3) ending = "rd";
  }
  return std::to_string(number) + ending;
}

}  // namespace

std::string print_number(int number, ListNumbering style) {
  switch (style) {
    case ListNumbering::none:
    case ListNumbering::bullet:
      return {};
    case ListNumbering::decimal:
      return std::to_string(number);
    case ListNumbering::decimal_zero:
      return (number >= 0 && number < 10 ? "0" : "") + std::to_string(number);
    case ListNumbering::lower_letter:
      return letters(number, 'a');
    case ListNumbering::upper_letter:
      return letters(number, 'A');
    case ListNumbering::lower_roman:
      return roman(number, false);
    case ListNumbering::upper_roman:
      return roman(number, true);
    case ListNumbering::ordinal:
      return ordinal(number);
  }
  return {};
}

}  // namespace minutebook::indexer
