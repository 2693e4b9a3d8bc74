#include "indexer/attendance_lines.h"

#include <algorithm>
#include <array>

#include "indexer/attendance_entries.h"
#include "indexer/attendance_names.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::Attendance;
using schema::Person;

/// An office in `role` ("Cabinet Member for …", "Director of …") may go on behind a comma or an "and".
bool is_open_office(const std::string& role) {
  static constexpr std::array<std::string_view, 9> offices = {"member for", "member with", "holder for",
                                                              "holder, ",   "director of", "director for",
                                                              "director",   "head of",     "leader"};
  const std::string small = lower(role);
  return std::any_of(offices.begin(), offices.end(),
                     [&](std::string_view office) { return small.find(office) != std::string::npos; });
}

/// "Councillors Ann Holt Ben Reid Carl Orr": names of several people with nothing between them, nobody knows where.
bool runs_together(std::string_view text) {
  static constexpr std::array<std::string_view, 4> several = {"councillors", "cllrs", "aldermen", "cynghorwyr"};
  constexpr std::size_t longest_name = 3;  // words
  const bool plural =
      std::any_of(several.begin(), several.end(), [&](std::string_view title) { return begins_word(text, title); });
  std::vector<std::string_view> words = words_of(text);
  while (!words.empty() && begins_title(words.front())) words.erase(words.begin());
  return plural && words.size() > longest_name && std::all_of(words.begin(), words.end(), [](std::string_view word) {
           const bool capital = word[0] >= 'A' && word[0] <= 'Z';
           return capital && word.find_first_of("(:0123456789") == std::string_view::npos && !begins_office(word);
         });
}

/// Adds the people of one line; remembers whose office the next entries may continue.
class LineReader {
 public:
  LineReader(std::string_view text, Attendance attendance, AttendanceList& list)
      : text_(text),
        entries_(name_entries(text)),
        attendance_(attendance),
        members_(mentions_members(text)),
        list_(list) {}

  void read(bool after_marker) {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      std::string_view name = take_label(entries_[i].text);
      if (name.empty() || begins(name, "in the chair")) continue;
      if (begins(name, "and ")) name.remove_prefix(4);
      if (begins(name, "members ") && word_count(name) >= 3)
        name.remove_prefix(8);                     // "from: Members A Holt and B Reid"
      const bool alone = i == 0 && !after_marker;  // an office begins the line: of the person on the line before
      if (begins_office(name) && continue_office(name, i, alone)) continue;
      if (opened_ && goes_on(name, i)) {
        list_.people.back().role += entries_[i].separator + std::string(name);
        continue;
      }
      add(name, i);
    }
  }

 private:
  /// "Aldermen – B, C", "Councillors - D": titles over a list, parted by a dash.
  static std::string_view without_titles(std::string_view name) {
    for (const std::string_view title : {"aldermen", "alderman", "councillors", "members", "cllrs"}) {
      if (!begins_word(name, title)) continue;
      const std::string_view rest = trim(name.substr(title.size()));
      for (const std::string_view dash : {"\xE2\x80\x93 ", "- ", "\xE2\x80\x94 "}) {
        if (rest.starts_with(dash)) return trim(rest.substr(dash.size()));
      }
    }
    return name;
  }

  /// "Chair: Councillor A", "Aldermen: B, C": the label is no part of the name.
  std::string_view take_label(std::string_view name) {
    label_.clear();
    name = without_titles(name);
    const std::size_t colon = name.find(": ");
    if (colon == std::string_view::npos || colon > 60 || name.substr(0, colon).find('(') != std::string_view::npos)
      return name.ends_with(':') ? "" : name;
    label_ = lower(trim(name.substr(0, colon)));
    return trim(name.substr(colon + 2));
  }

  /// "Charlton, Cabinet Member Protecting Young People": the office belongs to the person before it, and so does its
  /// rest. An office before any name is that of somebody who is not named, unless the name stands in brackets behind
  /// it.
  bool continue_office(std::string_view name, std::size_t at, bool alone) {
    const bool surname = members_ && word_count(name) == 1 && added_ &&
                         (!opened_ || list_.people.back().role.empty());  // "Councillors Holt and Young"
    const bool named = surname || name.find('(') != std::string_view::npos || names_post_holder(name);
    if (named && person_of(name, attendance_, members_)) return false;
    if (list_.people.empty() || (!alone && !added_)) return true;
    Person& last = list_.people.back();
    if (last.role.empty()) {
      last.role = std::string(trim(name));
      opened_ = true;
    } else if (begins_word(name, "the") && begins_office(trim(name.substr(3)))) {
      opened_ = false;  // "Councillor A Holt, Leader, and the Director of Place": somebody else, who is not named
    } else if (opened_) {
      last.role += entries_[at].separator + std::string(name);
    }
    return true;
  }

  /// "… Cabinet Member for Children, Schools and Families": the rest of an office, not people. A person has an office
  /// of its own behind the name.
  bool goes_on(std::string_view name, std::size_t at) const {
    if (!is_open_office(list_.people.back().role) || begins_title(name) || name.find('(') != std::string_view::npos)
      return false;
    const bool office_next = at + 1 < entries_.size() && entries_[at + 1].separator == ", " &&
                             begins_office(entries_[at + 1].text) && word_count(name) >= 2;
    return !office_next && word_count(name) <= 3 && text_.find(';') == std::string_view::npos;
  }

  /// "A Holt, NVDC, B Reid": capitals among names written otherwise are a body's initials.
  bool is_initials(std::string_view name) const {
    if (word_count(name) != 1 || name.size() > 5 || !is_capitals(name)) return false;
    return std::any_of(entries_.begin(), entries_.end(), [](const NameEntry& one) {
      const std::vector<std::string_view> words =
          words_of(trim(std::string_view(one.text).substr(0, one.text.find('('))));
      return words.size() >= 2 && words.back().size() >= 3 && !is_capitals(words.back());
    });
  }

  void add(std::string_view name, std::size_t at) {
    if (is_initials(name)) return;
    if (runs_together(name)) {
      list_.unparted.emplace_back(name);
      opened_ = false;
      return;
    }
    auto person = person_of(name, attendance_, members_);
    opened_ = false;
    if (!person) return;
    if (label_.find("vice") != std::string::npos && label_.find("chair") != std::string::npos) {
      person->role = "vice-chair";
    } else if (label_.find("chair") != std::string::npos) {
      person->role = "chair";
    }
    const bool described = !person->role.empty() && entries_[at].text.find('(') == std::string::npos;
    person->role = role_display(person->role);
    added_ = true;
    const bool known = std::any_of(list_.people.begin(), list_.people.end(),
                                   [&](const Person& one) { return one.name == person->name; });
    opened_ = !known && (person->role.empty() || described);
    if (!known) list_.people.push_back(std::move(*person));
  }

  std::string_view text_;
  std::vector<NameEntry> entries_;
  Attendance attendance_;
  bool members_;
  AttendanceList& list_;
  std::string label_;
  bool added_ = false;   // a person of this line stands in the list
  bool opened_ = false;  // the office of the last one may go on
};

}  // namespace

void add_people(std::string_view text, Attendance attendance, AttendanceList& list, bool after_marker) {
  text = trim(text);
  if (text.empty() || begins_word(text, "none") || begins_word(text, "note")) return;
  LineReader(text, attendance, list).read(after_marker);
}

bool is_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 7> verbs = {"is", "are", "was", "were", "may", "considered", "decided"};
  return text.size() > 50 && trim(text).back() == '.' &&
         std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) { return contains_word(text, verb); });
}

}  // namespace minutebook::indexer
