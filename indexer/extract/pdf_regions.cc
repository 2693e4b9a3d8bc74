#include "indexer/extract/pdf_regions.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <string>

#include "indexer/extract/pdf_table.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t longest_region = 400;  // bands: hostile pages must not take quadratic time
constexpr std::size_t prose_lines = 6;       // fewer lines beside each other are cells of a row
constexpr double narrow_strip = 0.8;         // times the font's size: less is a space between words
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
  Run run{.bands = 1, .columns = spans_of(bands[0], narrow_strip * bands[0].size)};
  std::size_t beside = run.columns.size() > 1 ? 1 : 0;
  std::size_t even = beside;  // bands with as many parts as there are columns
  // What stands alone on its line begins nothing, unless the other column's lines are a little lower.
  if (beside == 0 && (bands.size() == 1 || !overlap(bands[0], bands[1]))) return run;
  const std::size_t end = std::min(bands.size(), longest_region);
  for (std::size_t next = 1; next < end; ++next) {
    const double gap = narrow_strip * bands[next].size;
    if (bands[next].top - bands[next - 1].bottom > 3 * bands[next].size) break;
    const std::vector<Span> spans = spans_of(bands[next], gap);
    std::vector<Span> columns = united(run.columns, spans, gap);
    const bool head_and_row = even == 2 && run.bands == 2 && run.columns.size() >= 3;
    const bool established = (beside >= 3 || head_and_row) && columns.size() < run.columns.size();
    if (columns.size() < 2 || established) break;
    if (spans.size() > 1 || overlap(bands[next], bands[next - 1])) ++beside;
    even = columns.size() == run.columns.size() && spans.size() == columns.size() ? even + 1 : 0;
    run.columns = std::move(columns);
    run.bands = next + 1;
  }
  return run;
}

/// Where more than `few` of the bands have words.
std::vector<Span> covered_by_most(const std::vector<std::vector<Span>>& spans, std::size_t few) {
  std::vector<std::pair<double, int>> ends;
  for (const std::vector<Span>& one : spans) {
    for (const Span& span : one) {
      ends.emplace_back(span.left, 1);
      ends.emplace_back(span.right, -1);
    }
  }
  std::sort(ends.begin(), ends.end());
  std::vector<Span> covered;
  std::size_t depth = 0;
  for (const auto& [place, step] : ends) {
    const std::size_t before = depth;
    depth += static_cast<std::size_t>(step);
    if (before <= few && depth > few) covered.push_back({place, place});
    if (before > few && depth <= few) covered.back().right = place;
  }
  return covered;
}

/// Every strip has words on both sides on at least three bands.
bool parted_by_most(const std::vector<std::vector<Span>>& spans, const std::vector<Span>& columns) {
  for (std::size_t strip = 1; strip < columns.size(); ++strip) {
    const auto parted = static_cast<std::size_t>(std::count_if(spans.begin(), spans.end(), [&](const auto& band) {
      const auto within = [&](const Span& column) {
        return std::any_of(band.begin(), band.end(), [&](const Span& span) {
          return span.left >= column.left - 0.1 && span.right <= column.right + 0.1;
        });
      };
      return within(columns[strip - 1]) && within(columns[strip]);
    }));
    if (parted < 3) return false;
  }
  return true;
}

/// A head that spans several columns hides that they are several: bands of that kind, one in five at most, do not
/// count.
std::vector<Span> columns_of(std::span<const Band> bands, const std::vector<Span>& plain) {
  const std::size_t few = bands.size() / 5;
  if (few == 0) return plain;
  const double gap = narrow_strip * bands[0].size;
  std::vector<std::vector<Span>> spans;
  for (const Band& band : bands) spans.push_back(spans_of(band, gap));
  const std::vector<Span> columns = united(covered_by_most(spans, few), {}, gap);
  std::vector<Span> found;
  for (const std::vector<Span>& band : spans) {
    const bool spanning = std::any_of(band.begin(), band.end(), [&](const Span& span) {
      return std::count_if(columns.begin(), columns.end(), [&](const Span& column) {
               return span.left < column.right && span.right > column.left;
             }) > 1;
    });
    if (!spanning) found = united(std::move(found), band, gap);
  }
  return found.size() > plain.size() && parted_by_most(spans, found) ? found : plain;
}

/// How many bands at the beginning are paragraphs that run across the columns of a table further down; 0: none.
std::size_t prose_above(std::span<const Band> bands, const std::vector<Span>& columns) {
  constexpr std::size_t prose_words = 8;
  std::size_t lines = 0;
  std::size_t last = 0;
  for (std::size_t at = 0; at < bands.size(); ++at) {
    const std::vector<Span> spans = spans_of(bands[at], narrow_strip * bands[at].size);
    const bool across = std::any_of(spans.begin(), spans.end(), [&](const Span& span) {
      return std::count_if(columns.begin(), columns.end(), [&](const Span& column) {
               return span.left < column.right && span.right > column.left;
             }) > 1;
    });
    if (!across || bands[at].words.size() < prose_words) continue;
    ++lines;
    last = at;
  }
  return lines >= 3 && (last + 1) * 3 <= bands.size() * 2 ? last + 1 : 0;
}

/// The lines of one column of a run.
struct ColumnLines {
  std::size_t lines = 0;
  std::size_t full = 0;  // that reach at least three quarters of its width
  std::size_t words = 0;
  std::size_t enumerators = 0;
  std::size_t page_references = 0;
  std::size_t figures = 0;
  std::size_t longest = 0;  // bytes
  std::size_t aligned = 0;  // that begin where the column begins
  std::string first;
  bool all_same = true;  // as the first one: bullets of whatever font
};

struct Measures {
  std::vector<ColumnLines> columns;
  std::size_t neighbours = 0;   // bands with words in several columns, or beside the band before
  std::size_t last_shared = 0;  // the last one with words in several columns
};

void measure(const Band& part, const Span& column, ColumnLines& found) {
  const std::string text = text_of(part);
  if (found.lines++ == 0) found.first = text;
  found.all_same = found.all_same && text == found.first;
  found.words += part.words.size();
  found.longest = std::max(found.longest, text.size());
  if (part.words.back()->right - column.left >= 0.75 * (column.right - column.left)) ++found.full;
  if (is_enumerator(text)) ++found.enumerators;
  if (text.starts_with("(Page")) ++found.page_references;
  if (is_figure(text)) ++found.figures;
  if (part.words.front()->left - column.left < 0.1 * part.size) ++found.aligned;
}

Measures measure(std::span<const Band> bands, const std::vector<Span>& columns) {
  Measures found{.columns = std::vector<ColumnLines>(columns.size())};
  for (std::size_t at = 0; at < bands.size(); ++at) {
    const std::vector<Band> parts = parts_of(bands[at], columns);
    std::size_t filled = 0;
    for (std::size_t column = 0; column < columns.size(); ++column) {
      if (parts[column].words.empty()) continue;
      ++filled;
      measure(parts[column], columns[column], found.columns[column]);
    }
    if (filled > 1) found.last_shared = at;
    if (filled > 1 || (at > 0 && overlap(bands[at], bands[at - 1]))) ++found.neighbours;
  }
  return found;
}

bool is_prose(const ColumnLines& column) {
  return column.lines >= prose_lines && column.full * 2 >= column.lines && column.words >= column.lines * 3;
}

/// A few short notes beside text of at least four lines that fill their column, which is the wider one.
bool is_margin(const ColumnLines& notes, const ColumnLines& text, const Span& notes_at, const Span& text_at) {
  const bool wide = text_at.right - text_at.left > 2 * (notes_at.right - notes_at.left);
  const bool behind =
      notes_at.left > text_at.left;  // initials of who acts; figures before the text would be its numbers
  const bool few = behind && notes.lines * 4 <= text.lines;
  const std::size_t need = few ? 2 : 3;  // lines in five that fill the column
  const bool full = text.lines >= 4 && text.full * 5 >= text.lines * need && text.words >= text.lines * 4;
  return wide && full && notes.lines * 2 <= text.lines && notes.longest <= 40 && (behind || notes.longest > 3);
}

double narrowest_strip(const std::vector<Span>& columns) {
  double narrowest = 1e9;
  for (std::size_t i = 1; i < columns.size(); ++i) {
    narrowest = std::min(narrowest, columns[i].left - columns[i - 1].right);
  }
  return narrowest;
}

/// Lines at the end that stand in one column only, after a gap, are no part of a table.
std::size_t without_tail(std::span<const Band> bands, std::size_t last_shared) {
  std::size_t keep = last_shared + 1;
  while (keep < bands.size() && bands[keep].top - bands[keep - 1].bottom < 0.5 * bands[keep].size) ++keep;
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
  const ColumnLines& front = lines.front();
  const bool bullets = front.lines > 1 && front.all_same && front.longest == 1;
  if (columns.size() > 1 && (bullets || front.enumerators == front.lines)) merge(0);
}

/// A line that is parted by a wide gap, with nothing alike below it: a row, or text and what is set apart at the right.
Region lone_line(const Band& band) {
  const std::vector<Span> parts = spans_of(band, 3 * band.size);
  if (parts.size() < 2) return {};
  const std::string first = text_of(parts_of(band, parts)[0]);
  if (is_enumerator(first) || (parts.size() == 2 && first.ends_with(':'))) return {};
  return {.kind = parts.size() == 2 ? RegionKind::parted : RegionKind::table, .bands = 1, .columns = parts};
}

/// Columns of text keep their own spaces between paragraphs; rows of a table begin beside each other.
bool has_even_rows(std::span<const Band> bands, const std::vector<Span>& columns) {
  const std::vector<TableRow> rows = rows_of(bands, columns);
  const auto even = static_cast<std::size_t>(std::count_if(rows.begin(), rows.end(), [&](const TableRow& row) {
    const std::vector<Band> parts = parts_of(bands[row.first], columns);
    return std::none_of(parts.begin(), parts.end(), [](const Band& part) { return part.words.empty(); });
  }));
  return rows.size() >= 3 && rows.size() * 2 <= bands.size() && even * 5 >= rows.size() * 4;
}

bool is_table(const Measures& measures, const std::vector<Span>& columns, double size) {
  const double strip = narrowest_strip(columns) / std::max(size, 1.0);
  const bool aligned = std::all_of(measures.columns.begin(), measures.columns.end(), [](const ColumnLines& column) {
    return column.lines >= 2 && column.aligned == column.lines;
  });
  // Heads over one row of figures.
  const bool headed = std::all_of(measures.columns.begin(), measures.columns.end(), [](const ColumnLines& column) {
    return column.lines >= 2 && column.figures + 1 == column.lines && !is_figure(column.first);
  });
  const std::size_t enough = strip >= wide_strip || (headed && strip >= 1) ? 2 : strip >= 1 || aligned ? 3 : 5;
  return measures.neighbours >= enough;
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
  std::vector<Span> columns = columns_of(inside, run.columns);
  if (const std::size_t lead = prose_above(inside, columns); lead > 0) return next_region(bands.first(lead));
  Measures measures = measure(inside, columns);
  std::vector<ColumnLines>& lines = measures.columns;
  if (std::all_of(lines.begin(), lines.end(), is_prose) && !has_even_rows(inside, columns)) {
    return {.kind = RegionKind::columns, .bands = run.bands, .columns = columns};
  }
  const std::size_t apart = columns.size();
  merge_columns(columns, lines);
  if (columns.size() < 2) return {};
  if (columns.size() < apart) measures = measure(inside, columns);
  for (std::size_t main = 0; main < 2 && columns.size() == 2; ++main) {
    if (is_margin(lines[1 - main], lines[main], columns[1 - main], columns[main]))
      return {.kind = RegionKind::margin, .bands = run.bands, .columns = columns, .main = main};
  }
  if (!is_table(measures, columns, bands[0].size)) return lone_line(bands[0]);
  return {.kind = RegionKind::table, .bands = without_tail(inside, measures.last_shared), .columns = columns};
}

}  // namespace minutebook::indexer
