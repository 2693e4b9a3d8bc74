#include "indexer/extract/symbol_fonts.h"

#include <unicode/utf8.h>

#include <array>
#include <charconv>

namespace minutebook::indexer {
namespace {

struct Symbol {
  unsigned code;
  std::string_view text;
};

// Ticks, crosses and boxes of forms; bullets and arrows.
constexpr std::array<Symbol, 15> wingdings = {{{0x6C, "\u25CF"},
                                               {0x6E, "\u25AA"},
                                               {0x6F, "\u2610"},
                                               {0x71, "\u2610"},
                                               {0x72, "\u2610"},
                                               {0x76, "\u2022"},
                                               {0x9F, "\u2022"},
                                               {0xA7, "\u25AA"},
                                               {0xA8, "\u2610"},
                                               {0xD8, "\u27A2"},
                                               {0xE0, "\u2192"},
                                               {0xFB, "\u2717"},
                                               {0xFC, "\u2713"},
                                               {0xFD, "\u2612"},
                                               {0xFE, "\u2611"}}};

constexpr std::array<Symbol, 12> symbol = {{{0xA3, "\u2264"},
                                            {0xAE, "\u2192"},
                                            {0xB0, "\u00B0"},
                                            {0xB1, "\u00B1"},
                                            {0xB3, "\u2265"},
                                            {0xB4, "\u00D7"},
                                            {0xB7, "\u2022"},
                                            {0xB8, "\u00F7"},
                                            {0xB9, "\u2260"},
                                            {0xD2, "\u00AE"},
                                            {0xD3, "\u00A9"},
                                            {0xD4, "\u2122"}}};

template <std::size_t Count>
std::string find(const std::array<Symbol, Count>& table, unsigned code) {
  for (const Symbol& one : table) {
    if (one.code == code) return std::string(one.text);
  }
  return {};
}

std::string to_utf8(unsigned code) {
  if (code < 0x20 || (code >= 0xD800 && code <= 0xDFFF)) return {};
  char bytes[U8_MAX_LENGTH];
  std::size_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, code);
  return {bytes, length};
}

}  // namespace

std::string symbol_text(std::string_view font, std::string_view code) {
  unsigned number = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), number, 16);
  if (error != std::errc() || end != code.data() + code.size() || number > 0xFFFF) return {};
  const bool own = number >= 0xF000 && number <= 0xF0FF;  // Word's private area for fonts without Unicode
  if (own) number -= 0xF000;
  if (font.starts_with("Wingdings")) return font == "Wingdings" ? find(wingdings, number) : std::string();
  if (font == "Symbol")
    return number < 0x80 && number >= 0x20 && !(number >= 0x40 && number < 0x7B)
               ? std::string(1, static_cast<char>(number))
               : find(symbol, number);
  return font == "Webdings" ? std::string() : to_utf8(number);
}

}  // namespace minutebook::indexer
