#include <iostream>
#include <nlohmann/json.hpp>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"
#include "indexer/index_run_remove.h"

namespace minutebook::cli {
namespace {

using indexer::RemovedSubject;
using indexer::RemoveReport;
using Json = nlohmann::ordered_json;

const std::vector<std::string> formats = {"text", "json"};

void print(const RemoveReport& report, bool restored, bool json) {
  if (json) {
    Json done = Json::array();
    for (const RemovedSubject& subject : report.done) {
      done.push_back({{"name", subject.name}, {"papers", subject.papers}, {"items", subject.items}});
    }
    const Json out = {{"revision", report.revision},
                      {restored ? "restored" : "removed", std::move(done)},
                      {"not_done", report.not_done}};
    std::cout << out.dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
    return;
  }
  for (const RemovedSubject& subject : report.done) {
    std::cout << (restored ? "restored " : "removed ") << printable(subject.name);
    if (!restored) std::cout << ": " << counted(subject.papers, "paper") << ", " << counted(subject.items, "item");
    std::cout << "\n";
  }
  if (restored && !report.done.empty()) std::cout << "index their sources again to have them back\n";
}

}  // namespace

OptionTable options_of_remove() {
  OptionTable table = empty_option_table();
  add_index_option(table);
  table.add_options()("restore", "let them in again; they come back when their sources are indexed next");
  add_format_option(table, formats);
  return table;
}

int run_remove(const Options& options) {
  const bool json = format_of(options, formats) == "json";
  const bool restore = options.has("restore");
  const std::string folder = index_folder(options);
  const RemoveReport report = restore ? indexer::restore_to_index(folder, options.arguments())
                                      : indexer::remove_from_index(folder, options.arguments());
  print(report, restore, json);
  for (const std::string& problem : report.not_done) std::cerr << "minutebook: " << printable(problem) << "\n";
  if (report.not_done.empty()) return exit_success;
  return report.done.empty() ? exit_nothing : exit_partly;
}

}  // namespace minutebook::cli
