#include "query/table_cells.h"

#include <algorithm>
#include <array>

#include "schema/analysis.h"

namespace minutebook::query {

namespace {

struct ColumnName {
  std::string_view begins;  ///< folded; the head is this, or begins with it and a space
  Column column;
};

// The heads of tables of recommendations and of work programmes, as councils print them. First match wins.
constexpr auto names = std::to_array<ColumnName>({
    {"rec no", Column::number},
    {"rec. no", Column::number},
    {"recommendation no", Column::number},
    {"recommendation number", Column::number},
    {"no", Column::number},
    {"no.", Column::number},
    {"number", Column::number},
    {"ref", Column::number},
    {"rec", Column::recommendation},
    {"recommendation", Column::recommendation},
    {"recommendations", Column::recommendation},
    {"scrutiny recommendation", Column::recommendation},
    {"panel recommendation", Column::recommendation},
    {"committee recommendation", Column::recommendation},
    {"responsible", Column::officer},
    {"lead officer", Column::officer},
    {"officer", Column::officer},
    {"owner", Column::officer},
    {"agreed action", Column::response},
    {"response", Column::response},
    {"cabinet response", Column::response},
    {"cabinet decision", Column::response},
    {"executive response", Column::response},
    {"accepted", Column::response},
    {"agreed", Column::response},
    {"decision", Column::response},
    {"proposed action", Column::response},
    {"action", Column::response},
    {"position", Column::position},
    {"progress", Column::position},
    {"current position", Column::position},
    {"current status", Column::position},
    {"status", Column::position},
    {"update", Column::position},
    {"title", Column::subject},
    {"item", Column::subject},
    {"topic", Column::subject},
    {"review", Column::subject},
    {"subject", Column::subject},
    {"issue", Column::subject},
    {"method", Column::method},
    {"form", Column::method},
    {"approach", Column::method},
    {"format", Column::method},
    {"type", Column::method},
    {"date", Column::date},
    {"meeting", Column::date},
    {"when", Column::date},
    {"timescale", Column::date},
    {"timing", Column::date},
    {"target", Column::date},
});

std::string_view trimmed(std::string_view text) {
  // A list in a cell is kept with semicolons before its entries.
  while (!text.empty() && (text.front() == ' ' || text.front() == ';')) text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

TableCell cell_of(std::string_view text) {
  // A head is a few words; a sentence with a colon in it is none.
  constexpr std::size_t longest_head = 60;
  text = trimmed(text);
  const std::size_t colon = text.find(": ");
  if (colon == std::string_view::npos || colon > longest_head) return {{}, text};
  return {trimmed(text.substr(0, colon)), trimmed(text.substr(colon + 2))};
}

}  // namespace

std::vector<TableCell> cells_of(std::string_view row) {
  std::vector<TableCell> cells;
  for (std::size_t bar = row.find(" | "); bar != std::string_view::npos; bar = row.find(" | ")) {
    cells.push_back(cell_of(row.substr(0, bar)));
    row.remove_prefix(bar + 3);
  }
  cells.push_back(cell_of(row));
  return cells;
}

Column column_of_label(std::string_view label) {
  const std::string folded = schema::fold_text(label);
  const auto* const found = std::find_if(names.begin(), names.end(), [&](const ColumnName& name) {
    return folded.starts_with(name.begins) && (folded.size() == name.begins.size() ||
                                               folded[name.begins.size()] == ' ' || folded[name.begins.size()] == '/');
  });
  return found == names.end() ? Column::other : found->column;
}

std::optional<TableCell> cell_in(const std::vector<TableCell>& cells, Column column) {
  const auto found = std::find_if(cells.begin(), cells.end(), [&](const TableCell& cell) {
    return !cell.label.empty() && !cell.value.empty() && column_of_label(cell.label) == column;
  });
  return found == cells.end() ? std::nullopt : std::optional(*found);
}

}  // namespace minutebook::query
