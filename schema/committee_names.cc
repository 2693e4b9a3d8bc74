// Display forms and keys of committees and portfolios: what spellings of one name have in common.
#include <algorithm>
#include <array>
#include <vector>

#include "schema/analysis.h"
#include "schema/characters.h"
#include "schema/committee_kinds.h"
#include "schema/name_pattern.h"

namespace minutebook::schema {

namespace {

using Words = std::vector<std::string>;

struct Replacement {
  NamePattern pattern;
  std::string_view with;
};

/// Straight apostrophes, plain dashes as they are, single spaces, no signs at the ends.
std::string tidy(std::string_view name) {
  std::string out;
  bool space_due = false;
  for (std::size_t at = 0; at < name.size();) {
    const Decoded decoded = decode_utf8(name, at);
    if (is_white_space(decoded.character)) {
      space_due = !out.empty();
    } else {
      if (space_due) out += ' ';
      space_due = false;
      append_utf8(is_apostrophe(decoded.character) ? U'\'' : decoded.character, out);
    }
    at = decoded.next;
  }
  constexpr std::string_view loose = " .,:;-";
  const std::size_t last = out.find_last_not_of(loose);
  const std::size_t first = out.find_first_not_of(loose);
  return last == std::string::npos ? std::string() : out.substr(first, last - first + 1);
}

/// Applies the rules again and again until nothing changes: "X - Special Meeting (Cancelled)". A rule that would leave
/// nothing is passed over unless `may_empty`.
std::string strip(std::string name, const std::vector<Replacement>& rules, bool may_empty) {
  for (bool changed = true; changed && !name.empty();) {
    changed = false;
    for (const Replacement& rule : rules) {
      const std::string shorter = tidy(rule.pattern.replaced(name, rule.with));
      if (shorter.size() < name.size() && (may_empty || !shorter.empty())) {
        name = shorter;
        changed = true;
      }
    }
  }
  return name;
}

const std::string& meeting_status() {
  static const std::string words =
      "(?:cancell?ed|scheduled|confirmed|postponed|inquorate|adjourned|reconvened|rescheduled|rearranged|extraordinary|"
      "special|informal|"
      "remote|virtual|additional|provisional|urgent|historic(?:al)?|call[- ]?in)";
  return words;
}

std::vector<Replacement> committee_rules() {
  const std::string& status = meeting_status();
  std::vector<Replacement> rules;
  const auto drop = [&rules](const std::string& expression) { rules.push_back({NamePattern(expression), ""}); };
  drop("\\s*\\(" + status + "(?:\\s+meeting)?(?:\\s*[-–—,:]?\\s*\\d[^()]*)?\\)$");
  drop("\\s*\\((?:during|until|formerly|dissolved|ended|ceased)\\b[^()]*\\)$");
  drop("\\s*[-–—,:]\\s*(?:(?:" + status + "|budget)\\s+)?meeting$");
  drop("\\s*[-–—,:]\\s*" + status + "$");
  drop("\\s+(?:(?:" + status + "|budget|annual|ordinary)\\s+)?meeting$");
  drop("^" + status + "\\s*[-–—,:]\\s*(?:the\\s+)?");
  drop("^call[- ]?in\\s+(?:meeting\\s+)?of\\s+(?:the\\s+)?");
  drop("^(?:(?:" + status + "|budget|annual|ordinary)\\s+)?meeting\\s+of\\s+(?:the\\s+)?");
  drop("^(?:cancelled|postponed|inquorate|adjourned|reconvened|rescheduled|extraordinary)\\s+(?=\\S)");
  drop("^the\\s+(?=\\S)");
  return rules;
}

std::vector<Replacement> portfolio_rules() {
  const std::string role =
      "(?:(?:shadow\\s+|deputy\\s+|assistant\\s+)?(?:lead\\s+)?(?:cabinet|executive|lead)\\s+(?:lead\\s+)?(?:members?|"
      "councillors?)|"
      "(?:cabinet\\s+|executive\\s+)?portfolio\\s+holders?|(?:cabinet\\s+|executive\\s+)?portfolio(?=\\s*(?:for|of|[:"
      "–—-])))";
  const std::string leader = "(?:(?:deputy\\s+)?leader(?:\\s+of\\s+the\\s+council)?\\s*(?:and|&|,|[-–—])\\s*)?";
  const std::string link =
      "\\s*(?:with\\s+(?:the\\s+)?(?:portfolio|(?:lead\\s+)?responsibility)\\s+for|for|of|[-–—:,])?\\s*";
  std::vector<Replacement> rules;
  const auto add = [&rules](const std::string& expression, std::string_view with) {
    rules.push_back({NamePattern(expression), with});
  };
  add("^(?:councillor|cllr)\\b\\.?\\s.*?(?:,|\\s[-–—])\\s+", "");
  add("^(?:the\\s+)?" + leader + "\\b" + role + "\\b" + link, "");
  add("\\s*[(,–—-]?\\s*\\b(?:councillor|cllr)\\b.*$", "");
  add("\\s*\\((?:historic|labour|lab|conservative|con|liberal\\s+democrats?|lib\\s*dems?|ld|green|independent|ind|"
      "vacant)\\b[^()]*\\)$",
      "");
  add("\\s+portfolio$", "");
  add("^((?:deputy\\s+)?leader)'s$", "$1");
  return rules;
}

std::string without_possessives(const std::string& name) {
  static const NamePattern possessive("'s\\b");
  return possessive.replaced(name, "");
}

Words words_of(std::string_view name) {
  const std::string dashed = slug(without_possessives(tidy(name)));
  Words words;
  for (std::size_t at = 0; at < dashed.size();) {
    const std::size_t end = std::min(dashed.find('-', at), dashed.size());
    std::string word = dashed.substr(at, end - at);
    // Possessives of irregular plurals, written without their apostrophe.
    if (word == "childrens" || word == "peoples" || word == "womens" || word == "mens") word.pop_back();
    words.push_back(std::move(word));
    at = end + 1;
  }
  return words;
}

bool is_type_word(const std::string& word) {
  constexpr std::array types =
      std::to_array<std::string_view>({"borough", "city", "county", "district", "metropolitan", "royal", "london", "of",
                                       "the", "and", "council", "corporation"});
  return std::find(types.begin(), types.end(), word) != types.end();
}

/// The words of a council's name that are its place: "north vale" of "North Vale Council".
Words place_words(std::string_view council_name) {
  Words words = words_of(council_name);
  const auto first = std::find_if_not(words.begin(), words.end(), is_type_word);
  if (first == words.end()) return {};
  const auto last = std::find_if_not(words.rbegin(), words.rend(), is_type_word).base();
  return {first, last};
}

/// "… Council" after a place: how many of `words` from `at` on still name the council.
std::size_t council_words_from(const Words& words, std::size_t at) {
  std::size_t end = at;
  while (end < words.size() && words[end] != "council" && words[end] != "of" && words[end] != "and" &&
         is_type_word(words[end]))
    ++end;
  return end < words.size() && words[end] == "council" ? end + 1 - at : 0;
}

/// Drops the council's name at the beginning or the end. Names joined by "and" are those of several bodies and stay.
Words without_council(Words words, const Words& place) {
  if (place.empty()) return words;
  const auto at = std::search(words.begin(), words.end(), place.begin(), place.end());
  if (at == words.end()) return words;
  const auto before = static_cast<std::size_t>(at - words.begin());
  std::size_t after = before + place.size();
  after += council_words_from(words, after);
  const bool opens = std::all_of(words.begin(), at, is_type_word);
  if (opens && (after == words.size() || words[after] != "and")) {
    Words rest(words.begin() + static_cast<std::ptrdiff_t>(after), words.end());
    return rest.empty() ? Words{"council"} : rest;
  }
  if (!opens && after == words.size() && words[before - 1] != "and") {
    std::size_t end = before;
    while (end > 0 && (is_type_word(words[end - 1]) || words[end - 1] == "for" || words[end - 1] == "in")) --end;
    if (end > 0) words.resize(end);
  }
  return words;
}

bool names_full_council(const Words& words) {
  const auto belongs = [](const std::string& word) { return word == "full" || (is_type_word(word) && word != "and"); };
  return std::find(words.begin(), words.end(), "council") != words.end() &&
         std::all_of(words.begin(), words.end(), belongs);
}

/// One spelling of words that are written together or apart.
Words joined_alike(const Words& words) {
  Words out;
  for (const std::string& word : words) {
    if (word == "being" && !out.empty() && out.back() == "well") {
      out.back() = "wellbeing";
    } else if (word == "subcommittee") {
      out.insert(out.end(), {"sub", "committee"});
    } else {
      out.push_back(word);
    }
  }
  return out;
}

std::string joined(const Words& words) {
  std::string out;
  for (const std::string& word : words) {
    if (!out.empty()) out += ' ';
    out += word;
  }
  return out;
}

Words without_articles(const Words& words) {
  Words out;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool letter_of_name = words[i] == "a" && i + 1 == words.size();  // "Sub-Committee A"
    if (words[i] == "the" || (!letter_of_name && (words[i] == "a" || words[i] == "an"))) continue;
    out.push_back(words[i]);
  }
  return out;
}

}  // namespace

std::string committee_display(std::string_view name) {
  static const std::vector<Replacement> rules = committee_rules();
  return title_case_if_capitals(strip(tidy(name), rules, false));
}

std::string committee_key(std::string_view name, std::string_view council_name) {
  Words words = without_council(words_of(committee_display(name)), place_words(council_name));
  words = joined_alike(without_articles(words));
  if (names_full_council(words)) return "council";
  std::erase(words, "and");
  return joined(words);
}

std::string portfolio_display(std::string_view name) {
  static const std::vector<Replacement> rules = portfolio_rules();
  static const NamePattern ampersand("\\s*&\\s*");
  const std::string bare = strip(tidy(name), rules, true);
  return title_case_if_capitals(tidy(ampersand.replaced(
      bare, bare.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string::npos ? " AND " : " and ")));
}

std::string portfolio_key(std::string_view name) {
  return joined(joined_alike(without_articles(words_of(portfolio_display(name)))));
}

}  // namespace minutebook::schema
