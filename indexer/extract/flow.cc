#include "indexer/extract/flow.h"

#include <algorithm>
#include <utility>

#include "indexer/extract/text_encoding.h"

namespace minutebook::indexer {
namespace {

// Deeper nesting than any page can show; what is deeper is read as text of the cell around it.
constexpr std::size_t most_open = 120;
constexpr std::size_t most_columns = 100;
constexpr std::size_t most_repeated = 100;
constexpr std::size_t most_repeated_bytes = 1'000;
// A cell that holds a minute holds more than a name or a date.
constexpr std::size_t least_minute = 120;

/// Entries of a list in a cell are told apart by semicolons.
void append_in_cell(std::string& text, const std::string& more, bool bullet) {
  if (more.empty()) return;
  if (!text.empty()) {
    const bool closed = std::string_view(".;:,!?").find(text.back()) != std::string_view::npos;
    text += bullet && !closed ? "; " : " ";
  }
  text += more;
}

}  // namespace

/// The innermost place that takes paragraphs. Text between rows or cells belongs to what is around the table.
Flow::Open& Flow::text_place() {
  while (top().place == Place::table || top().place == Place::row) close();
  return top();
}

void Flow::append(Piece piece) {
  text_place().pieces.push_back(std::move(piece));
}

void Flow::flush_asides() {
  Open& place = text_place();
  for (Piece& piece : place.asides) place.pieces.push_back(std::move(piece));
  place.asides.clear();
}

void Flow::add(const Paragraph& paragraph) {
  if (!paragraph.blank()) append({false, paragraph.bullet, paragraph.lines(), paragraph.plain()});
  flush_asides();
}

void Flow::begin_table() {
  text_place();
  if (open_.size() < most_open) open_.push_back({Place::table});
}

void Flow::begin_row() {
  if (top().place == Place::row) close();
  if (top().place == Place::table) open_.push_back({Place::row});
}

void Flow::begin_cell() {
  if (top().place == Place::row) open_.push_back({Place::cell});
}

void Flow::span_columns(std::size_t columns) {
  if (top().place == Place::cell) top().columns = std::clamp<std::size_t>(columns, 1, most_columns);
}

void Flow::end_cell(std::size_t times) {
  if (top().place != Place::cell) return;
  top().times = times;
  close();
}

void Flow::end_row(std::size_t times) {
  if (top().place == Place::cell) close();
  if (top().place != Place::row) return;
  top().times = times;
  close();
}

void Flow::end_table() {
  close_until(Place::table);
}

void Flow::begin_aside() {
  text_place();
  open_.push_back({Place::aside});
}

void Flow::end_aside() {
  close_until(Place::aside);
}

/// Closes what is open inside the innermost such place, and that place.
void Flow::close_until(Place place) {
  const auto found =
      std::find_if(open_.rbegin(), open_.rend(), [place](const Open& one) { return one.place == place; });
  if (found == open_.rend()) return;
  const auto depth = static_cast<std::size_t>(open_.rend() - found);
  while (open_.size() >= depth) close();
}

void Flow::close() {
  if (open_.size() == 1) return;
  Open done = std::move(open_.back());
  for (Piece& piece : done.asides) done.pieces.push_back(std::move(piece));
  open_.pop_back();
  switch (done.place) {
    case Place::cell: {
      const Cell cell{done.columns, std::move(done.pieces)};
      const std::string text = cell_text(cell);
      // Blank cells before others keep them in their columns; blank rows say nothing.
      const std::size_t times = text.size() > most_repeated_bytes ? 1 : std::min(done.times, most_repeated);
      for (std::size_t i = 0; i < times; ++i) top().cells.push_back(cell);
      break;
    }
    case Place::row: {
      const std::size_t bytes = row_piece(done.cells, 1).plain.size();
      const std::size_t times = bytes == 0 || bytes > most_repeated_bytes ? 1 : std::min(done.times, most_repeated);
      for (std::size_t i = 0; i < times; ++i) top().rows.push_back(done.cells);
      break;
    }
    case Place::table:
      add_table(std::move(done.rows));
      break;
    case Place::aside:
      for (Piece& piece : done.pieces) top().asides.push_back(std::move(piece));
      break;
    case Place::page:
      break;
  }
}

std::string Flow::cell_text(const Cell& cell) {
  std::string text;
  for (const Piece& piece : cell.pieces) append_in_cell(text, piece.plain, piece.bullet);
  return text;
}

/// A number in the first column, and what was said, in paragraphs, in the second.
bool Flow::is_minutes_row(const Row& row) {
  if (row.size() < 2 || row.size() > 4 || row[0].pieces.size() != 1 || !is_item_label(row[0].pieces[0].plain)) {
    return false;
  }
  const auto& said = row[1].pieces;
  return cell_text(row[1]).size() >= least_minute &&
         std::count_if(said.begin(), said.end(), [](const Piece& piece) { return !piece.row; }) >= 2;
}

/// Minutes set as a table, as many parishes do.
bool Flow::are_minutes(const std::vector<Row>& rows) {
  const auto minutes = std::count_if(rows.begin(), rows.end(), &Flow::is_minutes_row);
  return minutes >= 2 && minutes * 3 >= static_cast<std::ptrdiff_t>(rows.size());
}

Flow::Piece Flow::row_piece(const Row& row, std::size_t columns) {
  Piece piece{.row = true};
  std::string line;
  for (std::size_t i = 0; i < row.size(); ++i) {
    const std::string text = cell_text(row[i]);
    if (i > 0) line += '\t';
    line += text;
    append_in_cell(piece.plain, text, false);
    const bool last = i + 1 == row.size();
    // A cell across columns keeps the others in theirs; one across the whole table ends its row.
    for (std::size_t column = 1; column < row[i].columns && (!last || columns > 1); ++column) line += '\t';
  }
  if (!piece.plain.empty()) piece.lines.push_back(std::move(line));
  return piece;
}

/// The number before the first paragraph beside it; margins (who is to act) behind the text.
void Flow::add_minutes_row(const Row& row) {
  const bool labelled = row[0].pieces.size() == 1 && is_item_label(row[0].pieces[0].plain);
  std::string label = labelled ? row[0].pieces[0].plain + ' ' : std::string();
  for (std::size_t i = labelled ? 1 : 0; i < row.size(); ++i) {
    for (Piece piece : row[i].pieces) {
      if (!label.empty() && !piece.lines.empty()) {
        std::string& line = piece.lines.front();
        line.insert(std::min(line.find_first_not_of("# "), line.size()), label);
        label.clear();
      }
      append(std::move(piece));
    }
  }
  if (!label.empty()) append(row[0].pieces[0]);
}

void Flow::add_table(std::vector<Row> rows) {
  std::size_t columns = 0;
  for (const Row& row : rows) columns = std::max(columns, row.size());
  const bool minutes = are_minutes(rows);
  for (Row& row : rows) {
    if (columns <= 1) {  // a box around text
      for (Cell& cell : row) {
        for (Piece& piece : cell.pieces) append(std::move(piece));
      }
    } else if (minutes && row.size() >= 2 && (&row != &rows.front() || is_minutes_row(row))) {
      add_minutes_row(row);
    } else if (Piece piece = row_piece(row, columns); !piece.lines.empty()) {
      append(std::move(piece));
    }
  }
  flush_asides();
}

std::vector<std::string> Flow::finish() {
  while (open_.size() > 1) close();
  flush_asides();
  std::vector<std::string> lines;
  bool row = false;
  for (Piece& piece : top().pieces) {
    if (!lines.empty() && !(row && piece.row)) lines.emplace_back();
    row = piece.row;
    for (std::string& line : piece.lines) lines.push_back(std::move(line));
  }
  top().pieces.clear();
  return lines;
}

void set_only_page(std::vector<std::string> lines, Extraction& extraction) {
  std::size_t bytes = 0;
  std::size_t kept = 0;
  std::vector<std::string>& warnings = extraction.text.warnings;
  for (; kept < lines.size(); ++kept) {
    std::string& line = lines[kept];
    if (line.size() > max_line_bytes) {
      std::size_t end = max_line_bytes;
      while ((static_cast<unsigned char>(line[end]) & 0xC0) == 0x80) --end;
      line.resize(end);
      if (warnings.size() < max_warnings / 2) warnings.push_back("a paragraph was cut at 1,000,000 bytes");
    }
    if (bytes + line.size() > max_text_bytes || kept == max_lines) {
      warnings.push_back("only the first " + std::to_string(max_text_bytes / 1'000'000) +
                         " MB of its text were read; what follows is missing");
      break;
    }
    bytes += line.size();
  }
  lines.resize(kept);
  if (std::all_of(lines.begin(), lines.end(), [](const std::string& line) { return is_blank(line); })) {
    extraction.status = ExtractionStatus::empty;
    return;
  }
  extraction.text.pages.push_back({.number = 0, .lines = std::move(lines)});
}

}  // namespace minutebook::indexer
