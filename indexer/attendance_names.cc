#include "indexer/attendance_names.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::Attendance;
using schema::Person;

// Words that stand in roles and organisations, never in names.
constexpr std::string_view role_words[] = {
    // posts
    "officer", "director", "manager", "member", "members", "head", "chair", "chairman", "chairperson", "vice",
    "governor", "representative", "lead", "nurse", "commissioner", "clerk", "principal", "assistant", "solicitor",
    "engineer", "deputy", "holder", "leader", "headteacher", "interim", "acting", "managing", "representing",
    // bodies
    "council", "service", "services", "police", "partnership", "department", "board", "committee", "panel", "nhs",
    "cabinet", "executive", "church", "diocese", "union", "team", "group", "business", "borough", "county", "town",
    "parish", "city", "district", "community",
    // their fields, and words of lists
    "people", "education", "assurance", "prevention", "quality", "scrutiny", "children", "young", "democratic",
    "statutory", "support", "corporate", "independent", "social", "legal", "planning", "finance", "monitoring",
    "governance", "strategic", "parent", "the", "none", "vacancy", "note", "portfolio", "communications", "apologies",
    "item", "all", "electoral", "vacant"};

// Of these, the ones that are surnames too when a title stands before them.
constexpr std::array<std::string_view, 10> surnames = {"young", "church", "head",   "parent", "lead",
                                                       "clerk", "all",    "deputy", "leader", "parish"};

// Titles before a name; those that make a councillor apply to the names that follow in the same list.
constexpr std::array<std::string_view, 32> titles = {
    "clr",        "clrs",           "councillors", "councillor", "cllrs",  "cllr",       "mr",         "mrs",
    "ms",         "miss",           "dr",          "alderman",   "rev",    "reverend",   "sir",        "lord",
    "lady",       "superintendent", "inspector",   "baroness",   "father", "professor",  "canon",      "aldermen",
    "alderwoman", "baillie",        "bailie",      "provost",    "prof",   "cynghorydd", "cynghorwyr", "cyng"};

template <typename List>
bool is_one_of(std::string_view word, const List& list) {
  while (!word.empty() && (word.back() == ',' || word.back() == ':' || word.back() == '.')) word.remove_suffix(1);
  return std::find(std::begin(list), std::end(list), lower(word)) != std::end(list);
}

bool name_word(std::string_view word) {
  while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.remove_suffix(1);
  if (word.empty() || word.ends_with("'s") || word.ends_with("\xE2\x80\x99s") ||
      word.find(':') != std::string_view::npos)
    return false;
  if (word == "van" || word == "der" || word == "de" || word == "den" || word == "la" || word == "von" || word == "al")
    return true;
  const bool capital = (word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3;
  return capital && std::none_of(word.begin(), word.end(), [](char c) {
           return std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '@' || c == '/';
         });
}

/// "West Mercia Police", "Northvale Council", "London Borough of Westmarsh": an organisation, not a person.
bool is_organisation(std::string_view text) {
  static constexpr std::array<std::string_view, 15> nouns = {
      "police",     "council",     "nhs",    "trust",   "university", "college",     "board",  "partnership",
      "department", "association", "school", "academy", "ltd",        "healthwatch", "service"};
  if (contains_word(text, "borough of") || contains_word(text, "city of")) return true;
  const std::size_t space = text.find_last_of(' ');
  return space != std::string_view::npos && word_count(text) <= 5 && is_one_of(text.substr(space + 1), nouns);
}

/// Titles of address off the front; "County Councillor" is one. True if there was any.
bool take_titles(std::vector<std::string_view>& words) {
  bool titled = false;
  const auto level = [&] {
    return words.size() > 1 &&
           (lower(words[0]) == "county" || lower(words[0]) == "y" || lower(words[0]) == "town" ||
            lower(words[0]) == "the" || lower(words[0]) == "community") &&
           is_one_of(words[1], titles);
  };
  while (!words.empty() && (is_one_of(words.front(), titles) || level())) {
    const bool welsh = begins(words.front(), "cyng");
    words.erase(words.begin());
    titled = true;
    // "Cynghorydd Sir", "Cynghorydd Tref": the level stands behind the title. "Sir" is a title itself.
    if (welsh && words.size() > 2 && (lower(words[0]) == "sir" || lower(words[0]) == "tref"))
      words.erase(words.begin());
  }
  return titled;
}

/// "The Mayor (Councillor Ann Reed)", "Director of Place (G Holt)": the name stands in the brackets, the office before
/// them.
bool name_in_brackets(std::string_view before, std::string_view inside) {
  std::vector<std::string_view> words = words_of(inside);
  const bool titled = take_titles(words);
  const bool names = !words.empty() && words.size() <= 4 && std::all_of(words.begin(), words.end(), name_word);
  const bool initial =
      words.size() >= 2 && words.size() <= 3 && words[0].size() <= 2 && !is_one_of(words[0], role_words);
  return names && !begins_title(before) && (titled || (initial && begins_office(before)));
}

/// A description behind a dash, a comma or a tab becomes the role, if none stood in brackets.
std::string_view cut_description(std::string_view entry, Person& person) {
  for (const std::string_view dash : {" - ", " \xE2\x80\x93 ", ", ", "\t"}) {
    const std::size_t at = entry.find(dash);
    if (at == std::string_view::npos) continue;
    if (person.role.empty()) person.role = std::string(trim(entry.substr(at + dash.size())));
    entry = trim(entry.substr(0, at));
  }
  return entry;
}

/// "Clerk J Holt", "Chairman A Reid": a post of one word before an initial and a surname.
bool is_post_holder(const std::vector<std::string_view>& words) {
  static constexpr std::array<std::string_view, 6> posts = {"clerk",  "chair",         "chairman",
                                                            "warden", "vice-chairman", "treasurer"};
  return words.size() == 3 && is_one_of(words[0], posts) && words[1].size() <= 2 && name_word(words[1]) &&
         name_word(words[2]);
}

bool take_post(std::vector<std::string_view>& words, Person& person) {
  if (!is_post_holder(words)) return false;
  if (person.role.empty()) person.role = role_display(lower(words[0]));
  words.erase(words.begin());
  return true;
}

/// What stands before the brackets, whose words become the role; or the name inside them. Views `entry`.
std::string_view cut_brackets(std::string_view entry, Person& person) {
  const std::size_t open = entry.find('(');
  if (open == std::string_view::npos) return entry;
  const std::size_t close = std::min(entry.find(')', open), entry.size());
  const std::string_view inside = trim(entry.substr(open + 1, close - open - 1));
  const std::string_view before = trim(entry.substr(0, open));
  if (!name_in_brackets(before, inside)) {
    person.role = std::string(inside);
    return before;
  }
  const bool chair = find_ci(entry.substr(close), "in the chair") != std::string_view::npos;
  person.role = chair ? "chair" : std::string(before);
  return inside;
}

/// How many words from the first are of a name, five at most. `lone`: with a title before it, a first name, or among
/// surnames, a last word like "Young" is a surname.
std::size_t count_names(const std::vector<std::string_view>& words, bool lone) {
  std::size_t count = 0;
  while (count < words.size() && count < 5) {
    const bool surname = lone && count + 1 == words.size() && is_one_of(words[count], surnames);
    if (!name_word(words[count]) || (!surname && is_one_of(words[count], role_words))) break;
    ++count;
  }
  return count;
}

std::string joined(const std::vector<std::string_view>& words, std::size_t from, std::size_t to) {
  std::string text;
  for (std::size_t i = from; i < to; ++i) text += (text.empty() ? "" : " ") + std::string(words[i]);
  return text;
}

}  // namespace

bool begins_title(std::string_view text) {
  std::vector<std::string_view> words = words_of(text.substr(0, std::min<std::size_t>(text.size(), 60)));
  return take_titles(words);
}

bool begins_office(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text.substr(0, std::min<std::size_t>(text.size(), 60)));
  return !words.empty() && is_one_of(words.front(), role_words) && !begins_title(text);
}

bool names_post_holder(std::string_view text) {
  return is_post_holder(words_of(trim(text)));
}

bool mentions_members(std::string_view text) {
  static constexpr std::array<std::string_view, 9> words = {
      "councillors", "cllrs", "councillor", "cllr", "aldermen", "alderman", "cynghorwyr", "cynghorydd", "cyng"};
  return std::any_of(words.begin(), words.end(), [&](std::string_view word) { return contains_word(text, word); });
}

bool is_capital_name(std::string_view text) {
  const std::vector<std::string_view> words = words_of(text);
  if (words.size() < 2 || words.size() > 4 || text.find(':') != std::string_view::npos) return false;
  const auto initial = [](std::string_view word) { return word.size() <= 2 || (word.size() == 3 && word[1] == '.'); };
  return (initial(words.front()) || initial(words.back())) && std::all_of(words.begin(), words.end(), name_word) &&
         is_capitals(text) &&
         std::none_of(words.begin(), words.end(), [](std::string_view word) { return is_one_of(word, role_words); });
}

std::string role_display(const std::string& role) {
  const std::string small = lower(role);
  if (small.starts_with("is-gadeirydd")) return "vice-chair";
  if (small.starts_with("cadeirydd")) return "chair";
  const bool vice = small.starts_with("vice") || small.starts_with("deputy chair");
  if (vice && (small.find("chair") != std::string::npos || small.find("convener") != std::string::npos))
    return "vice-chair";
  if (small.starts_with("chair") || small.find("in the chair") != std::string::npos || small == "convener" ||
      small.starts_with("presiding"))
    return "chair";
  return role;
}

std::optional<Person> person_of(std::string_view entry, Attendance attendance, bool members) {
  Person person{.attendance = attendance};
  entry = trim(entry);
  if (is_organisation(entry)) return std::nullopt;
  const bool bracketed = entry.find('(') != std::string_view::npos;
  entry = cut_description(cut_brackets(entry, person), person);
  std::vector<std::string_view> words = words_of(entry);
  // Signs that a key explains: "* = present", "r = remote attendance".
  while (!words.empty() && words[0].size() == 1 && !(words[0][0] >= 'A' && words[0][0] <= 'Z'))
    words.erase(words.begin());
  const bool titled = take_titles(words) || take_post(words, person);
  if (!titled && !words.empty() && words[0].size() >= 3 && is_capitals(words[0]) && !is_capitals(entry))
    return std::nullopt;  // "NHS …"
  const bool lone = (titled && words.size() <= 3) || words.size() == 2 || (members && words.size() == 1);
  std::size_t count = count_names(words, lone);
  if (count == 0) return std::nullopt;
  if (count < words.size() ||
      (count >= 3 && !titled && !members)) {  // "Kevin Crompton Independent …": first and second name
    if (!titled && count == 5) count = 2;
    if (person.role.empty()) person.role = joined(words, count, words.size());
  }
  const bool posted = bracketed && words.size() == 1 && begins_office(person.role);
  if (count == 1 && !titled && !posted && (!members || words.size() > 1))
    return std::nullopt;  // a single word without a title or a post behind it is no name
  person.name = joined(words, 0, count);
  person.name.erase(person.name.find_last_not_of(",.;") + 1);
  person.role.erase(person.role.find_last_not_of('.') + 1);
  return person.name.size() < 2 || person.name.size() > 60 ? std::nullopt : std::optional<Person>(person);
}

}  // namespace minutebook::indexer
