#include "schema/find_councils.h"

#include <algorithm>
#include <array>

#include "schema/analysis.h"
#include "schema/characters.h"

namespace minutebook::schema {

namespace {

enum class Gap : std::uint8_t { joins, comma, separates };

/// What stands between two words of a name: blanks or hyphens, the point of "St.", or a comma.
Gap gap_between(std::string_view gap, bool after_saint) {
  bool comma = false;
  for (std::size_t at = 0; at < gap.size();) {
    const Decoded decoded = decode_utf8(gap, at);
    const char32_t c = decoded.character;
    const bool point = c == U'.' && at == 0 && after_saint;
    if (c == U',' && at == 0) {
      comma = true;
    } else if (!point && !is_white_space(c) && !is_dash(c)) {
      return Gap::separates;
    }
    at = decoded.next;
  }
  return comma ? Gap::comma : Gap::joins;
}

std::string folded_word(std::string_view word) {
  if (!is_ascii(word)) return fold_text(word);
  std::string folded;
  for (const char byte : word) {
    if (byte != '\'') folded += ascii_lower(byte);
  }
  return folded;
}

template <typename List>
bool in_list(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

struct CouncilFinder::TextWord {
  std::size_t begin = 0;
  std::size_t end = 0;
  std::size_t possessive = 0;  ///< bytes of "'s" at its end
  std::string folded;
  bool capital = false;
  Gap gap = Gap::joins;  ///< before it

  std::string_view base() const { return std::string_view(folded).substr(0, folded.size() - (possessive > 0 ? 1 : 0)); }
  bool is(std::string_view word) const { return folded == word || base() == word; }
};

struct CouncilFinder::Words {
  std::string_view text;
  std::vector<TextWord> list;
  bool cased = false;  ///< the text has capitals: case says something

  explicit Words(std::string_view from) : text(from) {
    for (std::size_t at = 0; at < text.size();) {
      const Decoded decoded = decode_utf8(text, at);
      if (is_word_character(decoded.character)) {
        at = add_word(at);
      } else {
        // Councils write their "and" as a sign as often as not.
        if (decoded.character == U'&') add(at, decoded.next, "and");
        at = decoded.next;
      }
    }
    cased = std::any_of(list.begin(), list.end(), [](const TextWord& word) { return word.capital; });
  }

  /// The word that begins at `begin`; apostrophes inside belong to it.
  std::size_t add_word(std::size_t begin) {
    std::size_t end = begin;
    std::size_t apostrophe = begin;
    while (end < text.size()) {
      if (is_ascii_word(text[end])) {
        ++end;
        continue;
      }
      const Decoded decoded = decode_utf8(text, end);
      const bool inside = is_apostrophe(decoded.character) && decoded.next < text.size() &&
                          is_word_character(decode_utf8(text, decoded.next).character);
      if (!is_word_character(decoded.character) && !inside) break;
      if (inside) apostrophe = end;
      end = decoded.next;
    }
    std::string folded = folded_word(text.substr(begin, end - begin));
    add(begin, end, folded == "saint" ? "st" : std::move(folded));
    const bool ends_in_s =
        apostrophe > begin && ascii_lower(text[end - 1]) == 's' && decode_utf8(text, apostrophe).next + 1 == end;
    if (ends_in_s) list.back().possessive = end - apostrophe;
    return end;
  }

  void add(std::size_t begin, std::size_t end, std::string folded) {
    const bool after_saint = !list.empty() && list.back().folded == "st";
    const Gap gap =
        list.empty() ? Gap::separates : gap_between(text.substr(list.back().end, begin - list.back().end), after_saint);
    list.push_back({begin, end, 0, std::move(folded), is_upper(decode_utf8(text, begin).character), gap});
  }

  bool next_is(std::size_t at, std::string_view word) const {
    return at < list.size() && list[at].gap == Gap::joins && list[at].is(word);
  }

  /// "East Esker", "Esker Street", "Esker Town Council": the name is part of that of something else.
  bool part_of_another_name(std::size_t at, std::size_t after) const {
    constexpr std::array regions = std::to_array<std::string_view>(
        {"north", "south", "east", "west", "mid", "central", "greater", "upper", "lower", "new", "inner", "outer"});
    constexpr std::array streets =
        std::to_array<std::string_view>({"road", "street", "avenue", "lane", "drive", "crescent", "close"});
    constexpr std::array local = std::to_array<std::string_view>({"town", "parish", "community"});
    const bool before = at > 0 && list[at].gap == Gap::joins && in_list(regions, list[at - 1].folded) &&
                        (list[at - 1].capital || !cased);
    if (before) return true;
    if (after >= list.size() || list[after].gap != Gap::joins) return false;
    return in_list(streets, list[after].folded) ||
           (in_list(local, list[after].folded) && next_is(after + 1, "council"));
  }
};

void CouncilFinder::add(const CouncilName& name, std::size_t row) {
  std::vector<Name>& names = by_first_word_[name.words.front()];
  const auto same =
      std::find_if(names.begin(), names.end(), [&](const Name& known) { return known.name.words == name.words; });
  if (same == names.end()) {
    names.push_back({name, {row}});
    return;
  }
  same->rows.push_back(row);
  same->name.commas |= name.commas;
  if (name.level < same->name.level) {
    same->name.level = name.level;
    same->name.written = name.written;
  }
}

void CouncilFinder::finish() {
  for (auto& [word, names] : by_first_word_) {
    std::stable_sort(names.begin(), names.end(),
                     [](const Name& a, const Name& b) { return a.name.words.size() > b.name.words.size(); });
  }
}

bool CouncilFinder::matches(const Name& name, const Words& words, std::size_t at) {
  const std::vector<std::string>& wanted = name.name.words;
  if (at + wanted.size() > words.list.size()) return false;
  for (std::size_t i = 0; i < wanted.size(); ++i) {
    const TextWord& word = words.list[at + i];
    if (!word.is(wanted[i])) return false;
    const bool comma_fits = word.gap == Gap::comma && (name.name.commas >> i & 1U) != 0;
    if (i > 0 && word.gap != Gap::joins && !comma_fits) return false;
  }
  if (!words.cased) return true;
  const TextWord& first = words.list[at];
  if (name.name.level != CouncilNameLevel::abbreviation) return first.capital;
  return words.text.substr(first.begin).starts_with(name.name.written);
}

const CouncilFinder::Name* CouncilFinder::longest_at(const Words& words, std::size_t at, bool places) const {
  const TextWord& first = words.list[at];
  const Name* best = nullptr;
  for (const std::string_view key : {std::string_view(first.folded), first.base()}) {
    const auto names = by_first_word_.find(key);
    if (names == by_first_word_.end()) continue;
    for (const Name& name : names->second) {
      if (best != nullptr && name.name.words.size() <= best->name.words.size()) break;
      if (name.name.level != CouncilNameLevel::full && !places) continue;
      if (matches(name, words, at)) best = &name;
    }
    if (first.possessive == 0) break;
  }
  return best;
}

std::vector<CouncilFinder::Match> CouncilFinder::find(std::string_view text, bool places) const {
  std::vector<Match> found;
  const Words words(text);
  for (std::size_t at = 0; at < words.list.size();) {
    const Name* name = longest_at(words, at, places);
    if (name == nullptr) {
      ++at;
      continue;
    }
    const std::size_t after = at + name->name.words.size();
    const bool full = name->name.level == CouncilNameLevel::full;
    if (full || !words.part_of_another_name(at, after)) {
      const TextWord& last = words.list[after - 1];
      const bool own_s = last.folded == name->name.words.back();  // "King's", not a possessive of the name
      found.push_back({words.list[at].begin, own_s ? last.end : last.end - last.possessive, name->rows, full});
    }
    at = after;
  }
  return found;
}

}  // namespace minutebook::schema
