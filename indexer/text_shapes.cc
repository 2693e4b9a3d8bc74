#include "indexer/text_shapes.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace minutebook::indexer {
namespace {

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}
bool is_upper(char c) {
  return c >= 'A' && c <= 'Z';
}
bool is_lower(char c) {
  return (c >= 'a' && c <= 'z') || (static_cast<unsigned char>(c) >= 0x80);
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_word_byte(char c) {
  return is_upper(c) || is_lower(c) || is_digit(c);
}
char to_lower(char c) {
  return is_upper(c) ? static_cast<char>(c - 'A' + 'a') : c;
}

bool is_roman(std::string_view text) {
  return !text.empty() && text.size() <= 5 &&
         std::all_of(text.begin(), text.end(), [](char c) { return c == 'i' || c == 'v' || c == 'x'; });
}

/// A number up to three digits, one letter, or a small roman numeral: what lists are numbered with.
bool is_list_label(std::string_view text) {
  if (text.empty() || text.size() > 5) return false;
  if (std::all_of(text.begin(), text.end(), is_digit)) return text.size() <= 3;
  const std::string small = lower(text);
  return (text.size() == 1 && small[0] >= 'a' && small[0] <= 'z') || is_roman(small);
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  while (at < text.size() && is_space(text[at])) ++at;
  return at;
}

}  // namespace

std::string_view trim(std::string_view text) {
  while (!text.empty() && is_space(text.front())) text.remove_prefix(1);
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), to_lower);
  return out;
}

bool begins(std::string_view text, std::string_view prefix) {
  if (text.size() < prefix.size()) return false;
  for (std::size_t i = 0; i < prefix.size(); ++i) {
    if (to_lower(text[i]) != to_lower(prefix[i])) return false;
  }
  return true;
}

bool begins_word(std::string_view text, std::string_view prefix) {
  return begins(text, prefix) && (text.size() == prefix.size() || !is_word_byte(text[prefix.size()]));
}

std::size_t find_ci(std::string_view text, std::string_view needle, std::size_t from) {
  if (needle.empty() || from + needle.size() > text.size())
    return needle.empty() && from <= text.size() ? from : std::string_view::npos;
  // The first letter decides nearly everywhere: the places where it stands in either case are looked at in their order.
  const char small = needle.front();
  const char large = small >= 'a' && small <= 'z' ? static_cast<char>(small - 'a' + 'A') : small;
  std::size_t at_small = text.find(small, from);
  std::size_t at_large = large == small ? std::string_view::npos : text.find(large, from);
  const std::size_t last = text.size() - needle.size();
  for (std::size_t at = std::min(at_small, at_large); at <= last; at = std::min(at_small, at_large)) {
    std::size_t same = 1;
    while (same < needle.size() && to_lower(text[at + same]) == needle[same]) ++same;
    if (same == needle.size()) return at;
    std::size_t& passed = at == at_small ? at_small : at_large;
    passed = text.find(text[at], at + 1);
  }
  return std::string_view::npos;
}

std::size_t find_word_ci(std::string_view text, std::string_view needle, std::size_t from) {
  for (std::size_t at = find_ci(text, needle, from); at != std::string_view::npos; at = find_ci(text, needle, at + 1)) {
    const std::size_t end = at + needle.size();
    if ((at == 0 || !is_word_byte(text[at - 1])) && (end == text.size() || !is_word_byte(text[end]))) return at;
  }
  return std::string_view::npos;
}

bool contains_word(std::string_view text, std::string_view needle) {
  return find_word_ci(text, needle) != std::string_view::npos;
}

bool is_capitals(std::string_view text) {
  std::size_t upper = 0;
  std::size_t small = 0;
  for (const char c : text) {
    if (is_upper(c)) ++upper;
    if (c >= 'a' && c <= 'z') ++small;
  }
  return upper >= 3 && upper >= 9 * small;
}

bool is_title_case(std::string_view text) {
  if (text.find_first_of(".;?!") != std::string_view::npos && ends_sentence(text)) return false;
  std::size_t capital = 0;
  for (const std::string_view word : words_of(text)) {
    const std::size_t letter = word.find_first_not_of("\"'([{&-");
    if (letter == std::string_view::npos) continue;
    if (is_upper(word[letter])) ++capital;
    if (word.size() - letter >= 4 && word[letter] >= 'a' && word[letter] <= 'z' && word != "with" && word != "from" &&
        word != "into")
      return false;
  }
  return capital > 0;
}

bool ends_sentence(std::string_view text) {
  text = trim(text);
  while (!text.empty() && (text.back() == '"' || text.back() == '\'' || text.back() == ')' || text.back() == '*' ||
                           static_cast<unsigned char>(text.back()) >= 0x80))
    text.remove_suffix(1);
  return !text.empty() && std::string_view(".?!:;").find(text.back()) != std::string_view::npos;
}

bool ends_open(std::string_view text) {
  static constexpr std::array<std::string_view, 32> open = {
      "the",   "of",   "to", "and", "in",   "a",   "an",   "for",  "when", "with", "by",
      "from",  "on",   "at", "or",  "that", "is",  "was",  "were", "been", "be",   "which",
      "their", "this", "as", "its", "our",  "has", "have", "are",  "not",  "would"};
  text = trim(text);
  const std::size_t space = text.find_last_of(" \t");
  const std::string last = lower(space == std::string_view::npos ? text : text.substr(space + 1));
  return !text.empty() && (text.back() == ',' || std::find(open.begin(), open.end(), last) != open.end());
}

bool begins_lower(std::string_view text) {
  return !text.empty() && text[0] >= 'a' && text[0] <= 'z';
}

std::vector<std::string_view> words_of(std::string_view text) {
  std::vector<std::string_view> words;
  for (std::size_t at = skip_spaces(text, 0); at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && !is_space(text[end])) ++end;
    words.push_back(text.substr(at, end - at));
    at = skip_spaces(text, end);
  }
  return words;
}

std::size_t word_count(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (const char c : text) {
    if (!is_space(c) && !inside) ++count;
    inside = !is_space(c);
  }
  return count;
}

std::string collapse_spaces(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (const char c : trim(text)) {
    if (!is_space(c)) {
      out += c;
    } else if (!out.empty() && out.back() != ' ') {
      out += ' ';
    }
  }
  return out;
}

std::optional<Enumerator> leading_enumerator(std::string_view text) {
  if (text.empty()) return std::nullopt;
  if (text[0] == '(') {
    const std::size_t close = text.find(')');
    if (close == std::string_view::npos || !is_list_label(text.substr(1, close - 1))) return std::nullopt;
    return Enumerator{EnumeratorKind::bracketed, std::string(text.substr(0, close + 1)), skip_spaces(text, close + 1)};
  }
  std::size_t end = 0;
  while (end < text.size() && (is_digit(text[end]) || text[end] == '.')) ++end;
  if (end > 0 && is_digit(text[0])) {  // 4.13, 1., 1.0, 3)
    std::string_view number = text.substr(0, end);
    const bool stop = number.back() == '.';
    while (!number.empty() && number.back() == '.') number.remove_suffix(1);
    const bool boundary = end == text.size() || is_space(text[end]);
    const bool decimal = number.find('.') != std::string_view::npos;
    if (end < text.size() && text[end] == ')' && is_list_label(number))
      return Enumerator{EnumeratorKind::closed, std::string(number), skip_spaces(text, end + 1)};
    if (!boundary) return std::nullopt;
    if (decimal && number.size() <= 12) {
      const bool section =
          number.size() >= 2 && number.substr(number.size() - 2) == ".0" && number.find('.') == number.size() - 2;
      return Enumerator{section ? EnumeratorKind::section : EnumeratorKind::decimal, std::string(number),
                        skip_spaces(text, end)};
    }
    if (stop && !decimal && is_list_label(number))
      return Enumerator{EnumeratorKind::stopped, std::string(number), skip_spaces(text, end)};
    return std::nullopt;
  }
  std::size_t letters = 0;
  while (letters < text.size() && letters < 6 && std::isalpha(static_cast<unsigned char>(text[letters])) != 0)
    ++letters;
  if (letters == 0 || letters >= text.size() || !is_list_label(text.substr(0, letters))) return std::nullopt;
  if (letters + 1 < text.size() && !is_space(text[letters + 1])) return std::nullopt;
  const std::string label(text.substr(0, letters));
  if (text[letters] == ')') return Enumerator{EnumeratorKind::closed, label, skip_spaces(text, letters + 1)};
  // "A. Jones" is an initial, not a list: only lower-case letters number with a full stop.
  if (text[letters] == '.' && begins_lower(label))
    return Enumerator{EnumeratorKind::stopped, label, skip_spaces(text, letters + 1)};
  return std::nullopt;
}

}  // namespace minutebook::indexer
