// Councils by periods, as text and as CSV. The other forms: query/print_timeline.cc.
#include <algorithm>
#include <string>
#include <vector>

#include "query/csv_row.h"
#include "query/print_timeline.h"
#include "query/text_layout.h"

namespace minutebook::query {

namespace {

constexpr std::size_t between = 2;  // columns

std::string name_of(const CouncilCounts& council) {
  return council.council.empty() ? "council not stated" : council.name;
}

/// "3 (12.5)": mentions, and for each hundred papers searched; a dash where none was.
std::string cell_of(const PeriodCounts& counts) {
  if (counts.searched == 0) return "\u2013";
  if (counts.mentions == 0) return "0";
  return std::to_string(counts.mentions) + " (" + per_hundred(counts) + ")";
}

/// Columns that a text takes on a terminal, found by what is missing to many.
std::size_t width_of(const std::string& text) {
  constexpr std::size_t many = 200;
  return many - std::min(many, padded(text, many).size() - text.size());
}

std::string filled(const std::string& text, std::size_t columns) {
  const std::size_t taken = width_of(text);
  return text + std::string(columns > taken ? columns - taken : 0, ' ');
}

void add_csv_row(CsvRow& row, const Timeline& timeline, const CouncilCounts& council, const PeriodCounts& counts) {
  row.add({council.council, name_of(council), counts.period.empty() ? "undated" : counts.period,
           std::to_string(counts.searched), std::to_string(counts.papers), std::to_string(counts.items),
           std::to_string(counts.mentions), counts.searched == 0 ? std::string() : per_hundred(counts),
           std::to_string(timeline.revision)});
  row.end();
}

}  // namespace

void print_council_table(std::ostream& out, const Timeline& timeline, std::size_t columns) {
  std::size_t names = 0;
  std::size_t cells = 0;
  for (const PeriodCounts& one : timeline.periods) cells = std::max(cells, one.period.size());
  for (const CouncilCounts& council : timeline.councils) {
    names = std::max(names, width_of(name_of(council)));
    for (const PeriodCounts& one : council.periods) cells = std::max(cells, width_of(cell_of(one)));
  }
  cells += between;
  const std::size_t side_by_side = columns > names + cells ? (columns - names) / cells : 1;
  TextLayout layout(out, false, columns);
  for (std::size_t from = 0; from < timeline.periods.size(); from += side_by_side) {
    const std::size_t end = std::min(from + side_by_side, timeline.periods.size());
    layout.blank();
    std::string line = filled("", names);
    for (std::size_t i = from; i < end; ++i) line += padded(timeline.periods[i].period, cells);
    layout.verbatim(line);
    for (const CouncilCounts& council : timeline.councils) {
      line = filled(name_of(council), names);
      for (std::size_t i = from; i < end; ++i) line += padded(cell_of(council.periods[i]), cells);
      layout.verbatim(line);
    }
  }
  if (!timeline.periods.empty())
    layout.verbatim("mentions, and in brackets for each 100 papers searched; \u2013 none was");
}

void print_timeline_csv(std::ostream& out, const Timeline& timeline) {
  CsvRow row(out);
  row.add({"council", "council_name", "period", "searched", "papers", "items", "mentions", "per_100", "revision"});
  row.end();
  for (const CouncilCounts& council : timeline.councils) {
    for (const PeriodCounts& counts : council.periods) add_csv_row(row, timeline, council, counts);
    if (council.undated.searched > 0) add_csv_row(row, timeline, council, council.undated);
  }
}

}  // namespace minutebook::query
