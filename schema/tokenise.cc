// Where the words of a text begin and end. Bytes of ASCII are decided by a table; ICU is asked only beyond it.
#include "schema/analysis.h"
#include "schema/characters.h"

namespace minutebook::schema {

namespace {

bool digit_at(std::string_view text, std::size_t at) {
  return at < text.size() && is_ascii_digit(text[at]);
}

bool word_at(std::string_view text, std::size_t at) {
  if (at >= text.size()) return false;
  if (class_of(text[at]) != ByteClass::beyond_ascii) return is_ascii_word(text[at]);
  return is_word_character(decode_utf8(text, at).character);
}

std::size_t digits_from(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (digit_at(text, end)) ++end;
  return end - at;
}

int number_at(std::string_view text, std::size_t at, std::size_t digits) {
  int number = 0;
  for (std::size_t i = at; i < at + digits; ++i) number = number * 10 + (text[i] - '0');
  return number;
}

/// "2,429,873": groups of three after a first group of one to three digits.
bool thousands_comma(std::string_view text, std::size_t begin, std::size_t comma) {
  std::size_t group = comma;
  while (group > begin && is_ascii_digit(text[group - 1])) --group;
  const std::size_t before = comma - group;
  const bool first_group = group == begin;
  const bool later_group = group > begin && text[group - 1] == ',' && before == 3;
  return before >= 1 && before <= 3 && (first_group || later_group) && digits_from(text, comma + 1) == 3;
}

/// End of a year pair "2019/20", "2019-2020" that begins at `begin` and whose sign stands at [sign, after); `begin` if
/// it is none. The years follow each other: "2019-22" and "2020-05-01" are no pairs.
std::size_t year_pair_end(std::string_view text, std::size_t begin, std::size_t sign, std::size_t after) {
  if (sign - begin != 4 || digits_from(text, begin) != 4) return begin;
  const int first = number_at(text, begin, 4);
  const std::size_t digits = digits_from(text, after);
  if (first < 1900 || first > 2099 || (digits != 2 && digits != 4)) return begin;
  const int second = number_at(text, after, digits);
  if (second != (digits == 2 ? (first + 1) % 100 : first + 1)) return begin;
  const std::size_t end = after + digits;
  if (word_at(text, end)) return begin;
  const bool goes_on = end < text.size() && (text[end] == '/' || text[end] == '-') && digit_at(text, end + 1);
  return goes_on ? begin : end;
}

/// What follows a run of plain letters and digits: how far the word goes on with it, or `at` if it ends here.
struct Continuation {
  std::size_t next = 0;
  bool last = false;  ///< nothing can follow
};

Continuation continue_beyond_ascii(std::string_view text, std::size_t begin, std::size_t at) {
  const Decoded decoded = decode_utf8(text, at);
  if (is_word_character(decoded.character)) return {decoded.next, false};
  const bool joins = is_apostrophe(decoded.character) || is_invisible(decoded.character);
  if (joins && word_at(text, decoded.next)) return {decoded.next, false};
  if (is_dash(decoded.character)) {
    const std::size_t end = year_pair_end(text, begin, at, decoded.next);
    if (end != begin) return {end, true};
  }
  return {at, true};
}

Continuation continue_word(std::string_view text, std::size_t begin, std::size_t at) {
  switch (class_of(text[at])) {
    case ByteClass::letter:
    case ByteClass::digit:
      return {at + 1, false};
    case ByteClass::apostrophe:
      return word_at(text, at + 1) ? Continuation{at + 1, false} : Continuation{at, true};
    case ByteClass::point:
      return is_ascii_digit(text[at - 1]) && digit_at(text, at + 1) ? Continuation{at + 1, false}
                                                                    : Continuation{at, true};
    case ByteClass::comma:
      return is_ascii_digit(text[at - 1]) && thousands_comma(text, begin, at) ? Continuation{at + 1, false}
                                                                              : Continuation{at, true};
    case ByteClass::slash:
    case ByteClass::hyphen: {
      const std::size_t end = year_pair_end(text, begin, at, at + 1);
      return end != begin ? Continuation{end, true} : Continuation{at, true};
    }
    case ByteClass::beyond_ascii:
      return continue_beyond_ascii(text, begin, at);
    case ByteClass::separator:
    case ByteClass::ampersand:
      return {at, true};
  }
  return {at, true};
}

/// End of the word whose first character stands at [begin, at).
std::size_t word_end(std::string_view text, std::size_t begin, std::size_t at) {
  while (true) {
    while (at < text.size() && is_ascii_word(text[at])) ++at;
    if (at == text.size()) return at;
    const Continuation continuation = continue_word(text, begin, at);
    at = continuation.next;
    if (continuation.last) return at;
  }
}

/// End of the token that begins at `at`; `at` itself where none does, and then `skip` tells how many bytes to pass
/// over.
std::size_t token_end(std::string_view text, std::size_t at, std::size_t& skip) {
  skip = 1;
  switch (class_of(text[at])) {
    case ByteClass::letter:
    case ByteClass::digit:
      return word_end(text, at, at + 1);
    case ByteClass::ampersand:
      return at + 1;
    case ByteClass::beyond_ascii: {
      const Decoded decoded = decode_utf8(text, at);
      skip = decoded.next - at;
      return is_word_character(decoded.character) ? word_end(text, at, decoded.next) : at;
    }
    case ByteClass::separator:
    case ByteClass::apostrophe:
    case ByteClass::point:
    case ByteClass::comma:
    case ByteClass::slash:
    case ByteClass::hyphen:
      return at;
  }
  return at;
}

}  // namespace

void find_tokens(std::string_view text, std::vector<Token>& tokens) {
  std::size_t skip = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = token_end(text, at, skip);
    if (end == at) {
      at += skip;
      continue;
    }
    tokens.push_back({0, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)});
    at = end;
  }
}

void tokenise(std::string_view text, Lexicon& lexicon, std::vector<Token>& tokens) {
  std::size_t next = tokens.size();
  find_tokens(text, tokens);
  for (; next < tokens.size(); ++next) {
    Token& token = tokens[next];
    token.word = lexicon.id_of(text.substr(token.begin, token.end - token.begin));
  }
}

}  // namespace minutebook::schema
