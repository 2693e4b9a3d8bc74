#include <algorithm>
#include <array>
#include <iostream>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/print_coverage.h"
#include "indexer/ledger.h"

namespace minutebook::cli {
namespace {

using indexer::Coverage;
using indexer::CoverageRow;
using indexer::MeetingGap;
using indexer::Missing;
using indexer::SourceCoverage;
using indexer::UnreadSource;

const std::vector<std::string> formats = {"text", "json"};

struct Figure {
  const char* head;
  std::uint64_t CoverageRow::*member;
};

constexpr std::array<Figure, 6> figures = {{{"papers", &CoverageRow::papers},
                                            {"items", &CoverageRow::items},
                                            {"copies", &CoverageRow::copies},
                                            {"failed", &CoverageRow::failed},
                                            {"unread pages", &CoverageRow::unread_pages},
                                            {"exempt items", &CoverageRow::exempt_items}}};
constexpr std::size_t always_shown = 2;  // the others only where one of them is not 0

/// A line for each council, below it its committees and years.
void print_rows(const Coverage& coverage) {
  std::vector<std::vector<std::string>> rows = {{"", "year"}};
  std::vector<Figure> shown;
  for (std::size_t i = 0; i < figures.size(); ++i) {
    if (i < always_shown || coverage.total.*figures[i].member > 0) shown.push_back(figures[i]);
  }
  for (const Figure& figure : shown) rows.front().emplace_back(figure.head);
  const auto add = [&](const std::string& name, const std::string& year, const CoverageRow& row) {
    rows.push_back({name, year});
    for (const Figure& figure : shown) rows.back().push_back(with_commas(row.*figure.member));
  };
  std::string council;
  for (const CoverageRow& row : coverage.rows) {
    const std::string name = row.council_name.empty() ? "unknown council" : printable(row.council_name);
    if (name != council) rows.push_back({name});
    council = name;
    add("  " + (row.committee.empty() ? "unknown committee" : printable(row.committee)),
        row.year == 0 ? "undated" : std::to_string(row.year), row);
  }
  add("total", "", coverage.total);
  std::vector<bool> right(2 + shown.size(), true);
  right[0] = right[1] = false;
  print_table(std::cout, rows, right);
}

std::size_t lacking(const Coverage& coverage, Missing missing) {
  return static_cast<std::size_t>(std::count_if(coverage.gaps.begin(), coverage.gaps.end(),
                                                [missing](const MeetingGap& gap) { return gap.missing == missing; }));
}

void print_summary(const Coverage& coverage) {
  std::cout << "\n"
            << counted(coverage.undated_papers, "paper") << " without a date, "
            << counted(coverage.duplicates, "duplicate source") << ", " << counted(coverage.warned.size(), "warning")
            << " about indexed sources (--format json lists them)\n";
  if (coverage.gaps.empty()) return;
  std::cout << "meetings here in part: " << with_commas(lacking(coverage, Missing::minutes))
            << " with an agenda and no minutes, " << with_commas(lacking(coverage, Missing::agenda))
            << " with minutes and no agenda, " << with_commas(lacking(coverage, Missing::final_minutes))
            << " with draft minutes only (--gaps lists them)\n";
}

std::string gap_text(const MeetingGap& gap) {
  const std::string of_meeting = " for the meeting of " + schema::iso_date(gap.date);
  std::string text;
  switch (gap.missing) {
    case Missing::minutes:
      text = "no minutes" + of_meeting + " although its agenda is here";
      break;
    case Missing::agenda:
      text = "no agenda" + of_meeting + " although its minutes are here";
      break;
    case Missing::final_minutes:
      text = "only draft minutes" + of_meeting;
      break;
  }
  if (gap.not_read > 0) text += " (" + counted(gap.not_read, "source") + " not read in full may hold more)";
  return text;
}

void print_gaps(const Coverage& coverage) {
  std::string heading;
  for (const MeetingGap& gap : coverage.gaps) {
    const std::string council = gap.council_name.empty() ? "unknown council" : gap.council_name;
    const std::string next = printable(council + " - " + gap.committee + " - " + std::to_string(gap.date.year));
    if (next != heading) std::cout << "\n" << next << "\n";
    heading = next;
    std::cout << "  " << gap_text(gap) << "\n";
  }
}

/// "12 pages, 3 of them read from pictures, 1 not read in full".
std::string pages_text(const schema::SourceRow& row) {
  if (row.pages == 0) return "";
  std::string text = counted(static_cast<std::uint64_t>(row.pages), "page");
  if (row.scanned_pages > 0) text += ", " + with_commas(row.scanned_pages) + " of them read from pictures";
  if (row.unread_pages > 0) text += ", " + with_commas(row.unread_pages) + " not read in full";
  return text;
}

void print_sources(const Coverage& coverage) {
  std::cout << "\nsources:\n";
  for (const SourceCoverage& source : coverage.sources) {
    const schema::SourceRow& row = source.row;
    std::cout << "  " << printable(row.path) << ": " << source.status;
    if (!row.format.empty()) std::cout << ", " << row.format;
    if (const std::string pages = pages_text(row); !pages.empty()) std::cout << ", " << pages;
    if (row.papers > 0) std::cout << ", " << counted(row.papers, "paper");
    if (source.copies > 0) std::cout << " (" << with_commas(source.copies) << " found elsewhere)";
    if (!row.reason.empty()) std::cout << ": " << printable(row.reason);
    std::cout << "\n";
  }
}

void print_drafts(const Coverage& coverage) {
  for (const indexer::PaperCopyNote& copy : coverage.copies) {
    if (!copy.draft || copy.differing == 0) continue;
    std::cout << "the draft " << printable(copy.source) << " differs from " << printable(copy.of_source) << " in "
              << counted(copy.differing, "passage") << ": minutebook show " << copy.paper << "\n";
  }
}

void print_text(const Coverage& coverage, const Options& options) {
  print_rows(coverage);
  print_summary(coverage);
  print_drafts(coverage);
  if (options.has("gaps")) print_gaps(coverage);
  if (options.has("sources")) print_sources(coverage);
  if (!coverage.unread.empty()) std::cout << "\nnot read:\n";
  for (const UnreadSource& source : coverage.unread) {
    std::cout << "  " << printable(source.path) << ": " << source.status << ": " << printable(source.reason) << "\n";
  }
  if (!coverage.withdrawn.empty()) std::cout << "\nwithdrawn:\n";
  for (const std::string& name : coverage.withdrawn) std::cout << "  " << printable(name) << "\n";
}

}  // namespace

OptionTable options_of_coverage() {
  OptionTable table = empty_option_table();
  add_index_option(table);
  add_format_option(table, formats);
  table.add_options()("sources", "every source: what was read of it and how")(
      "gaps", "meetings with an agenda and no minutes, or minutes and no agenda");
  return table;
}

int run_coverage(const Options& options) {
  const bool json = format_of(options, formats) == "json";
  const Coverage coverage = coverage_now(schema::open_index(index_folder(options)));
  if (json) {
    std::cout << coverage_json(coverage, options.has("sources"));
  } else {
    print_text(coverage, options);
  }
  return exit_success;
}

}  // namespace minutebook::cli
