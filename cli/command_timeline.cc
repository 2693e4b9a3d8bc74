#include <iostream>

#include "cli/boilerplate_option.h"
#include "cli/command.h"
#include "cli/options.h"
#include "cli/search_options.h"
#include "query/print_timeline.h"
#include "schema/error.h"

namespace minutebook::cli {
namespace {

const std::vector<std::string> formats = {"text", "json", "csv", "svg"};

query::Period period_of(const std::string& name) {
  if (name == "year") return query::Period::year;
  if (name == "municipal-year") return query::Period::municipal_year;
  if (name == "month") return query::Period::month;
  throw schema::Error(schema::ErrorCode::usage, "--by does not know \"" + name + "\"",
                      "it takes: year, municipal-year, month");
}

}  // namespace

OptionTable options_of_timeline() {
  OptionTable table = empty_option_table();
  add_index_option(table);
  add_format_option(table, formats);
  auto add = table.add_options();
  add("by",
      boost::program_options::value<std::string>()->default_value("year")->value_name("year|municipal-year|month"),
      "what one bar stands for");
  add_expansion_options(table);
  add_boilerplate_option(table);
  return table;
}

int run_timeline(const Options& options) {
  const std::string format = format_of(options, formats);
  const query::Period period = period_of(options.text("by"));
  query::OpenIndex index(schema::open_index(index_folder(options)));
  const query::ResolvedQuery query = with_boilerplate(
      understand_query(index, joined_arguments(options), expansion_wish(options)), boilerplate_counts(options));
  const query::Timeline made = query::timeline(index, query, period);
  if (format == "json") {
    print_timeline_json(std::cout, made);
  } else if (format == "csv") {
    print_timeline_csv(std::cout, made);
  } else if (format == "svg") {
    print_timeline_svg(std::cout, made);
  } else {
    print_timeline_text(std::cout, made, terminal_style().columns);
  }
  return made.total.items > 0 ? exit_success : exit_nothing;
}

}  // namespace minutebook::cli
