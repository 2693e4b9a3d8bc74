#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"
#include "indexer/index_check.h"

namespace minutebook::cli {
namespace {

using indexer::CheckReport;
using Json = nlohmann::ordered_json;

const std::vector<std::string> formats = {"text", "json"};

void print(const CheckReport& report, bool json) {
  if (json) {
    const Json out = {{"sound", report.problems.empty()},
                      {"shards", report.shards},
                      {"papers", report.papers},
                      {"items", report.items},
                      {"files_without_checksums", report.without_checksums},
                      {"problems", report.problems}};
    std::cout << out.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
    return;
  }
  for (const std::string& problem : report.problems) std::cout << printable(problem) << "\n";
  std::cout << (report.problems.empty() ? "sound: " : counted(report.problems.size(), "problem") + " in ")
            << counted(report.shards, "shard") << ", " << counted(report.papers, "paper") << ", "
            << counted(report.items, "item") << "\n";
  if (report.without_checksums > 0) {
    std::cout << counted(report.without_checksums, "file")
              << " written by an earlier program, without checksums: damage inside may go unseen\n";
  }
}

}  // namespace

OptionTable options_of_check() {
  OptionTable table = empty_option_table();
  add_index_option(table);
  table.add_options()("dump", "print every item as one line of JSON, ordered by id");
  add_format_option(table, formats);
  return table;
}

int run_check(const Options& options) {
  const bool json = format_of(options, formats) == "json";
  const schema::Index index = schema::open_index(index_folder(options));
  if (options.has("dump")) {
    indexer::dump_index(index, [](const std::string& line) { std::cout << line << "\n"; });
    return exit_success;
  }
  const CheckReport report = indexer::check_index(index);
  print(report, json);
  return report.problems.empty() ? exit_success : exit_unreadable;
}

}  // namespace minutebook::cli
