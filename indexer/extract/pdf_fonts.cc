#include "indexer/extract/pdf_fonts.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <vector>

namespace minutebook::indexer {
namespace {

constexpr double strange_letters = 3.35;  // of strangeness()

bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return c >= 'a' && c <= 'z';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

/// How unusual the letters of a word are, as a mean of logarithms: about 2.9 for English, 3.1 for Welsh, 3.3 if all
/// letters were as frequent, more for letters that were exchanged for others.
double strangeness(std::string_view word) {
  // Shares of the letters A to Z, the larger one of English and Welsh (per thousand).
  static constexpr std::array<double, 26> shares = {95, 16, 29, 100, 127, 30, 36, 61, 70, 2,  8, 60, 26,
                                                    80, 75, 20, 1,   70,  63, 91, 28, 10, 45, 2, 85, 1};
  double sum = 0;
  double letters = 0;
  for (const char c : word) {
    if (!is_upper(c)) continue;
    sum -= std::log(shares[static_cast<std::size_t>(c - 'A')] / 1230);
    ++letters;
  }
  return letters > 0 ? sum / letters : 0;
}

struct Shape {
  std::size_t upper = 0;
  std::size_t lower = 0;
  std::size_t digits = 0;
  std::size_t signs = 0;     // between letters, where words have none
  std::size_t unmapped = 0;  // U+FFFD and private use
  std::size_t other = 0;     // punctuation
  bool lonely_q = false;     // Q without U behind it
  bool digit_first = false;  // a figure right before capitals
};

/// Signs that stand inside words of shifted alphabets, and never between two letters of a word.
bool is_inner_sign(std::string_view word, std::size_t at) {
  static constexpr std::string_view signs = "&\\\"#$%<=>@[]^`{|}~*+;";
  if (signs.find(word[at]) != signs.npos) return true;
  const std::string_view two = word.substr(at, 2);
  return two == "\u00B6" || two == "\u00A5" || two == "\u00B3" || two == "\u00B4" || two == "\u00A4" || two == "\u00A7";
}

Shape shape_of(std::string_view word) {
  Shape shape;
  for (std::size_t at = 0; at < word.size(); ++at) {
    const char c = word[at];
    if (word.substr(at, 3) == "\uFFFD" || (c == '\xEE') ||
        (c == '\xEF' && at + 1 < word.size() && static_cast<unsigned char>(word[at + 1]) <= 0xA3)) {
      ++shape.unmapped;
    }
    const bool before = at > 0 && is_upper(word[at - 1]);
    const bool behind =
        at + 1 < word.size() && (is_upper(word[at + 1]) || static_cast<unsigned char>(word[at + 1]) >= 0x80);
    if (is_upper(c)) {
      ++shape.upper;
      if (c == 'Q' && at + 1 < word.size() && is_upper(word[at + 1]) && word[at + 1] != 'U') shape.lonely_q = true;
    } else if (is_lower(c)) {
      ++shape.lower;
    } else if (is_digit(c)) {
      ++shape.digits;
      if (behind && at + 3 < word.size() && is_upper(word[at + 2]) && is_upper(word[at + 3])) shape.digit_first = true;
    } else if (is_inner_sign(word, at) && (before || behind)) {
      ++shape.signs;
    } else if (static_cast<unsigned char>(c) < 0x80) {
      ++shape.other;
    }
  }
  return shape;
}

/// Capitals, figures and signs only, enough of them to judge by their letters.
bool is_strange_line(std::string_view line) {
  const auto upper = std::count_if(line.begin(), line.end(), is_upper);
  return upper >= 20 && std::none_of(line.begin(), line.end(), is_lower) && strangeness(line) > strange_letters;
}

/// Nothing but signs, and several different ones: glyph numbers taken for characters.
bool is_gibberish(std::string_view word, const Shape& shape) {
  if (word.size() < 5 || shape.upper + shape.lower + shape.digits > 1) return false;
  std::size_t different = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (static_cast<unsigned char>(word[i]) >= 0x80) return false;
    if (word.find(word[i]) == i) ++different;
  }
  return different >= 4;
}

}  // namespace

WordDoubt doubt_of(std::string_view word) {
  const Shape shape = shape_of(word);
  if (shape.unmapped > 1 && word.size() > 3) return WordDoubt::wrong;
  if (is_gibberish(word, shape)) return WordDoubt::wrong;
  if (shape.upper < 4 || shape.lower > shape.upper) return WordDoubt::none;
  int evidence = 0;
  if (shape.signs > 0) ++evidence;
  if (shape.digit_first) ++evidence;
  if (shape.lonely_q) ++evidence;
  if (shape.upper >= 18) ++evidence;
  const bool strange = shape.upper >= 5 && strangeness(word) > strange_letters;
  if (evidence > 1 || (strange && evidence > 0)) return WordDoubt::wrong;
  return strange || evidence > 0 ? WordDoubt::strange : WordDoubt::none;
}

SiftedLine sift(std::string_view line) {
  struct Word {
    std::size_t begin;
    std::size_t end;
    WordDoubt doubt;
  };
  std::vector<Word> words;
  SiftedLine result;
  bool any_wrong = false;
  for (std::size_t at = line.find_first_not_of(" \t"); at < line.size(); at = line.find_first_not_of(" \t", at)) {
    const std::size_t end = std::min(line.find_first_of(" \t", at), line.size());
    words.push_back({at, end, doubt_of(line.substr(at, end - at))});
    result.letters += end - at;
    any_wrong = any_wrong || words.back().doubt == WordDoubt::wrong;
    at = end;
  }
  const WordDoubt least = any_wrong || is_strange_line(line) ? WordDoubt::strange : WordDoubt::wrong;
  std::size_t done = 0;
  for (const Word& word : words) {
    result.text += line.substr(done, word.begin - done);
    const bool wrong = word.doubt >= least;
    if (wrong) result.wrong += word.end - word.begin;
    result.text += wrong ? std::string_view("\u2026") : line.substr(word.begin, word.end - word.begin);
    done = word.end;
  }
  if (result.wrong * 2 > result.letters) result.text.clear();
  return result;
}

}  // namespace minutebook::indexer
