// Apologies that a sentence of the minutes records. Declared in indexer/attendance.h.
#include <algorithm>
#include <array>

#include "indexer/attendance.h"
#include "indexer/attendance_entries.h"
#include "indexer/attendance_lines.h"
#include "indexer/attendance_names.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::Attendance;
using schema::Person;

/// What somebody did at the beginning of a meeting: no list of names, though names stand in it.
bool tells(std::string_view text) {
  static constexpr std::array<std::string_view, 7> verbs = {"took",     "welcomed",  "opened",    "thanked",
                                                            "reported", "explained", "introduced"};
  return std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) { return contains_word(text, verb); });
}

std::string surname_of(const std::string& name) {
  return lower(std::string_view(name).substr(name.find_last_of(' ') + 1));
}

/// Where the list of names begins in a sentence of apologies; npos if it is no such sentence.
std::size_t names_in_apology(std::string_view text) {
  static constexpr std::array<std::string_view, 7> leads = {" from ", " on behalf of ", " from: ", " by ",
                                                            " for ",  " oddi wrth ",    " gan "};
  const bool welsh = find_ci(text, "ymddiheuriad") != std::string_view::npos;
  if (!welsh && find_ci(text, "apolog") == std::string_view::npos) return std::string_view::npos;
  std::size_t from = find_ci(text, welsh ? "absenoldeb" : "absence");
  from = from == std::string_view::npos ? 0 : from;
  // "intimated by Councillors Reed and Holt. Apologies also from …"
  const std::size_t by = find_ci(text, " by ", from);
  const std::size_t other = std::min(find_ci(text, " from ", from), find_ci(text, " on behalf of ", from));
  if (by < other && begins_title(text.substr(by + 4))) return by + 4;
  for (const std::string_view lead : leads) {
    const std::size_t at = find_ci(text, lead, from);
    if (at != std::string_view::npos) return at + lead.size();
  }
  return std::string_view::npos;
}

/// Nothing but names, each of two words at least: "Ann Holt (AH), Ben Reid (BR)".
bool is_list_of_names(std::string_view text) {
  while (!text.empty() && text.back() == '.') text.remove_suffix(1);
  const std::vector<NameEntry> entries = name_entries(text);
  return !entries.empty() && std::all_of(entries.begin(), entries.end(), [](const NameEntry& one) {
    const std::string_view name = trim(std::string_view(one.text).substr(0, one.text.find('(')));
    const std::size_t words = word_count(name);
    return words >= 2 && words <= 4 && is_title_case(name) && !begins_office(name) &&
           person_of(one.text, Attendance::apologies, false);
  });
}

/// The end of the sentence: a full stop that follows a word, not an initial.
std::size_t sentence_end(std::string_view text) {
  for (std::size_t at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
    const std::size_t space = text.substr(0, at).find_last_of(" (");
    const std::size_t length = at - (space == std::string_view::npos ? 0 : space + 1);
    const bool title = length <= 5 && begins_title(text.substr(at - length, length + 1));
    if (length >= 3 && !title) return at;
  }
  return text.size();
}

/// "… for her inability to attend", "… for his absence": not for anything else.
bool tells_absence(std::string_view text) {
  return contains_word(text, "attend") || contains_word(text, "absence");
}

}  // namespace

void read_apologies(std::string_view text, AttendanceList& list) {
  for (const std::string_view verb : {" sent ", " had sent ", " gave ", " had given ", " submitted ", " tendered ",
                                      " offered ", " apologised for "}) {
    const std::size_t end = find_ci(text, verb);  // "Councillor Holt sent his apologies"
    if (end == std::string_view::npos || find_ci(text, "apolog", end) > end + verb.size() + 8 || !begins_title(text))
      continue;
    if (verb == " apologised for " && !tells_absence(text.substr(end))) continue;
    add_people(text.substr(0, end), Attendance::apologies, list, true);
    return;
  }
  std::size_t at = names_in_apology(text);
  const bool names_only = at == std::string_view::npos && text.size() < 300 && !is_sentence(text) && !tells(text) &&
                          find_ci(text, "apolog") == std::string_view::npos &&
                          find_ci(text, "no ") == std::string_view::npos &&
                          find_ci(text, " received") == std::string_view::npos;
  if (names_only && (mentions_members(text) || begins_title(text) || is_list_of_names(text))) at = 0;
  if (at == std::string_view::npos) return;
  std::string_view names = text.substr(at);
  for (const std::string_view group : {"members ", "councillors: ", "members: "}) {
    if (begins(names, group)) names = trim(names.substr(group.size()));
  }
  names = names.substr(0, sentence_end(names));
  for (const std::string_view stop : {" who was", " who were", " with ", " for lateness", " and it was"}) {
    names = names.substr(0, std::min(find_ci(names, stop), names.size()));
  }
  for (const std::string_view verb : {" attended", " substituted for", " was substitut", " acted "}) {
    const std::size_t at_verb = find_ci(names, verb);  // "… and Councillor Reed attended as her substitute"
    if (at_verb == std::string_view::npos) continue;
    const std::size_t clause = names.substr(0, at_verb).find_last_of(",;");
    const std::size_t joint = names.substr(0, at_verb).rfind(" and ");
    names = names.substr(0, joint != std::string_view::npos ? joint : std::min(clause, at_verb));
  }
  AttendanceList absent;
  add_people(names, Attendance::apologies, absent, true);
  list.unparted.insert(list.unparted.end(), absent.unparted.begin(), absent.unparted.end());
  for (Person& one : absent.people) {
    const auto same = [&](const Person& known) {
      const bool away = known.attendance == Attendance::apologies || known.attendance == Attendance::absent;
      return known.name == one.name || (away && surname_of(known.name) == surname_of(one.name));
    };
    if (std::none_of(list.people.begin(), list.people.end(), same)) list.people.push_back(std::move(one));
  }
}

}  // namespace minutebook::indexer
