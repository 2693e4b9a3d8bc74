#include "indexer/local_council.h"

#include <algorithm>
#include <array>

#include "indexer/text_shapes.h"
#include "schema/date.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t letterhead_blocks = 6;
constexpr std::size_t longest_opening = 400;  // bytes of a block that opens a paper
constexpr std::size_t longest_name = 8;       // words before "Parish Council"

constexpr std::array<std::string_view, 3> kinds = {" parish council", " town council", " community council"};

/// The whole line is the name, in English or Welsh, perhaps before a day.
std::string name_alone(const Block& block) {
  if (block.text.size() > 100 || begins_word(block.text, "minutes") || begins_word(block.text, "agenda")) return {};
  const auto dates = schema::find_dates(block.text);
  std::string name = block.text.substr(0, dates.empty() ? block.text.size() : dates.front().begin);
  name.erase(name.find_last_not_of(" ,-:") + 1);
  const bool welsh = begins(name, "cyngor cymuned ") || begins(name, "cyngor tref ");
  const bool local = welsh || std::any_of(kinds.begin(), kinds.end(), [&](std::string_view kind) {
                       return name.size() > kind.size() && find_ci(name, kind) == name.size() - kind.size();
                     });
  return local && (is_capitals(name) || is_title_case(name)) ? name : std::string();
}

/// What opens a paper of the council itself, as opposed to a sentence about it.
bool opens_paper(std::string_view text, std::size_t name, std::size_t behind) {
  static constexpr std::array<std::string_view, 11> openings = {"minutes", "draft minutes", "notes",  "agenda",
                                                                "meeting", "a meeting",     "notice", "you are",
                                                                "annual",  "summons",       "the "};
  static constexpr std::array<std::string_view, 8> endings = {" meeting", " minutes", " agenda", " held",
                                                              " annual",  " will",    " - ",     ". meeting"};
  const bool heading = text.size() < 200 && !ends_sentence(text);
  const std::string_view before = trim(text.substr(0, name));
  const auto day = schema::find_dates(before);  // "11 November 2020 Northvale Community Council held their meeting …"
  if (!before.empty() && day.size() == 1 && day[0].begin == 0 && day[0].end == before.size()) name = 0;
  if (name == 0 && heading && text.size() - behind <= 25) return true;  // "Northvale Parish Council January"
  if (name == 0 && (std::any_of(endings.begin(), endings.end(),
                                [&](std::string_view end) { return begins(text.substr(behind), end); })))
    return heading || find_ci(text, " meeting") != std::string_view::npos;
  const bool opens =
      std::any_of(openings.begin(), openings.end(), [&](std::string_view one) { return begins(text, one); });
  return opens && find_ci(text.substr(0, behind + 40), "meeting") != std::string_view::npos &&
         find_ci(text.substr(0, name), "report") == std::string_view::npos;
}

/// A word of a place's name: with a capital, or one that joins such words.
bool of_name(std::string_view word) {
  static constexpr std::array<std::string_view, 16> no = {
      "minutes", "meeting", "of",      "the",    "annual", "draft",   "for",     "ordinary",
      "extra",   "monthly", "general", "agenda", "notice", "special", "members", "extraordinary"};
  static constexpr std::array<std::string_view, 8> joining = {"and", "&", "with", "cum", "in", "on", "le", "a"};
  const std::string small = lower(word);
  if (std::find(no.begin(), no.end(), small) != no.end()) return false;
  return (word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3 ||
         std::find(joining.begin(), joining.end(), word) != joining.end();
}

/// Where the name begins whose last word ends at `end`; npos: no name stands there. Words such as "Extraordinary"
/// between the name and "Parish Council" are no part of it and are left out by `end`.
std::size_t name_begin(std::string_view text, std::size_t& end) {
  std::size_t begin = end;
  std::size_t words = 0;
  bool named = false;
  while (begin > 0 && words < longest_name) {
    const std::size_t space = text.substr(0, begin).find_last_of(" )\t");
    const std::size_t word = space == std::string_view::npos ? 0 : space + 1;
    const std::string_view one = text.substr(word, begin - word);
    if (one.empty() || std::isdigit(static_cast<unsigned char>(one[0])) != 0) break;
    const bool part = of_name(one);
    if (!part && named) break;
    if (!part && lower(one) != "extra" && lower(one) != "ordinary" && lower(one) != "extraordinary" &&
        lower(one) != "annual")
      break;
    if (part) {
      named = true;
    } else {
      end = word == 0 ? 0 : word - 1;
    }
    begin = word == 0 ? 0 : word - 1;
    ++words;
    if (word == 0) return named ? 0 : std::string_view::npos;
  }
  return named ? begin + 1 : std::string_view::npos;
}

std::string name_within(const std::string& text) {
  if (text.size() > longest_opening) return {};
  for (const std::string_view kind : kinds) {
    const std::size_t at = find_ci(text, kind);
    if (at == std::string::npos || at == 0) continue;
    std::size_t end = at;
    std::size_t begin = name_begin(text, end);
    if (begin == std::string::npos || begin >= end) continue;
    std::string name = text.substr(begin, end - begin);
    for (const std::string_view joining : {"and ", "& ", "in ", "on ", "a "}) {  // "… held in Northvale Parish Council"
      if (begins(name, joining)) name.erase(0, joining.size());
    }
    if (name.empty() || !opens_paper(text, begin, at + kind.size())) continue;
    return name + text.substr(at, kind.size());
  }
  return {};
}

}  // namespace

std::string local_council_in(const std::vector<Block>& blocks) {
  for (const bool alone : {true, false}) {
    for (std::size_t i = 0; i < std::min(blocks.size(), letterhead_blocks); ++i) {
      if (blocks[i].row() || blocks[i].bullet) continue;
      std::string name = alone ? name_alone(blocks[i]) : name_within(blocks[i].text);
      if (!name.empty()) return name;
    }
  }
  return {};
}

bool names_a_local_council(std::string_view text) {
  return std::any_of(kinds.begin(), kinds.end(),
                     [&](std::string_view kind) { return find_ci(text, kind) != text.npos; });
}

}  // namespace minutebook::indexer
