#include "indexer/attendance.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "indexer/attendance_entries.h"
#include "indexer/attendance_lines.h"
#include "indexer/attendance_markers.h"
#include "indexer/attendance_names.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::Attendance;
using schema::Person;
using Marker = AttendanceMarker;

constexpr std::size_t longest_loose_line = 200;  // bytes; longer ones that name no members are running text

constexpr std::size_t longest_cell = 400;  // bytes of a cell that holds names

/// Under which marker the names stand.
struct Listing {
  bool open = false;
  Attendance attendance = Attendance::present;
  std::map<std::size_t, Attendance> columns = {};  ///< of a table: what heads its other columns
};

/// "Also in attendance", "Apologies:" as a cell by itself heads the cells below it.
bool heads_column(const std::string& cell, std::size_t column, Listing& listing) {
  std::size_t end = 0;
  const auto marker = marker_at(cell, end);
  if (!marker || !trim(std::string_view(cell).substr(std::min(end, cell.size()))).empty()) return false;
  listing.columns[column] = marker->attendance;
  return true;
}

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
      if (begins_word(block.cells[i], one.text) && !block.cells[i].ends_with(':')) return one.attendance;
    }
  }
  return std::nullopt;
}

/// A cell that tells something: the table is one of business, not of people.
bool tells(const Block& block) {
  return std::any_of(block.cells.begin(), block.cells.end(),
                     [](const std::string& cell) { return cell.size() > longest_cell || is_sentence(cell); });
}

/// Names and nothing else, however long the paragraph: short entries, many of them.
bool lists_names(std::string_view text) {
  constexpr std::size_t fewest = 5;
  constexpr std::size_t longest_entry = 6;  // words
  const std::vector<NameEntry> entries = name_entries(text);
  return entries.size() >= fewest && std::all_of(entries.begin(), entries.end(), [](const NameEntry& one) {
           return word_count(one.text) <= longest_entry;
         });
}

/// Tables "Attendee | Role | Attendance", "Name | Organisation", or two columns of names.
void add_row(const Block& block, Listing& listing, AttendanceList& list) {
  if (tells(block)) {
    listing.open = false;
    return;
  }
  const std::optional<Attendance> state = state_of(block);
  std::size_t end = 0;
  const auto marker = marker_at(block.cells[0], end);
  if (marker) listing = {true, marker->attendance, {}};
  if (!state && !listing.open) return;
  if (begins_word(block.cells[0], "name") || begins_word(block.cells[0], "attendee")) return;  // heads of columns
  const Attendance attendance = state.value_or(listing.attendance);
  const std::size_t before = list.people.size();
  add_people(std::string_view(block.cells[0]).substr(end), attendance, list, true);
  const bool person = !marker && list.people.size() == before + 1;
  for (std::size_t i = 1; i < block.cells.size() && !state; ++i) {
    const std::string& cell = block.cells[i];
    if (heads_column(cell, i, listing)) continue;
    if (const auto headed = listing.columns.find(i); headed != listing.columns.end()) {
      std::size_t named = 0;
      if (const auto own = marker_at(cell, named)) listing.columns[i] = own->attendance;
      add_people(std::string_view(cell).substr(named), listing.columns[i], list, true);
      continue;
    }
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

/// Where the next list begins behind the head of one: with a sentence, or with its marker and a colon ("Present: A Holt
/// Apologies: B Reed", "… and B Reed. Also in attendance was …"); npos: there is no other.
std::size_t next_list(std::string_view text) {
  std::size_t head = 0;
  if (!marker_at(text, head)) head = 1;
  for (std::size_t at = text.find(' ', head - 1); at != std::string_view::npos; at = text.find(' ', at + 1)) {
    const std::string_view rest = text.substr(at + 1);
    if (at == 0 || rest.empty() || rest[0] < 'A' || rest[0] > 'Z') continue;
    std::size_t named = 0;
    const auto marker = marker_at(rest, named);
    const bool sentence =
        text[at - 1] == '.' && (marker || begins_word(rest, "apologies") || begins_word(rest, "also in attendance"));
    const bool headed = marker && !marker->ordinary && rest[named - 1] == ':' && named <= marker->text.size() + 1;
    if (sentence || headed) return at + 1;
  }
  return std::string_view::npos;
}

/// "1. Present: …. Apologies: …" as one paragraph: without its number, and cut where another list begins. A paragraph
/// that is none of a list stays whole; `open`: the list of the one before it may go on.
std::vector<std::string_view> parts_of(std::string_view text, bool open) {
  std::size_t named = 0;
  if (const auto number = leading_enumerator(text); number && marker_at(text.substr(number->end), named))
    text = text.substr(number->end);
  std::vector<std::string_view> parts;
  if (open || marker_at(text, named)) {
    for (std::size_t at = next_list(text); at != text.npos; at = next_list(text)) {
      parts.push_back(trim(text.substr(0, at)));
      text = text.substr(at);
    }
  }
  parts.push_back(text);
  return parts;
}

/// "Minutes:", "Matters Arising:" behind the names: the list is over.
bool heads_other_part(std::string_view text) {
  static constexpr std::array<std::string_view, 7> parts = {
      "minutes", "matters arising", "declarations", "correspondence", "planning", "finance", "payments"};
  return text.size() < 60 &&
         std::any_of(parts.begin(), parts.end(), [&](std::string_view one) { return begins_word(text, one); });
}

/// Reads the blocks of lists in their order.
class ListReader {
 public:
  explicit ListReader(AttendanceList& list) : list_(list) {}

  void read(const Block& block, std::size_t index) {
    const std::size_t before = list_.people.size();
    bool belongs = false;
    if (block.row()) {
      add_row(block, listing_, list_);
      belongs = list_.people.size() > before;
    } else {
      for (const std::string_view part : parts_of(block.text, listing_.open)) belongs = read_part(part) || belongs;
    }
    if (belongs) list_.blocks.push_back(index);
  }

 private:
  /// True: the part belongs to a list.
  bool read_part(std::string_view text) {
    std::size_t at = 0;
    const auto marker = marker_at(text, at);
    if (marker) {
      listing_ = {true, marker->attendance, {}};
      return add_headed(text.substr(at), *marker);
    }
    const bool heading = is_capitals(text) && !is_capital_name(text) && !begins_title(text);
    if (heads_other_part(text) || heading) listing_.open = false;
    if (begins_word(text, "apologies") && ends_sentence(text)) {
      read_apologies(text, list_);
      return true;
    }
    if (is_sentence(text) || !listing_.open || add_role(text, list_)) return false;
    if (text.size() > longest_loose_line && !mentions_members(text) && !lists_names(text)) {
      listing_.open = false;
      return false;
    }
    const std::size_t before = list_.people.size();
    add_people(text, listing_.attendance, list_);
    return list_.people.size() > before;
  }

  /// The names behind a marker; "In the chair: Councillor A" tells the first one's role too.
  bool add_headed(std::string_view names, const Marker& marker) {
    const std::size_t before = list_.people.size();
    const bool chair = marker.text == "in the chair" || marker.text == "presiding" || marker.text.starts_with("chair");
    const bool vice = marker.text.starts_with("vice");
    std::size_t inner = 0;  // "Present: Voting Members: …"
    if (marker_at(trim(names), inner)) names = trim(names).substr(inner);
    add_people(names, listing_.attendance, list_, true);
    if ((chair || vice) && list_.people.size() > before) list_.people[before].role = chair ? "chair" : "vice-chair";
    return true;
  }

  AttendanceList& list_;
  Listing listing_;
};

}  // namespace

AttendanceList read_attendance(const std::vector<Block>& blocks, std::size_t begin, std::size_t end) {
  AttendanceList list;
  ListReader reader(list);
  for (std::size_t i = begin; i < end; ++i) reader.read(blocks[i], i);
  return list;
}

}  // namespace minutebook::indexer
