#include "query/lex_characters.h"

#include <array>
#include <cctype>

#include "query/limits.h"
#include "query/parse_errors.h"
#include "schema/analysis.h"

namespace minutebook::query {
namespace {

unsigned char byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : static_cast<unsigned char>(0);
}

bool control_at(std::string_view text, std::size_t at) {
  const unsigned char byte = byte_at(text, at);
  if (byte == 0xC2U) return byte_at(text, at + 1) >= 0x80U && byte_at(text, at + 1) < 0xA0U;
  return byte == 0x7FU || (byte < 0x20U && byte != '\t' && byte != '\n' && byte != '\r');
}

}  // namespace

std::size_t space_at(std::string_view text, std::size_t at) {
  const unsigned char byte = byte_at(text, at);
  if (byte == ' ' || byte == '\t' || byte == '\n' || byte == '\r') return 1;
  if (byte == 0xC2U && byte_at(text, at + 1) == 0xA0U) return 2;
  const unsigned char third = byte_at(text, at + 2);
  const bool general_punctuation = byte == 0xE2U && byte_at(text, at + 1) == 0x80U;
  if (general_punctuation && ((third >= 0x80U && third <= 0x8BU) || third == 0xA8U || third == 0xA9U || third == 0xAFU))
    return 3;
  if (byte == 0xE3U && byte_at(text, at + 1) == 0x80U && third == 0x80U) return 3;
  return 0;
}

std::size_t quote_at(std::string_view text, std::size_t at) {
  constexpr std::array<std::string_view, 5> quotes = {"\"", "\u201C", "\u201D", "\u201E", "\u201F"};
  for (const std::string_view quote : quotes) {
    if (text.substr(at).starts_with(quote)) return quote.size();
  }
  return 0;
}

bool word_character_at(std::string_view text, std::size_t at) {
  const unsigned char byte = byte_at(text, at);
  if (byte >= 0x80U) return space_at(text, at) == 0 && quote_at(text, at) == 0;
  return std::isalnum(byte) != 0;
}

std::string single_spaced(std::string_view text) {
  std::string spaced;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t space = space_at(text, at);
    if (space == 0) {
      spaced += text[at++];
    } else {
      if (!spaced.empty() && spaced.back() != ' ') spaced += ' ';
      at += space;
    }
  }
  if (!spaced.empty() && spaced.back() == ' ') spaced.pop_back();
  return spaced;
}

void check_characters(std::string_view query) {
  if (query.size() > max_query_bytes) {
    refuse(
        query, max_query_bytes,
        "the query is too long: " + std::to_string(query.size()) + " bytes, at most " + std::to_string(max_query_bytes),
        "search for the few words that matter most");
  }
  if (!schema::valid_utf8(query)) {
    std::size_t good = query.size();
    while (!schema::valid_utf8(query.substr(0, good))) --good;
    refuse(query, good, "the query is not valid UTF-8", "type it again, or convert it to UTF-8 first");
  }
  for (std::size_t at = 0; at < query.size(); ++at) {
    if (control_at(query, at)) {
      refuse(query, at, query[at] == '\0' ? "the query contains a NUL byte" : "the query contains a control character",
             "leave it out; only letters, digits, punctuation and spaces are searched");
    }
  }
}

}  // namespace minutebook::query
