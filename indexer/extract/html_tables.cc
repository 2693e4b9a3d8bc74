#include "indexer/extract/html_tables.h"

#include <algorithm>
#include <charconv>

#include "indexer/extract/html_lists.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t long_cell = 1500;      // bytes; a longer one is read paragraph by paragraph
constexpr std::size_t many_paragraphs = 5;   // of one cell
constexpr std::size_t most_columns = 60;     // wider tables are spreadsheets: their rows stay as they are
constexpr std::size_t rows_looked_at = 200;  // to count the columns of a table

bool is_cell(const MarkupTree& tree, NodeId id) {
  return tree[id].name == "td" || tree[id].name == "th";
}

std::size_t span_of(const MarkupTree& tree, NodeId cell) {
  const std::string_view text = tree.attribute(cell, "colspan");
  std::size_t span = 1;
  std::from_chars(text.data(), text.data() + text.size(), span);
  return std::clamp(span, std::size_t{1}, most_columns);
}

NodeId table_around(const MarkupTree& tree, NodeId row) {
  NodeId table = tree[row].parent;
  while (table != 0 && tree[table].name != "table") table = tree[table].parent;
  return table;
}

/// Too much for one line of a row.
bool holds_blocks(const MarkupTree& tree, NodeId cell) {
  std::size_t paragraphs = 0;
  std::size_t bytes = 0;
  for (NodeId id = cell + 1; id < tree[cell].end; ++id) {
    const std::string& name = tree[id].name;
    bytes += tree[id].text.size();
    if (name == "table" || (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6')) return true;
    if (name == "p" && tree[id].end > id + 1) ++paragraphs;
  }
  return bytes > long_cell || paragraphs > many_paragraphs;
}

/// Paragraphs of a cell one behind the other, entries of lists with a semicolon between them.
std::string cell_text(const MarkupTree& tree, const NodeMask& dropped, NodeId cell) {
  std::string text;
  for (std::string line : lines_of({tree, dropped, cell + 1, tree[cell].end})) {
    while (line.starts_with("**") && line.ends_with("**") && line.size() > 4) line = line.substr(2, line.size() - 4);
    const bool entry = line.starts_with("- ");
    if (entry) line.erase(0, 2);
    if (line.empty()) continue;
    if (!text.empty()) text += entry && text.back() != ';' && text.back() != ':' ? "; " : " ";
    text += line;
  }
  return text;
}

}  // namespace

std::vector<NodeId> TableReader::cells_of(NodeId row) const {
  std::vector<NodeId> cells = tree_.children(row);
  std::erase_if(cells, [&](NodeId id) { return !is_cell(tree_, id) || dropped_[id]; });
  return cells;
}

/// The most cells that one of the table's rows has.
std::size_t TableReader::columns_of(NodeId table) {
  const auto [known, first] = columns_.emplace(table, 0);
  if (!first) return known->second;
  std::size_t columns = 0;
  std::size_t rows = 0;
  for (NodeId id = table + 1; id < tree_[table].end && rows < rows_looked_at; ++id) {
    if (tree_[id].name != "tr") continue;
    ++rows;
    std::size_t own = 0;
    for (const NodeId cell : cells_of(id)) own += span_of(tree_, cell);
    columns = std::max(columns, own);
    id = tree_[id].end - 1;
  }
  return columns_[table] = std::min(columns, most_columns);
}

bool TableReader::is_row(NodeId row) {
  const auto [known, first] = rows_.emplace(row, false);
  if (first) known->second = reads_as_row(row);
  return known->second;
}

bool TableReader::reads_as_row(NodeId row) {
  const NodeId table = table_around(tree_, row);
  if (table == 0 || lower(tree_.attribute(table, "role")) == "presentation") return false;
  const std::vector<NodeId> cells = cells_of(row);
  if (std::any_of(cells.begin(), cells.end(), [&](NodeId cell) { return holds_blocks(tree_, cell); })) return false;
  return columns_of(table) >= 2;
}

std::vector<std::string> TableReader::row(NodeId row) {
  std::string line;
  std::string last;
  std::size_t columns = 0;
  std::size_t filled = 0;
  for (const NodeId cell : cells_of(row)) {
    const std::string text = cell_text(tree_, dropped_, cell);
    if (!text.empty()) {
      ++filled;
      last = text;
    }
    if (columns > 0) line += '\t';
    line += text;
    const std::size_t span = span_of(tree_, cell);
    line.append(span - 1, '\t');
    columns += span;
  }
  const std::size_t wanted = columns_of(table_around(tree_, row));
  if (filled == 1 && wanted == 2) return {last};  // a heading between labels and values
  if (columns < wanted) line.append(wanted - columns, '\t');
  return filled > 0 ? std::vector<std::string>{line} : std::vector<std::string>{};
}

}  // namespace minutebook::indexer
