// Small questions about the shape of a line: capitals, enumerators, endings. Byte-level, allocation-free where
// possible. Knows nothing of papers; words outside ASCII count as lower-case letters.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook::indexer {

std::string_view trim(std::string_view text);
/// ASCII lower case.
std::string lower(std::string_view text);
/// Case-insensitive (ASCII) beginning.
bool begins(std::string_view text, std::string_view prefix);
/// Begins with `prefix` (any case) and a word boundary follows.
bool begins_word(std::string_view text, std::string_view prefix);
/// Case-insensitive search; npos if absent. `needle` in lower case.
std::size_t find_ci(std::string_view text, std::string_view needle, std::size_t from = 0);
/// The same, as a whole word.
std::size_t find_word_ci(std::string_view text, std::string_view needle, std::size_t from = 0);
bool contains_word(std::string_view text, std::string_view needle);

/// At least three letters and nine in ten of them capitals.
bool is_capitals(std::string_view text);
/// Every word of four letters and more begins with a capital, and there is no sentence punctuation: a title.
bool is_title_case(std::string_view text);
/// Ends like a sentence or a list lead: . ? ! : ; perhaps closed by quotes, brackets or markers.
bool ends_sentence(std::string_view text);
/// Ends with a word that cannot end a sentence ("the", "of", "and" …).
bool ends_open(std::string_view text);
bool begins_lower(std::string_view text);
std::size_t word_count(std::string_view text);
/// Words separated by spaces.
std::vector<std::string_view> words_of(std::string_view text);
std::string collapse_spaces(std::string_view text);

enum class EnumeratorKind {
  bracketed,  ///< (1) (iv) (a)
  closed,     ///< a) i) 1)
  stopped,    ///< 1. a. iv.
  decimal,    ///< 4.13 3.3.1 (two numbers and more)
  section     ///< 1.0
};

/// The number or letter a paragraph begins with.
struct Enumerator {
  EnumeratorKind kind = EnumeratorKind::bracketed;
  std::string label;    ///< as cited: "(1)", "a", "4.13"
  std::size_t end = 0;  ///< where the text begins
};

std::optional<Enumerator> leading_enumerator(std::string_view text);

}  // namespace minutebook::indexer
