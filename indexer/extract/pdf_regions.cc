#include "indexer/extract/pdf_regions.h"

#include <algorithm>
#include <cctype>
#include <string>

namespace minutebook::indexer {
namespace {

constexpr std::size_t longest_region = 400;  // bands: hostile pages must not take quadratic time
constexpr std::size_t prose_lines = 6;       // fewer lines beside each other are cells of a row
constexpr double narrow_strip = 1.0;         // times the font's size: less is a wide space
constexpr double wide_strip = 2.0;           // … this much is no space even in justified text

bool overlap(const Band& a, const Band& b) {
  const double shared = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return shared > 0.2 * std::min(a.bottom - a.top, b.bottom - b.top);
}

/// How far a white strip runs down from the first band, and the columns it leaves.
struct Run {
  std::size_t bands = 1;
  std::vector<Span> columns;
};

Run find_run(std::span<const Band> bands) {
  Run run{.columns = spans_of(bands[0], narrow_strip * bands[0].size)};
  std::size_t beside = run.columns.size() > 1 ? 1 : 0;
  const std::size_t end = std::min(bands.size(), longest_region);
  for (std::size_t next = 1; next < end; ++next) {
    const double gap = narrow_strip * bands[next].size;
    if (bands[next].top - bands[next - 1].bottom > 3 * bands[next].size) break;
    const std::vector<Span> spans = spans_of(bands[next], gap);
    std::vector<Span> columns = united(run.columns, spans, gap);
    const bool established = beside >= 3 && columns.size() < run.columns.size();
    if (columns.size() < 2 || established) break;
    if (spans.size() > 1 || overlap(bands[next], bands[next - 1])) ++beside;
    run.columns = std::move(columns);
    run.bands = next + 1;
  }
  return run;
}

/// The lines of one column of a run.
struct ColumnLines {
  std::size_t lines = 0;
  std::size_t full = 0;  // that reach at least three quarters of its width
  std::size_t words = 0;
  std::size_t enumerators = 0;
  std::size_t page_references = 0;
  std::size_t longest = 0;  // bytes
};

ColumnLines measure(std::span<const Band> bands, const Span& column) {
  ColumnLines found;
  for (const Band& band : bands) {
    const Band part = part_in(band, column);
    if (part.words.empty()) continue;
    const std::string text = text_of(part);
    ++found.lines;
    found.words += part.words.size();
    found.longest = std::max(found.longest, text.size());
    if (part.words.back()->right - column.left >= 0.75 * (column.right - column.left)) ++found.full;
    if (is_enumerator(text)) ++found.enumerators;
    if (text.starts_with("(Page")) ++found.page_references;
  }
  return found;
}

bool is_prose(const ColumnLines& column) {
  return column.lines >= prose_lines && column.full * 10 >= column.lines * 5 && column.words >= column.lines * 3;
}

std::size_t bands_with_neighbours(std::span<const Band> bands, const std::vector<Span>& columns) {
  std::size_t count = 0;
  for (std::size_t at = 0; at < bands.size(); ++at) {
    std::size_t filled = 0;
    for (const Span& column : columns) filled += part_in(bands[at], column).words.empty() ? 0 : 1;
    if (filled > 1 || (at > 0 && overlap(bands[at], bands[at - 1]))) ++count;
  }
  return count;
}

double narrowest_strip(const std::vector<Span>& columns) {
  double narrowest = 1e9;
  for (std::size_t i = 1; i < columns.size(); ++i) {
    narrowest = std::min(narrowest, columns[i].left - columns[i - 1].right);
  }
  return narrowest;
}

/// Lines at the end that stand in one column only, after a gap, are no part of a table.
std::size_t without_tail(std::span<const Band> bands, const std::vector<Span>& columns) {
  std::size_t end = bands.size();
  std::size_t last = 0;
  for (std::size_t at = 0; at < end; ++at) {
    std::size_t filled = 0;
    for (const Span& column : columns) filled += part_in(bands[at], column).words.empty() ? 0 : 1;
    if (filled > 1) last = at;
  }
  std::size_t keep = last + 1;
  while (keep < end && bands[keep].top - bands[keep - 1].bottom < 0.5 * bands[keep].size) ++keep;
  return keep;
}

/// Numbers before titles, page references behind them: parts of one line.
void merge_columns(std::vector<Span>& columns, std::vector<ColumnLines>& lines) {
  const auto merge = [&](std::size_t at) {
    columns[at].right = columns[at + 1].right;
    columns.erase(columns.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    lines.erase(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1);
  };
  if (lines.back().page_references == lines.back().lines) merge(columns.size() - 2);
  if (columns.size() > 1 && lines.front().enumerators == lines.front().lines) merge(0);
}

}  // namespace

bool is_enumerator(std::string_view text) {
  if (text.empty() || text.size() > 8) return false;
  const bool ascii = std::all_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  if (!ascii) return text.size() <= 4;  // a bullet, in whatever font
  if (text.size() == 1 && std::isdigit(static_cast<unsigned char>(text[0])) == 0) return text != "X" && text != "x";
  if (text.starts_with('(')) text.remove_prefix(1);
  std::size_t digits = 0;
  std::size_t letters = 0;
  for (const char c : text) {
    digits += std::isdigit(static_cast<unsigned char>(c)) != 0 ? 1 : 0;
    letters += std::isalpha(static_cast<unsigned char>(c)) != 0 ? 1 : 0;
    if (std::isalnum(static_cast<unsigned char>(c)) == 0 && c != '.' && c != ')' && c != '/') return false;
  }
  const bool closed = text.ends_with('.') || text.ends_with(')');
  return (digits > 0 && letters <= 4) || (closed && letters > 0 && letters <= 4);
}

Region next_region(std::span<const Band> bands) {
  const Run run = find_run(bands);
  if (run.columns.size() < 2) return {};
  const std::span<const Band> inside = bands.first(run.bands);
  std::vector<Span> columns = run.columns;
  std::vector<ColumnLines> lines;
  for (const Span& column : columns) lines.push_back(measure(inside, column));
  const auto prose = static_cast<std::size_t>(std::count_if(lines.begin(), lines.end(), is_prose));
  if (prose == columns.size()) return {.kind = RegionKind::columns, .bands = run.bands, .columns = columns};
  merge_columns(columns, lines);
  if (columns.size() < 2) return {};
  if (columns.size() == 2 && (is_prose(lines[0]) || is_prose(lines[1]))) {
    const std::size_t main = is_prose(lines[0]) ? 0 : 1;
    const bool short_notes = lines[1 - main].lines * 5 < lines[main].lines * 2 && lines[1 - main].longest <= 40;
    if (short_notes) return {.kind = RegionKind::margin, .bands = run.bands, .columns = columns, .main = main};
  }
  const std::size_t neighbours = bands_with_neighbours(inside, columns);
  const double strip = narrowest_strip(columns) / std::max(bands[0].size, 1.0);
  const bool table = neighbours >= 4 || (neighbours >= 2 && strip >= wide_strip) || strip >= 3;
  if (!table) return {};
  return {.kind = RegionKind::table, .bands = without_tail(inside, columns), .columns = columns};
}

}  // namespace minutebook::indexer
