#include <algorithm>
#include <array>
#include <cstdio>
#include <iostream>
#include <nlohmann/json.hpp>
#include <thread>

#include "cli/command.h"
#include "cli/interruption.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/progress.h"
#include "indexer/index_run.h"
#include "schema/error.h"

namespace minutebook::cli {
namespace {

namespace po = boost::program_options;
using indexer::IndexReport;
using Json = nlohmann::ordered_json;

constexpr int most_jobs = 64;

const std::vector<std::string> formats = {"text", "json"};

indexer::IndexOptions options_of(const Options& given) {
  indexer::IndexOptions options;
  options.paths = given.arguments();
  options.index_folder = index_folder(given);
  options.metadata = metadata_of(given);
  options.councils_file = given.text("councils");
  options.topics_file = given.text("topics");
  options.prune = given.has("prune");
  options.ocr = given.has("ocr");
  const int jobs = given.value<int>("jobs");
  if (jobs < 1 || jobs > most_jobs) {
    throw schema::Error(schema::ErrorCode::usage,
                        "--jobs " + std::to_string(jobs) + " is not between 1 and " + std::to_string(most_jobs));
  }
  options.jobs = static_cast<unsigned>(jobs);
  return options;
}

std::string seconds_text(double seconds) {
  std::array<char, 32> text;
  if (seconds >= 90) return duration_text(seconds);
  std::snprintf(text.data(), text.size(), "%.1f s", seconds);
  return text.data();
}

void print_text(const IndexReport& report) {
  std::cout << counted(report.sources, "source") << ": " << with_commas(report.added) << " added, "
            << with_commas(report.changed) << " changed, " << with_commas(report.unchanged) << " unchanged, "
            << with_commas(report.duplicates) << " duplicates, " << with_commas(report.failed.size()) << " failed";
  const auto if_any = [](std::uint64_t number, const char* what) {
    if (number > 0) std::cout << ", " << with_commas(number) << " " << what;
  };
  if_any(report.empty, "empty");
  if_any(report.exempt, "exempt");
  if_any(report.withdrawn, "withdrawn");
  if_any(report.pruned, "dropped because they vanished");
  std::cout << "\n"
            << counted(report.papers, "paper") << ", " << counted(report.items, "item") << " in the index, revision "
            << report.revision << "; " << seconds_text(report.seconds) << "\n";
  if (report.warned > 0)
    std::cout << counted(report.warned, "source") << " indexed with warnings; coverage --format json lists them\n";
  if (report.other_files > 0) std::cout << counted(report.other_files, "other file") << ", not considered\n";
  if (report.stopped) {
    std::cout << "stopped before the end: " << counted(report.not_reached, "source")
              << " not reached, nothing dropped; run it again to go on\n";
  }
  if (report.gone > 0) std::cout << counted(report.gone, "vanished source") << " kept; drop them with --prune\n";
}

Json json_of(const std::vector<indexer::SkippedSource>& sources) {
  Json list = Json::array();
  for (const indexer::SkippedSource& source : sources)
    list.push_back({{"source", source.path}, {"reason", source.reason}});
  return list;
}

Json json_of(const IndexReport& report) {
  return {{"revision", report.revision},
          {"sources", report.sources},
          {"added", report.added},
          {"changed", report.changed},
          {"unchanged", report.unchanged},
          {"duplicates", report.duplicates},
          {"empty", report.empty},
          {"exempt", report.exempt},
          {"withdrawn", report.withdrawn},
          {"pruned", report.pruned},
          {"gone", report.gone},
          {"other_files", report.other_files},
          {"papers", report.papers},
          {"items", report.items},
          {"seconds", report.seconds},
          {"stopped", report.stopped},
          {"not_reached", report.not_reached},
          {"failed", json_of(report.failed)},
          {"newly_empty", json_of(report.newly_empty)},
          {"warned", report.warned},
          {"warnings", report.warnings},
          {"notes", report.notes}};
}

/// Messages, apart from the data: what was not read comes last, where it is seen.
void print_messages(const IndexReport& report) {
  for (const std::string& note : report.notes) std::cerr << "note: " << printable(note) << "\n";
  for (const std::string& warning : report.warnings) std::cerr << "warning: " << printable(warning) << "\n";
  const auto name = [](const char* what, const std::vector<indexer::SkippedSource>& sources) {
    for (const indexer::SkippedSource& source : sources)
      std::cerr << what << ": " << printable(source.path) << ": " << printable(source.reason) << "\n";
  };
  name("empty", report.newly_empty);
  name("failed", report.failed);
}

}  // namespace

OptionTable options_of_index() {
  OptionTable table = empty_option_table();
  add_index_option(table);
  const int cores = static_cast<int>(std::clamp(std::thread::hardware_concurrency(), 1U, 64U));
  table.add_options()("prune", "drop sources below PATH that are no longer there")(
      "ocr", "read pages that are pictures from them (slow; up to a minute a page, kept for later runs)")(
      "jobs", po::value<int>()->default_value(cores)->value_name("N"), "sources read at the same time");
  add_metadata_options(table);
  add_format_option(table, formats);
  return table;
}

int run_index(const Options& given) {
  const std::string format = format_of(given, formats);
  indexer::IndexOptions options = options_of(given);
  options.stop = Interruption::requested;
  IndexReport report;
  {
    const Interruption interruption;
    ProgressBar bar("sources");
    report = indexer::run_index(options, [&bar](std::size_t done, std::size_t total) { bar.update(done, total); });
  }
  if (format == "json") {
    std::cout << json_of(report).dump(-1, ' ', false, Json::error_handler_t::replace) << "\n";
  } else {
    print_text(report);
  }
  print_messages(report);
  if (report.stopped) return exit_interrupted;
  return report.failed.empty() ? exit_success : exit_partly;
}

}  // namespace minutebook::cli
