#include "schema/tab_table.h"

#include <algorithm>
#include <optional>

#include "schema/error.h"

namespace minutebook::schema {

namespace {

std::vector<std::string_view> split_cells(std::string_view line) {
  std::vector<std::string_view> cells;
  while (true) {
    const std::size_t tab = line.find('\t');
    cells.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return cells;
    line.remove_prefix(tab + 1);
  }
}

std::vector<std::size_t> column_positions(const std::vector<std::string_view>& header,
                                          const std::vector<std::string_view>& columns, const std::string& name) {
  std::vector<std::size_t> positions;
  for (const std::string_view column : columns) {
    const auto found = std::find(header.begin(), header.end(), column);
    if (found == header.end()) {
      throw Error(ErrorCode::unreadable, name + ": column '" + std::string(column) + "' is missing",
                  "the first line that is no comment must name the columns, separated by tabs");
    }
    positions.push_back(static_cast<std::size_t>(found - header.begin()));
  }
  return positions;
}

}  // namespace

std::vector<TabRow> read_tab_table(std::string_view tsv, const std::vector<std::string_view>& columns,
                                   const std::string& name_for_errors) {
  std::vector<TabRow> rows;
  std::optional<std::size_t> width;
  std::vector<std::size_t> positions;
  std::size_t number = 0;
  for (std::size_t at = 0; at < tsv.size();) {
    const std::size_t end = std::min(tsv.find('\n', at), tsv.size());
    std::string_view line = tsv.substr(at, end - at);
    at = end + 1;
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string_view> cells = split_cells(line);
    if (!width) {
      positions = column_positions(cells, columns, name_for_errors);
      width = cells.size();
      continue;
    }
    if (cells.size() != *width) {
      throw Error(ErrorCode::unreadable, name_for_errors + ":" + std::to_string(number) + ": " +
                                             std::to_string(cells.size()) + " columns instead of " +
                                             std::to_string(*width));
    }
    TabRow row{number, {}};
    for (const std::size_t position : positions) row.cells.push_back(cells[position]);
    rows.push_back(std::move(row));
  }
  if (!width) throw Error(ErrorCode::unreadable, name_for_errors + ": no line with the names of the columns");
  return rows;
}

std::vector<std::string_view> split_list(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    std::string_view part = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (part.starts_with(' ')) part.remove_prefix(1);
    while (part.ends_with(' ')) part.remove_suffix(1);
    if (!part.empty()) parts.push_back(part);
  }
  return parts;
}

}  // namespace minutebook::schema
