// Capitals made title case, for names that papers print in capitals.
#include <algorithm>
#include <array>
#include <cctype>

#include "schema/characters.h"
#include "schema/committee_kinds.h"

#include <unicode/uchar.h>

namespace minutebook::schema {

namespace {

constexpr std::array small_words = std::to_array<std::string_view>(
    {"a", "an", "and", "as", "at", "by", "for", "from", "in", "of", "on", "or", "the", "to", "under", "upon", "with"});

// Acronyms of local government that could be read as words, for they have vowels.
constexpr std::array spoken_acronyms = std::to_array<std::string_view>(
    {"AGM",   "ASC",  "CAMHS", "CYP",   "CYPF", "CYPS",     "EHC", "EHCP", "EU", "ICB", "ICS",
     "ICT",   "II",   "III",   "ISEND", "IV",   "MCA",      "OSC", "OSMC", "PE", "PRU", "PSHE",
     "SACRE", "SEMH", "SEN",   "SENCO", "SEND", "SENDIASS", "UK",  "VI",   "YOT"});

// Words that would pass for acronyms, having no vowel.
constexpr std::array words_without_vowels =
    std::to_array<std::string_view>({"DR", "JR", "LTD", "MR", "MRS", "MS", "SR", "ST"});

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool has_lower(std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    if (u_islower(static_cast<UChar32>(decoded.character))) return true;
    at = decoded.next;
  }
  return false;
}

bool stays(std::string_view word) {
  if (contains(spoken_acronyms, word)) return true;
  if (word.find_first_of("0123456789") != std::string_view::npos) return true;
  // Plain letters only: an accented capital may be a vowel.
  return is_ascii(word) && word.size() > 1 && word.find_first_of("AEIOUY") == std::string_view::npos &&
         !contains(words_without_vowels, word);
}

/// First letter as it is, the others small.
std::string capitalised(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const Decoded decoded = decode_utf8(word, at);
    const auto lower = static_cast<char32_t>(u_tolower(static_cast<UChar32>(decoded.character)));
    append_utf8(at == 0 ? decoded.character : lower, out);
    at = decoded.next;
  }
  return out;
}

/// A run of letters and digits, and what surrounds it.
struct Part {
  std::string_view text;
  bool word = false;
};

std::vector<Part> parts_of(std::string_view text) {
  std::vector<Part> parts;
  std::size_t begin = 0;
  bool in_word = false;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    const bool word = is_word_character(decoded.character);
    if (word != in_word) {
      if (at > begin) parts.push_back({text.substr(begin, at - begin), in_word});
      begin = at;
      in_word = word;
    }
    at = decoded.next;
  }
  if (begin < text.size()) parts.push_back({text.substr(begin), in_word});
  return parts;
}

bool is_lone_apostrophe(std::string_view gap) {
  return !gap.empty() && decode_utf8(gap, 0).next == gap.size() && is_apostrophe(decode_utf8(gap, 0).character);
}

}  // namespace

std::string title_case_if_capitals(std::string_view text) {
  if (has_lower(text)) return std::string(text);
  const std::vector<Part> parts = parts_of(text);
  const auto words = std::count_if(parts.begin(), parts.end(), [](const Part& part) { return part.word; });
  std::string out;
  std::ptrdiff_t number = 0;
  std::string_view gap;
  for (const Part& part : parts) {
    if (!part.word) {
      gap = part.text;
      out += part.text;
      continue;
    }
    ++number;
    const std::string title = capitalised(part.text);
    const std::string lower = fold_characters(part.text);
    const bool ending = is_lone_apostrophe(gap) && part.text.size() <= 2;  // "People's"
    const bool opens = number == 1 || gap.find_first_of("(:") != std::string_view::npos;
    const bool small = !opens && number != words && contains(small_words, lower);
    if (ending || small) {
      out += lower;
    } else {
      out += stays(part.text) ? std::string(part.text) : title;
    }
    gap = {};
  }
  return out;
}

}  // namespace minutebook::schema
