#include "indexer/attendance.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>

#include "indexer/attendance_lines.h"
#include "indexer/attendance_markers.h"
#include "indexer/attendance_names.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::Attendance;
using schema::Person;
using Marker = AttendanceMarker;

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

/// Tables "Attendee | Role | Attendance", "Name | Organisation", or two columns of names.
void add_row(const Block& block, Listing& listing, AttendanceList& list) {
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

/// "1. Present: …. Apologies: …" as one paragraph: without its number, and cut where another list begins.
std::vector<Block> parts_of(const Block& block) {
  if (block.row()) return {block};
  std::string_view rest = block.text;
  std::size_t named = 0;
  if (const auto number = leading_enumerator(rest); number && marker_at(rest.substr(number->end), named))
    rest = rest.substr(number->end);
  std::vector<Block> parts;
  for (const std::string_view next : {"Apologies:", "APOLOGIES:", "Also in attendance:", "In attendance:"}) {
    const std::size_t at = marker_at(rest, named) ? rest.find(next, 1) : std::string_view::npos;
    if (at == std::string_view::npos || rest[at - 1] != ' ') continue;
    parts.push_back(Block{.text = std::string(trim(rest.substr(0, at))), .page = block.page});
    rest = rest.substr(at);
  }
  Block last = block;
  last.text = std::string(rest);
  parts.push_back(std::move(last));
  return parts;
}

/// "Minutes:", "Matters Arising:" behind the names: the list is over.
bool heads_other_part(std::string_view text) {
  static constexpr std::array<std::string_view, 7> parts = {
      "minutes", "matters arising", "declarations", "correspondence", "planning", "finance", "payments"};
  return text.size() < 60 &&
         std::any_of(parts.begin(), parts.end(), [&](std::string_view one) { return begins_word(text, one); });
}

AttendanceList read_parts(const std::vector<Block>& blocks) {
  AttendanceList list;
  Listing listing;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    const Block& block = blocks[i];
    const std::size_t before = list.people.size();
    if (block.row()) {
      add_row(block, listing, list);
      if (list.people.size() > before) list.blocks.push_back(i);
      continue;
    }
    std::size_t at = 0;
    const auto marker = marker_at(block.text, at);
    if (!marker && heads_other_part(block.text)) listing.open = false;
    if (marker) listing = {true, marker->attendance, {}};
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
    const bool chair =
        marker && (marker->text == "in the chair" || marker->text == "presiding" || marker->text.starts_with("chair"));
    const bool vice = marker && marker->text.starts_with("vice");
    std::size_t inner = 0;  // "Present: Voting Members: …"
    if (marker && marker_at(trim(names), inner)) names = trim(names).substr(inner);
    add_people(names, listing.attendance, list, marker.has_value());
    if ((chair || vice) && list.people.size() > before) list.people[before].role = chair ? "chair" : "vice-chair";
    if (marker || list.people.size() > before) list.blocks.push_back(i);
  }
  return list;
}

}  // namespace

AttendanceList read_attendance(const std::vector<Block>& blocks, std::size_t begin, std::size_t end) {
  std::vector<Block> parts;
  std::vector<std::size_t> whole;  // the block that each part is of
  for (std::size_t i = begin; i < end; ++i) {
    for (Block& part : parts_of(blocks[i])) parts.push_back(std::move(part));
    whole.resize(parts.size(), i);
  }
  AttendanceList list = read_parts(parts);
  for (std::size_t& one : list.blocks) one = whole[one];
  list.blocks.erase(std::unique(list.blocks.begin(), list.blocks.end()), list.blocks.end());
  return list;
}

}  // namespace minutebook::indexer
