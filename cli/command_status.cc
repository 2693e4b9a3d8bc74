#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"
#include "indexer/ledger.h"
#include "schema/version.h"

namespace minutebook::cli {
namespace {

using indexer::IndexStatus;
using Json = nlohmann::ordered_json;

const std::vector<std::string> formats = {"text", "json"};

Json or_null(const std::string& text) {
  return text.empty() ? Json() : Json(text);
}

Json json_of(const std::string& folder, const IndexStatus& status) {
  return {{"index", folder},
          {"revision", status.revision},
          {"index_version", schema::index_version},
          {"program_version", schema::program_version},
          {"items", status.items},
          {"papers", status.papers},
          {"undated_papers", status.undated_papers},
          {"sources", status.sources},
          {"not_indexed", status.not_indexed},
          {"withdrawn", status.withdrawn},
          {"shards", status.shards},
          {"disk_bytes", status.disk_bytes},
          {"source_bytes", status.source_bytes},
          {"from", or_null(schema::iso_date(status.from))},
          {"to", or_null(schema::iso_date(status.to))},
          {"vocabulary", status.vocabulary}};
}

void print_text(const std::string& folder, const IndexStatus& status) {
  std::vector<std::vector<std::string>> rows = {
      {"index", printable(folder)},
      {"revision", std::to_string(status.revision)},
      {"version", "index " + std::to_string(schema::index_version) + ", minutebook " + schema::program_version},
      {"items", with_commas(status.items)},
      {"papers", with_commas(status.papers) + " (" + with_commas(status.undated_papers) + " without a date)"},
      {"sources", with_commas(status.sources) + " (" + with_commas(status.not_indexed) + " not indexed)"},
      {"withdrawn", with_commas(status.withdrawn)},
      {"shards", with_commas(status.shards)},
      {"on disk", size_text(status.disk_bytes)},
      {"source text", size_text(status.source_bytes)}};
  if (status.from.known()) rows.push_back({"meetings", iso_date(status.from) + " to " + iso_date(status.to)});
  print_table(std::cout, rows, {false, false});
}

}  // namespace

OptionTable options_of_status() {
  OptionTable table = empty_option_table();
  add_index_option(table);
  add_format_option(table, formats);
  return table;
}

int run_status(const Options& options) {
  const bool json = format_of(options, formats) == "json";
  const std::string folder = index_folder(options);
  const IndexStatus status = indexer::status_of(schema::open_index(folder));
  if (json) {
    std::cout << json_of(folder, status).dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
  } else {
    print_text(folder, status);
  }
  return exit_success;
}

}  // namespace minutebook::cli
