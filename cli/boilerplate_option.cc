#include "cli/boilerplate_option.h"

#include "query/boilerplate.h"
#include "schema/error.h"

namespace minutebook::cli {

void add_boilerplate_option(OptionTable& table) {
  table.add_options()(
      "boilerplate",
      boost::program_options::value<std::string>()->default_value("include")->value_name("include|exclude"),
      "do words in lists of who was there, apologies and standing text count?");
}

bool boilerplate_counts(const Options& options) {
  const std::string choice = options.text("boilerplate");
  if (choice == "include") return true;
  if (choice == "exclude") return false;
  throw schema::Error(schema::ErrorCode::usage, "--boilerplate does not know \"" + choice + "\"",
                      "it takes: include, exclude");
}

query::ResolvedQuery with_boilerplate(query::ResolvedQuery query, bool counts) {
  return counts ? std::move(query) : query::without_boilerplate(std::move(query));
}

}  // namespace minutebook::cli
