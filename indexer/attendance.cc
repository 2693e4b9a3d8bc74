#include "indexer/attendance.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <optional>

#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::Attendance;
using schema::Person;

struct Marker {
  std::string_view text;
  Attendance attendance;
};

// Longer ones first: "not present" before "present".
constexpr std::array<Marker, 40> markers = {{
    {"not present", Attendance::absent},
    {"also present", Attendance::in_attendance},
    {"apologies for absence", Attendance::apologies},
    {"apologies received", Attendance::apologies},
    {"apologies", Attendance::apologies},
    {"apology", Attendance::apologies},
    {"absence declared on council business", Attendance::absent},
    {"absent", Attendance::absent},
    {"members absent", Attendance::absent},
    {"also in attendance", Attendance::in_attendance},
    {"officers in attendance", Attendance::in_attendance},
    {"others in attendance", Attendance::in_attendance},
    {"other members in attendance", Attendance::in_attendance},
    {"members in attendance", Attendance::present},
    {"in attendance", Attendance::in_attendance},
    {"officers present", Attendance::in_attendance},
    {"officers", Attendance::in_attendance},
    {"others present", Attendance::in_attendance},
    {"other members present", Attendance::in_attendance},
    {"other councillors present", Attendance::in_attendance},
    {"witnesses", Attendance::in_attendance},
    {"by invitation", Attendance::in_attendance},
    {"invited", Attendance::in_attendance},
    {"observers", Attendance::in_attendance},
    {"guests", Attendance::in_attendance},
    {"attending remotely", Attendance::in_attendance},
    {"board members present", Attendance::present},
    {"board members in attendance", Attendance::present},
    {"committee members present", Attendance::present},
    {"committee members in attendance", Attendance::present},
    {"panel members present", Attendance::present},
    {"panel members", Attendance::present},
    {"members present", Attendance::present},
    {"councillors present", Attendance::present},
    {"councillors in attendance", Attendance::present},
    {"present", Attendance::present},
    {"substitutes", Attendance::present},
    {"substitute members", Attendance::present},
    {"co-opted members", Attendance::present},
    {"in the chair", Attendance::present},
}};

// Words that stand in roles and organisations, never in names.
constexpr std::array<std::string_view, 62> role_words = {
    "officer",   "director",   "council",   "manager",   "service",   "services",   "police",    "people",      "member",      "members",  "head",
    "partnership", "education", "department", "board",    "committee", "panel",      "nhs",       "assurance",   "prevention",  "quality",  "chair",
    "chairman",  "chairperson", "vice",      "scrutiny",  "cabinet",   "children",   "young",     "governor",    "church",      "representative", "democratic",
    "statutory", "lead",       "support",   "corporate", "executive", "independent", "nurse",     "commissioner", "clerk",      "principal", "assistant",
    "social",    "team",       "legal",     "solicitor", "engineer",  "planning",   "finance",   "monitoring",  "governance",  "strategic", "deputy",
    "diocese",   "union",      "parent",    "the",       "none",      "vacancy",    "note"};

// Titles before a name; those that make a councillor apply to the names that follow in the same list.
constexpr std::array<std::string_view, 26> titles = {"councillors", "councillor", "cllrs", "cllr", "cllrs.", "cllr.", "mr", "mrs", "ms", "miss", "dr", "mr.", "mrs.",
                                                    "ms.", "dr.", "alderman", "rev", "reverend", "superintendent", "inspector", "sir", "lord", "lady", "baroness", "professor", "canon"};

std::optional<Marker> marker_at(std::string_view text, std::size_t& end) {
  std::size_t at = 0;
  const bool bracket = !text.empty() && text[0] == '(';
  if (bracket) at = 1;
  for (const Marker& marker : markers) {
    const std::string_view rest = text.substr(at);
    if (!begins_word(rest, marker.text)) continue;
    std::size_t stop = at + marker.text.size();
    if (bracket && stop < text.size() && text[stop] == ')') {
      end = stop + 1;
      if (end < text.size() && text[end] == ':') ++end;
      return marker;
    }
    const std::size_t colon = text.find(':', stop);
    if (colon != std::string_view::npos && colon - stop <= 60) {
      end = colon + 1;
      return marker;
    }
    if (stop == text.size()) {
      end = stop;
      return marker;
    }
  }
  return std::nullopt;
}

bool is_one_of(std::string_view word, const auto& list) { return std::find(list.begin(), list.end(), lower(word)) != list.end(); }

bool name_word(std::string_view word) {
  while (!word.empty() && (word.back() == ',' || word.back() == '.')) word.remove_suffix(1);
  if (word.empty() || word.ends_with("'s") || word.ends_with("\xE2\x80\x99s")) return false;
  if (word == "van" || word == "der" || word == "de" || word == "den" || word == "la" || word == "von" || word == "al") return true;
  const bool capital = (word[0] >= 'A' && word[0] <= 'Z') || static_cast<unsigned char>(word[0]) >= 0xC3;
  return capital && std::none_of(word.begin(), word.end(), [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0 || c == '@' || c == '/'; });
}

/// "West Mercia Police", "Northvale Council": an organisation, not a person.
bool is_organisation(std::string_view text) {
  static constexpr std::array<std::string_view, 9> nouns = {"police", "council", "nhs", "trust", "university", "college", "board", "partnership", "department"};
  const std::size_t space = text.find_last_of(' ');
  return space != std::string_view::npos && word_count(text) <= 4 && is_one_of(text.substr(space + 1), nouns);
}

/// Takes titles, roles in brackets and descriptions off one entry of a list; nullopt if no name remains.
std::optional<Person> person_of(std::string_view entry, Attendance attendance, bool members) {
  Person person{.attendance = attendance};
  entry = trim(entry);
  if (is_organisation(entry)) return std::nullopt;
  const std::size_t bracket = entry.find('(');
  if (bracket != std::string_view::npos) {
    const std::size_t close = std::min(entry.find(')', bracket), entry.size());
    person.role = std::string(trim(entry.substr(bracket + 1, close - bracket - 1)));
    entry = trim(entry.substr(0, bracket));
  }
  for (const std::string_view dash : {" - ", " \xE2\x80\x93 ", ", ", "\t"}) {
    const std::size_t at = entry.find(dash);
    if (at == std::string_view::npos) continue;
    if (person.role.empty()) person.role = std::string(trim(entry.substr(at + dash.size())));
    entry = trim(entry.substr(0, at));
  }
  std::vector<std::string_view> words = words_of(entry);
  bool titled = false;
  while (!words.empty() && is_one_of(words.front(), titles)) {
    words.erase(words.begin());
    titled = true;
  }
  std::size_t count = 0;
  while (count < words.size() && count < 5 && name_word(words[count]) && !is_one_of(words[count], role_words)) ++count;
  if (count == 0) return std::nullopt;
  if (count < words.size() || (count >= 3 && !titled && !members)) {  // "Kevin Crompton Independent …": first and second name
    if (!titled && count > 2 && count == 5) count = 2;
    std::string rest;
    for (std::size_t i = count; i < words.size(); ++i) rest += (rest.empty() ? "" : " ") + std::string(words[i]);
    if (person.role.empty()) person.role = rest;
  }
  if (count == 1 && !titled && !members) return std::nullopt;  // a single word without a title is no name
  for (std::size_t i = 0; i < count; ++i) person.name += (i == 0 ? "" : " ") + std::string(words[i]);
  while (!person.name.empty() && (person.name.back() == ',' || person.name.back() == '.' || person.name.back() == ';')) person.name.pop_back();
  return person.name.size() < 2 || person.name.size() > 60 ? std::nullopt : std::optional<Person>(person);
}

/// Separates "Greaves, Sims (Chair) and van der Burg", "Councillor A B Councillor C D".
std::vector<std::string> entries_of(std::string_view text) {
  std::vector<std::string> entries;
  std::string one;
  int depth = 0;
  const auto close = [&] {
    if (!trim(one).empty()) entries.emplace_back(trim(one));
    one.clear();
  };
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '(') ++depth;
    if (text[i] == ')') --depth;
    const std::string_view rest = text.substr(i);
    if (depth <= 0 && (text[i] == ',' || text[i] == ';' || text[i] == '\t')) {
      close();
    } else if (depth <= 0 && (rest.starts_with(" and ") || rest.starts_with(" & "))) {
      close();
      i += rest.starts_with(" & ") ? 2 : 4;
    } else if (depth <= 0 && i > 0 && text[i - 1] == ' ' && (begins_word(rest, "councillor") || begins_word(rest, "cllr")) && !trim(one).empty()) {
      close();
      one += text[i];
    } else {
      one += text[i];
    }
  }
  close();
  return entries;
}

bool mentions_members(std::string_view text) {
  return contains_word(text, "councillors") || contains_word(text, "cllrs") || contains_word(text, "councillor") || contains_word(text, "cllr");
}

/// An office in `role` ("Cabinet Member for …", "Director of …") whose name goes on with `name` after a comma in the same text.
bool goes_on(const std::string& role, std::string_view name, std::string_view text) {
  const std::string small = lower(role);
  const bool office = small.find("member for") != std::string::npos || small.find("holder for") != std::string::npos || small.find("director of") != std::string::npos ||
                      small.find("director for") != std::string::npos || small.find("head of") != std::string::npos || small.find("lead for") != std::string::npos;
  const bool untitled = !words_of(name).empty() && !is_one_of(words_of(name).front(), titles) && name.find('(') == std::string_view::npos;
  return office && untitled && word_count(name) <= 3 && text.find(role) != std::string_view::npos && text.find(';') == std::string_view::npos;
}

void add_people(std::string_view text, Attendance attendance, AttendanceList& list) {
  text = trim(text);
  if (text.empty() || begins_word(text, "none") || begins_word(text, "note")) return;
  bool members = mentions_members(text);
  const std::vector<std::string> entries = entries_of(text);
  for (const std::string& entry : entries) {
    std::string_view name = entry;
    if (begins(name, "in the chair")) continue;
    if (begins(name, "and ")) name.remove_prefix(4);
    // A role after a comma ("Charlton, Cabinet Member Protecting Young People") belongs to the person before it.
    const std::vector<std::string_view> words = words_of(name);
    if (!words.empty() && !list.people.empty() && is_one_of(words.front(), role_words) && !mentions_members(words.front())) {
      Person& last = list.people.back();
      if (last.role.empty()) last.role = std::string(trim(name));
      continue;
    }
    // "… Cabinet Member for Children, Schools and Families": the rest of an office, not people.
    if (!list.people.empty() && goes_on(list.people.back().role, name, text)) {
      list.people.back().role += ", " + std::string(name);
      continue;
    }
    auto person = person_of(name, attendance, members);
    if (!person) continue;
    const std::string role = lower(person->role);
    if (role.starts_with("chair") || role == "in the chair") person->role = "chair";
    if (role.starts_with("vice")) person->role = "vice-chair";
    const bool known = std::any_of(list.people.begin(), list.people.end(), [&](const Person& one) { return one.name == person->name; });
    if (!known) list.people.push_back(std::move(*person));
  }
}

/// Under which marker the names stand.
struct Listing {
  bool open = false;
  Attendance attendance = Attendance::present;
};

/// Tables "Attendee | Role | Attendance", or two columns of names.
void add_row(const Block& block, Listing& listing, AttendanceList& list) {
  static constexpr std::array<Marker, 6> states = {{{"apologies", Attendance::apologies}, {"absent", Attendance::absent}, {"not present", Attendance::absent},
                                                   {"in attendance", Attendance::in_attendance}, {"present", Attendance::present}, {"expected", Attendance::present}}};
  std::optional<Attendance> state;
  for (std::size_t i = 1; i < block.cells.size(); ++i) {
    for (const Marker& one : states) {
      if (!state && begins_word(block.cells[i], one.text)) state = one.attendance;
    }
  }
  std::size_t end = 0;
  if (const auto marker = marker_at(block.cells[0], end)) listing = {true, marker->attendance};
  if (!state && !listing.open) return;
  const Attendance attendance = state.value_or(listing.attendance);
  for (std::size_t i = 0; i < block.cells.size(); ++i) {
    const std::string_view cell = i == 0 ? std::string_view(block.cells[0]).substr(end) : std::string_view(block.cells[i]);
    if (state && i > 0) break;
    add_people(cell, attendance, list);
  }
  if (state && !list.people.empty() && block.cells.size() >= 3 && list.people.back().role.empty()) list.people.back().role = block.cells[1];
}

/// "(Chairperson)" on a line of its own is said of the person before it.
bool add_role(std::string_view text, AttendanceList& list) {
  if (text.size() < 3 || text.front() != '(' || text.back() != ')' || list.people.empty()) return false;
  const std::string role = lower(text.substr(1, text.size() - 2));
  if (list.people.back().role.empty()) list.people.back().role = role.starts_with("chair") ? "chair" : role.starts_with("vice") ? "vice-chair" : role;
  return true;
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
    if (!marker && is_capitals(block.text)) listing.open = false;  // a heading ends the list
    if (!listing.open) continue;
    if (!marker && add_role(block.text, list)) continue;
    if (!marker && block.text.size() > 200 && !mentions_members(block.text)) {  // running text: the list is over
      listing.open = false;
      continue;
    }
    add_people(std::string_view(block.text).substr(at), listing.attendance, list);
    if (marker || list.people.size() > before) list.blocks.push_back(i);
  }
  return list;
}

}  // namespace minutebook::indexer
