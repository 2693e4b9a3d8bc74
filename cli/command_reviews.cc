#include <iostream>

#include "cli/command.h"
#include "cli/options.h"
#include "cli/search_options.h"
#include "query/include/minutebook/reviews.h"
#include "query/print_reviews.h"

namespace minutebook::cli {
namespace {

const std::vector<std::string> formats = {"text", "json"};

}  // namespace

OptionTable options_of_reviews() {
  OptionTable table = empty_option_table();
  add_index_option(table);
  add_format_option(table, formats);
  table.add_options()("no-expand", "labels and acronyms mean only themselves");
  return table;
}

int run_reviews(const Options& options) {
  const std::string format = format_of(options, formats);
  query::OpenIndex index(schema::open_index(index_folder(options)));
  const query::ResolvedQuery subject = understand_query(index, joined_arguments(options), !options.has("no-expand"));
  const query::Reviews found = query::reviews(index, subject);
  if (format == "json") {
    print_reviews_json(std::cout, found);
  } else {
    print_reviews_text(std::cout, found, terminal_style());
  }
  return found.reviews.empty() ? exit_nothing : exit_success;
}

}  // namespace minutebook::cli
