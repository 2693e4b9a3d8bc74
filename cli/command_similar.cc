#include <algorithm>
#include <filesystem>
#include <iostream>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/search_options.h"
#include "indexer/inspect.h"
#include "query/include/minutebook/similar.h"
#include "query/print_similar.h"
#include "schema/error.h"

namespace minutebook::cli {
namespace {

const std::vector<std::string> formats = {"text", "json"};

std::size_t limit_of(const Options& options) {
  const auto limit = options.value<std::int64_t>("limit");
  if (limit > 0) return static_cast<std::size_t>(limit);
  throw schema::Error(schema::ErrorCode::usage, "--limit " + std::to_string(limit) + " is no number of papers",
                      "give 1 or more");
}

/// Ids hold no slash; a name that is both a file and an id is the file.
bool is_file(const std::string& argument) {
  std::error_code none;
  return argument.find('/') != std::string::npos || std::filesystem::exists(argument, none);
}

/// A file in any format, read as it would be for an index; a pack's papers are taken together.
query::SimilarSource source_of_file(const query::OpenIndex& index, const std::string& name, bool ocr) {
  const schema::Index& opened = index.index();
  indexer::SourceReader reader(indexer::find_worker_program(), *opened.councils, {.read = ocr, .index_folder = {}});
  indexer::Inspection inspection = indexer::inspect_source(name, {}, reader, *opened.vocabulary);
  if (inspection.reading.papers.empty()) {
    const std::string& reason = inspection.reading.reason;
    throw schema::Error(schema::ErrorCode::unreadable,
                        printable(name) + ": " + (reason.empty() ? "holds no text" : printable(reason)),
                        "minutebook inspect shows what is understood of a file");
  }
  for (const std::string& warning : inspection.reading.warnings) std::cerr << "warning: " << printable(warning) << "\n";
  query::SimilarSource source;
  source.label = name;
  for (schema::Paper& paper : inspection.reading.papers) source.papers.push_back(schema::paper_id(paper));
  source.paper = std::move(inspection.reading.papers.front());
  for (std::size_t i = 1; i < inspection.reading.papers.size(); ++i) {
    std::vector<schema::Item>& items = inspection.reading.papers[i].items;
    std::move(items.begin(), items.end(), std::back_inserter(source.paper.items));
  }
  return source;
}

}  // namespace

OptionTable options_of_similar() {
  OptionTable table = empty_option_table();
  add_index_option(table);
  add_format_option(table, formats);
  auto add = table.add_options();
  add("limit", boost::program_options::value<std::int64_t>()->default_value(10)->value_name("N"), "papers at most");
  add("ocr", "read pages of FILE that are pictures from them (slow; up to a minute a page)");
  return table;
}

int run_similar(const Options& options) {
  const std::string format = format_of(options, formats);
  const std::size_t limit = limit_of(options);
  if (options.arguments().size() != 1) {
    throw schema::Error(schema::ErrorCode::usage, "similar takes one id or file",
                        "ids are in the results of minutebook search");
  }
  const std::string argument = options.arguments().front();
  query::OpenIndex index(schema::open_index(index_folder(options)));
  const query::SimilarSource source =
      is_file(argument) ? source_of_file(index, argument, options.has("ocr")) : similar_source(index, argument);
  const query::SimilarAnswer answer = similar(index, source, limit);
  if (format == "json") {
    print_json(std::cout, answer);
  } else {
    print_text(std::cout, answer, terminal_style());
  }
  return answer.rows.empty() ? exit_nothing : exit_success;
}

}  // namespace minutebook::cli
