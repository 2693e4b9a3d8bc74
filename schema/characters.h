// Classes of characters that the analysis of text rests on, and folding below the level of words.
// For schema/ only. Knows nothing of tokens, words or papers.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace minutebook::schema {

enum class ByteClass : std::uint8_t {
  separator,
  letter,
  digit,
  apostrophe,
  ampersand,
  point,
  comma,
  slash,
  hyphen,
  beyond_ascii
};

namespace detail {
constexpr std::array<ByteClass, 256> make_byte_classes() {
  std::array<ByteClass, 256> classes{};
  for (std::size_t byte = 0; byte < classes.size(); ++byte) {
    const bool letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    if (letter) classes[byte] = ByteClass::letter;
    if (byte >= '0' && byte <= '9') classes[byte] = ByteClass::digit;
    if (byte >= 0x80) classes[byte] = ByteClass::beyond_ascii;
  }
  classes['\''] = ByteClass::apostrophe;
  classes['&'] = ByteClass::ampersand;
  classes['.'] = ByteClass::point;
  classes[','] = ByteClass::comma;
  classes['/'] = ByteClass::slash;
  classes['-'] = ByteClass::hyphen;
  return classes;
}
inline constexpr std::array<ByteClass, 256> byte_classes = make_byte_classes();
}  // namespace detail

constexpr ByteClass class_of(char byte) {
  return detail::byte_classes[static_cast<unsigned char>(byte)];
}
constexpr bool is_ascii_letter(char byte) {
  return class_of(byte) == ByteClass::letter;
}
constexpr bool is_ascii_digit(char byte) {
  return class_of(byte) == ByteClass::digit;
}
constexpr bool is_ascii_word(char byte) {
  return is_ascii_letter(byte) || is_ascii_digit(byte);
}
constexpr bool is_ascii_upper(char byte) {
  return byte >= 'A' && byte <= 'Z';
}
constexpr char ascii_lower(char byte) {
  return is_ascii_upper(byte) ? static_cast<char>(byte + ('a' - 'A')) : byte;
}

/// Straight and typographic apostrophes, among them the modifier letter (U+02BC).
constexpr bool is_apostrophe(char32_t c) {
  return c == U'\'' || c == U'\u2019' || c == U'\u2018' || c == U'\u02BC';
}
/// Hyphens, dashes and the minus sign.
constexpr bool is_dash(char32_t c) {
  return c == U'-' || (c >= U'\u2010' && c <= U'\u2015') || c == U'\u2212';
}
/// Soft hyphen, joiners: inside a word they are part of it and mean nothing.
constexpr bool is_invisible(char32_t c) {
  return c == U'\u00AD' || c == U'\u200C' || c == U'\u200D' || c == U'\u2060';
}
/// Letters, decimal digits and marks of any script (no apostrophe among them).
bool is_word_character(char32_t c);
bool is_white_space(char32_t c);
bool is_upper(char32_t c);

/// A character and where the next one begins. Invalid bytes come back as U+FFFD, by maximal subparts (Unicode 3.9).
struct Decoded {
  char32_t character = 0;
  std::size_t next = 0;
  bool valid = true;
};
/// `at` < text.size().
Decoded decode_utf8(std::string_view text, std::size_t at);
void append_utf8(char32_t c, std::string& out);

bool is_ascii(std::string_view text);
/// Lower case (Unicode case folding), compatibility forms resolved ("ﬁ" -> "fi"), accents and invisible characters
/// dropped.
std::string fold_characters(std::string_view text);

}  // namespace minutebook::schema
