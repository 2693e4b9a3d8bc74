#include "indexer/attendance.h"

#include <algorithm>
#include <array>
#include <optional>

#include "indexer/attendance_entries.h"
#include "indexer/attendance_markers.h"
#include "indexer/attendance_names.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::Attendance;
using schema::Person;
using Marker = AttendanceMarker;

/// An office in `role` ("Cabinet Member for …", "Director of …") may go on behind a comma or an "and".
bool is_open_office(const std::string& role) {
  static constexpr std::array<std::string_view, 9> offices = {"member for", "member with", "holder for",
                                                              "holder, ",   "director of", "director for",
                                                              "director",   "head of",     "leader"};
  const std::string small = lower(role);
  return std::any_of(offices.begin(), offices.end(),
                     [&](std::string_view office) { return small.find(office) != std::string::npos; });
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
  /// "Chair: Councillor A", "Aldermen: B, C": the label is no part of the name.
  std::string_view take_label(std::string_view name) {
    label_.clear();
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

  void add(std::string_view name, std::size_t at) {
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

void add_people(std::string_view text, Attendance attendance, AttendanceList& list, bool after_marker = false) {
  text = trim(text);
  if (text.empty() || begins_word(text, "none") || begins_word(text, "note")) return;
  LineReader(text, attendance, list).read(after_marker);
}

/// Under which marker the names stand.
struct Listing {
  bool open = false;
  Attendance attendance = Attendance::present;
};

/// What a table of attendance says of one person, if a cell says it.
std::optional<Attendance> state_of(const Block& block) {
  static constexpr std::array<Marker, 8> states = {{{"apologies", Attendance::apologies},
                                                    {"apology", Attendance::apologies},
                                                    {"absent", Attendance::absent},
                                                    {"not present", Attendance::absent},
                                                    {"did not attend", Attendance::absent},
                                                    {"in attendance", Attendance::in_attendance},
                                                    {"present", Attendance::present},
                                                    {"expected", Attendance::present}}};
  for (std::size_t i = 1; i < block.cells.size(); ++i) {
    for (const Marker& one : states) {
      if (begins_word(block.cells[i], one.text)) return one.attendance;
    }
  }
  return std::nullopt;
}

/// Tables "Attendee | Role | Attendance", "Name | Organisation", or two columns of names.
void add_row(const Block& block, Listing& listing, AttendanceList& list) {
  const std::optional<Attendance> state = state_of(block);
  std::size_t end = 0;
  const auto marker = marker_at(block.cells[0], end);
  if (marker) listing = {true, marker->attendance};
  if (!state && !listing.open) return;
  if (begins_word(block.cells[0], "name") || begins_word(block.cells[0], "attendee")) return;  // heads of columns
  const Attendance attendance = state.value_or(listing.attendance);
  const std::size_t before = list.people.size();
  add_people(std::string_view(block.cells[0]).substr(end), attendance, list, true);
  const bool person = !marker && list.people.size() == before + 1;
  for (std::size_t i = 1; i < block.cells.size() && !state; ++i) {
    const std::string& cell = block.cells[i];
    const bool described =
        person && !begins_title(cell) && (begins_office(cell) || !person_of(cell, attendance, false));
    if (!described) {
      add_people(cell, attendance, list, true);
    } else if (list.people.back().role.empty()) {
      list.people.back().role = role_display(cell);
    }
  }
  if (state && !list.people.empty() && block.cells.size() >= 3 && list.people.back().role.empty())
    list.people.back().role = block.cells[1];
}

/// "(Chairperson)" on a line of its own is said of the person before it.
bool add_role(std::string_view text, AttendanceList& list) {
  if (text.size() < 3 || text.front() != '(' || text.back() != ')' || list.people.empty()) return false;
  if (list.people.back().role.empty()) list.people.back().role = role_display(lower(text.substr(1, text.size() - 2)));
  return true;
}

/// Running text among the names: "These minutes are subject to confirmation …".
bool is_sentence(std::string_view text) {
  static constexpr std::array<std::string_view, 7> verbs = {"is", "are", "was", "were", "may", "considered", "decided"};
  return text.size() > 50 && trim(text).back() == '.' &&
         std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) { return contains_word(text, verb); });
}

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
  static constexpr std::array<std::string_view, 5> leads = {" from ", " on behalf of ", " from: ", " by ", " for "};
  if (find_ci(text, "apolog") == std::string_view::npos) return std::string_view::npos;
  std::size_t from = find_ci(text, "absence");
  from = from == std::string_view::npos ? 0 : from;
  for (const std::string_view lead : leads) {
    const std::size_t at = find_ci(text, lead, from);
    if (at != std::string_view::npos) return at + lead.size();
  }
  return std::string_view::npos;
}

/// The end of the sentence: a full stop that follows a word, not an initial.
std::size_t sentence_end(std::string_view text) {
  for (std::size_t at = text.find('.'); at != std::string_view::npos; at = text.find('.', at + 1)) {
    const std::size_t space = text.substr(0, at).find_last_of(" (");
    const std::size_t length = at - (space == std::string_view::npos ? 0 : space + 1);
    const bool title = length <= 4 && begins_title(text.substr(at - length, length + 1));
    if (length >= 3 && !title) return at;
  }
  return text.size();
}

}  // namespace

AttendanceList read_attendance(const std::vector<Block>& blocks, std::size_t begin, std::size_t end) {
  AttendanceList list;
  Listing listing;
  for (std::size_t i = begin; i < end; ++i) {
    const Block& block = blocks[i];
    const std::size_t before = list.people.size();
    if (block.row()) {
      add_row(block, listing, list);
      if (list.people.size() > before) list.blocks.push_back(i);
      continue;
    }
    std::size_t at = 0;
    const auto marker = marker_at(block.text, at);
    if (marker) listing = {true, marker->attendance};
    if (!marker && is_capitals(block.text) && !is_capital_name(block.text) && !begins_title(block.text))
      listing.open = false;  // a heading ends the list
    if (!marker && begins_word(block.text, "apologies") && is_sentence(block.text)) {
      read_apologies(block.text, list);
      list.blocks.push_back(i);
      continue;
    }
    if (!listing.open || (!marker && is_sentence(block.text))) continue;
    if (!marker && add_role(block.text, list)) continue;
    if (!marker && block.text.size() > 200 && !mentions_members(block.text)) {  // running text: the list is over
      listing.open = false;
      continue;
    }
    std::string_view names = std::string_view(block.text).substr(at);
    const bool chair = marker && (marker->text == "in the chair" || marker->text.starts_with("chair"));
    const bool vice = marker && marker->text.starts_with("vice");
    std::size_t inner = 0;  // "Present: Voting Members: …"
    if (marker && marker_at(trim(names), inner)) names = trim(names).substr(inner);
    add_people(names, listing.attendance, list, marker.has_value());
    if ((chair || vice) && list.people.size() > before) list.people[before].role = chair ? "chair" : "vice-chair";
    if (marker || list.people.size() > before) list.blocks.push_back(i);
  }
  return list;
}

void read_apologies(std::string_view text, AttendanceList& list) {
  for (const std::string_view verb :
       {" sent ", " had sent ", " gave ", " had given ", " submitted ", " tendered ", " offered "}) {
    const std::size_t end = find_ci(text, verb);  // "Councillor Holt sent his apologies"
    if (end == std::string_view::npos || find_ci(text, "apolog", end) > end + verb.size() + 8 || !begins_title(text))
      continue;
    add_people(text.substr(0, end), Attendance::apologies, list, true);
    return;
  }
  std::size_t at = names_in_apology(text);
  const bool names_only = at == std::string_view::npos && text.size() < 300 && !is_sentence(text) && !tells(text) &&
                          find_ci(text, "apolog") == std::string_view::npos &&
                          find_ci(text, "no ") == std::string_view::npos &&
                          find_ci(text, " received") == std::string_view::npos;
  if (names_only && (mentions_members(text) || begins_title(text))) at = 0;
  if (at == std::string_view::npos) return;
  std::string_view names = text.substr(at);
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
  for (Person& one : absent.people) {
    const auto same = [&](const Person& known) {
      const bool away = known.attendance == Attendance::apologies || known.attendance == Attendance::absent;
      return known.name == one.name || (away && surname_of(known.name) == surname_of(one.name));
    };
    if (std::none_of(list.people.begin(), list.people.end(), same)) list.people.push_back(std::move(one));
  }
}

}  // namespace minutebook::indexer
