#include <algorithm>
#include <map>

#include "indexer/attendance_markers.h"
#include "indexer/blocks.h"
#include "indexer/item_numbers.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t longest_row = 80;   // lines that one row may be spread over
constexpr std::size_t longest_head = 80;  // bytes

std::size_t tabs_of(const Line& line) {
  return static_cast<std::size_t>(std::count(line.text.begin(), line.text.end(), '\t'));
}

std::size_t next_filled(const std::vector<Line>& lines, std::size_t at) {
  while (at < lines.size() && lines[at].empty()) ++at;
  return at;
}

/// Tabs of a whole row: that of the first two lines if they agree, else the commonest count from two upwards, the
/// larger of equals; 1 for tables of two columns.
std::size_t usual_tabs(const std::vector<Line>& lines, std::size_t from) {
  const std::size_t second = next_filled(lines, from + 1);
  if (second < lines.size() && lines[second].row && tabs_of(lines[from]) == tabs_of(lines[second]))
    return tabs_of(lines[from]);
  std::map<std::size_t, int> counts;
  std::size_t gap = 0;
  for (std::size_t i = from; i < lines.size() && gap <= longest_row; ++i) {
    if (lines[i].page_blank || lines[i].heading > 0) break;
    if (!lines[i].row) {
      ++gap;
      continue;
    }
    gap = 0;
    if (tabs_of(lines[i]) >= 2) ++counts[tabs_of(lines[i])];
  }
  std::size_t best = 1;
  int most = 0;
  for (const auto& [tabs, count] : counts) {
    if (count >= most) {
      best = tabs;
      most = count;
    }
  }
  return best;
}

/// One row, perhaps spread over several lines because a cell held line ends: lines are taken until the row has the
/// table's tabs exactly. If that does not come out, the line is a row by itself.
std::string take_row(const std::vector<Line>& lines, std::size_t& at, std::size_t usual) {
  std::string row = lines[at].text;
  std::size_t tabs = tabs_of(lines[at]);
  const std::string first = row;
  std::size_t next = at + 1;
  while (tabs < usual && next < lines.size() && next - at < longest_row) {
    const Line& line = lines[next];
    if (line.page_blank || line.heading > 0 || (line.bold && !line.row && item_number(line.text))) break;
    if (tabs + tabs_of(line) > usual) break;
    if (line.row && item_number(line.text.substr(0, line.text.find('\t')) + " X")) break;  // a row of its own
    if (!line.empty()) {
      const bool listed = line.text.starts_with("- ");  // the last entry of a list in a cell: the next cells follow it
      if ((line.bullet || listed) && !row.empty() && row.back() != '\t') row += ';';
      row += (row.empty() || row.back() == '\t') ? "" : " ";
      row += listed ? line.text.substr(2) : line.text;
      tabs += tabs_of(line);
    }
    ++next;
  }
  if (tabs != usual) {
    ++at;
    return first;
  }
  at = next;
  return row;
}

std::vector<std::string> split_cells(const std::string& row) {
  std::vector<std::string> cells;
  std::size_t at = 0;
  while (at <= row.size()) {
    const std::size_t tab = std::min(row.find('\t', at), row.size());
    cells.push_back(collapse_spaces(std::string_view(row).substr(at, tab - at)));
    at = tab + 1;
  }
  return cells;
}

/// Column heads: three cells and more, nearly all filled, short, without numbers or sentences.
bool looks_like_heads(const std::vector<std::string>& cells) {
  if (!cells.empty() && heads_attendance(cells[0])) return false;  // "PRESENT", A Holt, AH: a row of names
  if (cells.size() < 3) return false;
  std::size_t filled = 0;
  for (const std::string& cell : cells) {
    if (cell.empty()) continue;
    ++filled;
    if (cell.size() > longest_head || cell.find_first_of(".%£") != std::string::npos ||
        (cell[0] >= '0' && cell[0] <= '9'))
      return false;
  }
  return filled + 1 >= cells.size() && filled >= 2;
}

std::string row_text(const std::vector<std::string>& cells, const std::vector<std::string>& heads) {
  std::string text;
  const bool label = cells.size() == 2 && !cells[0].empty() && !cells[1].empty();
  if (label) return cells[0] + (cells[0].back() == ':' ? " " : ": ") + cells[1];
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (cells[i].empty()) continue;
    if (!text.empty()) text += " | ";
    if (i < heads.size() && !heads[i].empty() && heads[i] != cells[i]) text += heads[i] + ": ";
    text += cells[i];
  }
  return text;
}

/// The row at `at` begins another table: it has more cells, or fewer in the same number as the row behind it.
bool begins_table(const std::vector<Line>& lines, std::size_t at, std::size_t usual) {
  const std::size_t tabs = tabs_of(lines[at]);
  if (tabs >= usual) return tabs > usual;
  const std::size_t next = next_filled(lines, at + 1);
  return next < lines.size() && lines[next].row && tabs_of(lines[next]) == tabs;
}

}  // namespace

std::vector<Block> read_table(const std::vector<Line>& lines, std::size_t& at) {
  std::vector<Block> rows;
  std::vector<std::string> heads;
  const std::size_t usual = usual_tabs(lines, at);
  while (rows.empty() || !begins_table(lines, at, usual)) {
    Block block{.page = lines[at].page};
    block.cells = split_cells(take_row(lines, at, usual));
    block.heads = rows.empty() && looks_like_heads(block.cells);
    block.text = row_text(block.cells, heads);
    if (block.heads) heads = block.cells;
    if (!block.text.empty()) rows.push_back(std::move(block));
    const std::size_t next = next_filled(lines, at);  // rows of one table may have blank lines between them
    if (next >= lines.size() || !lines[next].row) break;
    at = next;
    if (rows.empty()) break;
  }
  return rows;
}

}  // namespace minutebook::indexer
