#include "indexer/extract/pdf_words.h"

#include <unicode/uchar.h>
#include <unicode/utf16.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cctype>

namespace minutebook::indexer {
namespace {

constexpr UChar32 soft_hyphen = 0xAD;
constexpr UChar32 replacement = 0xFFFD;

void append(std::string& text, UChar32 character) {
  std::array<char, U8_MAX_LENGTH> bytes{};
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes.data(), length, character);
  text.append(bytes.data(), length);
}

std::string_view letters_of_ligature(UChar32 character) {
  static constexpr std::array<std::string_view, 7> ligatures = {"ff", "fi", "fl", "ffi", "ffl", "st", "st"};
  return character >= 0xFB00 && character <= 0xFB06 ? ligatures[static_cast<std::size_t>(character - 0xFB00)]
                                                    : std::string_view{};
}

}  // namespace

std::string clean_word(std::u16string_view utf16) {
  std::string text;
  for (std::size_t at = 0; at < utf16.size();) {
    UChar32 character = 0;
    U16_NEXT(utf16.data(), at, utf16.size(), character);
    if (U_IS_SURROGATE(character)) character = replacement;
    if (const std::string_view letters = letters_of_ligature(character); !letters.empty()) {
      text += letters;
    } else if (character == soft_hyphen) {
      if (at == utf16.size()) text += '-';
    } else if (!u_isUWhiteSpace(character) && u_charType(character) != U_CONTROL_CHAR &&
               u_charType(character) != U_FORMAT_CHAR && !U_IS_UNICODE_NONCHAR(character)) {
      append(text, character);
    }
  }
  return text;
}

bool is_bold_font(std::string_view name) {
  static constexpr std::array<std::string_view, 5> marks = {"bold", "black", "heavy", "demi", "extrabd"};
  std::string lower(name);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  return std::any_of(marks.begin(), marks.end(), [&](std::string_view mark) { return lower.find(mark) != lower.npos; });
}

}  // namespace minutebook::indexer
