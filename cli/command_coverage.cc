#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"
#include "indexer/ledger.h"

namespace minutebook::cli {
namespace {

using indexer::Coverage;
using indexer::CoverageRow;
using indexer::UnreadSource;
using Json = nlohmann::ordered_json;

const std::vector<std::string> formats = {"text", "json"};

OptionTable option_table() {
  OptionTable table = empty_option_table();
  add_index_option(table);
  add_format_option(table, formats);
  return table;
}

Json or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json figures(const CoverageRow& row) {
  return {{"papers", row.papers}, {"items", row.items}, {"failed", row.failed}, {"exempt_items", row.exempt_items}};
}

Json row_json(const CoverageRow& row) {
  Json json = {{"council", or_null(row.council)},
               {"council_name", or_null(row.council_name)},
               {"committee", or_null(row.committee)},
               {"year", row.year == 0 ? Json() : Json(row.year)}};
  json.update(figures(row));
  json["undated"] = row.year == 0 ? row.papers : 0;
  return json;
}

Json unread_json(const std::vector<UnreadSource>& sources) {
  Json list = Json::array();
  for (const UnreadSource& source : sources) {
    list.push_back({{"source", source.path}, {"status", source.status}, {"reason", source.reason}});
  }
  return list;
}

Json json_of(const Coverage& coverage) {
  Json totals = figures(coverage.total);
  totals["undated"] = coverage.undated_papers;
  totals["duplicates"] = coverage.duplicates;
  Json rows = Json::array();
  for (const CoverageRow& row : coverage.rows) rows.push_back(row_json(row));
  return {{"revision", coverage.revision},
          {"totals", std::move(totals)},
          {"rows", std::move(rows)},
          {"not_read", unread_json(coverage.unread)},
          {"warnings", unread_json(coverage.warned)},
          {"withdrawn", coverage.withdrawn}};
}

std::vector<std::string> cells(const CoverageRow& row) {
  return {row.council_name.empty() ? "unknown council" : printable(row.council_name),
          row.committee.empty() ? "unknown committee" : printable(row.committee),
          row.year == 0 ? "undated" : std::to_string(row.year),
          with_commas(row.papers),
          with_commas(row.items),
          with_commas(row.failed),
          with_commas(row.exempt_items)};
}

void print_text(const Coverage& coverage) {
  std::vector<std::vector<std::string>> rows = {
      {"council", "committee", "year", "papers", "items", "failed", "exempt items"}};
  for (const CoverageRow& row : coverage.rows) rows.push_back(cells(row));
  std::vector<std::string> total = cells(coverage.total);
  total[0] = "total";
  total[1] = total[2] = "";
  rows.push_back(std::move(total));
  print_table(std::cout, rows, {false, false, false, true, true, true, true});
  std::cout << "\n"
            << counted(coverage.undated_papers, "paper") << " without a date, "
            << counted(coverage.duplicates, "duplicate source") << ", " << counted(coverage.warned.size(), "warning")
            << " about indexed sources (--format json lists them)\n";
  if (!coverage.unread.empty()) std::cout << "\nnot read:\n";
  for (const UnreadSource& source : coverage.unread) {
    std::cout << "  " << printable(source.path) << ": " << source.status << ": " << printable(source.reason) << "\n";
  }
  if (!coverage.withdrawn.empty()) std::cout << "\nwithdrawn:\n";
  for (const std::string& name : coverage.withdrawn) std::cout << "  " << printable(name) << "\n";
}

}  // namespace

int run_coverage(const std::vector<std::string>& arguments) {
  const std::optional<Options> options = parse_options("coverage", option_table(), arguments);
  if (!options) return exit_success;
  const bool json = format_of(*options, formats) == "json";
  const Coverage coverage = indexer::coverage_of(schema::open_index(index_folder(*options)));
  if (json) {
    std::cout << json_of(coverage).dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
  } else {
    print_text(coverage);
  }
  return exit_success;
}

}  // namespace minutebook::cli
