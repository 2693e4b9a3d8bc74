#include <iostream>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/search_options.h"
#include "query/include/minutebook/actions.h"
#include "query/print_actions.h"

namespace minutebook::cli {
namespace {

const std::vector<std::string> formats = {"text", "json", "csv"};

}  // namespace

OptionTable options_of_actions() {
  OptionTable table = empty_option_table();
  add_index_option(table);
  add_format_option(table, formats);
  auto add = table.add_options();
  add("open", "only what no later item of the committee seems to answer");
  add("all", "also resolutions and recommendations that ask for nothing");
  add("no-expand", "labels and acronyms mean only themselves");
  return table;
}

int run_actions(const Options& options) {
  const std::string format = format_of(options, formats);
  query::OpenIndex index(schema::open_index(index_folder(options)));
  const std::string text = joined_arguments(options);
  const query::ResolvedQuery asked =
      text.empty() ? query::ResolvedQuery() : understand_query(index, text, !options.has("no-expand"));
  const query::Actions found =
      query::actions(index, asked, {.everything = options.has("all"), .open_only = options.has("open")});
  if (format == "json") {
    print_actions_json(std::cout, found);
  } else if (format == "csv") {
    print_actions_csv(std::cout, found);
  } else {
    print_actions_text(std::cout, found, terminal_style());
  }
  return found.actions.empty() ? exit_nothing : exit_success;
}

}  // namespace minutebook::cli
