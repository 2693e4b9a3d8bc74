#include <iostream>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/print.h"
#include "cli/search_options.h"
#include "query/citation.h"
#include "query/print_json.h"
#include "query/print_text.h"
#include "schema/error.h"

namespace minutebook::cli {
namespace {

const std::vector<std::string> formats = {"text", "json"};

}  // namespace

OptionTable options_of_show() {
  OptionTable table = empty_option_table();
  add_index_option(table);
  add_format_option(table, formats);
  table.add_options()("cite", "say only how it is cited, on one line");
  table.add_options()("mark", boost::program_options::value<std::string>()->value_name("QUERY"),
                      "highlight what answers the query");
  return table;
}

int run_show(const Options& options) {
  const std::string format = format_of(options, formats);
  if (options.arguments().size() != 1) {
    throw schema::Error(schema::ErrorCode::usage, "show takes one id", "ids are in the results of minutebook search");
  }
  query::OpenIndex index(schema::open_index(index_folder(options)));
  std::optional<query::ResolvedQuery> mark;
  if (options.has("mark")) mark = understand_query(index, options.text("mark"), true);
  const query::Shown shown = show(index, options.arguments().front(), mark ? &*mark : nullptr);
  if (format == "json") {
    print_json(std::cout, shown);
  } else if (options.has("cite")) {
    std::cout << printable(citation_line(citation_of(shown))) << "\n";
  } else {
    print_text(std::cout, shown, terminal_style());
  }
  return exit_success;
}

}  // namespace minutebook::cli
