#include "cli/search_options.h"

#include <unistd.h>

#include <cstdlib>

#include "cli/print.h"
#include "query/parse.h"
#include "schema/error.h"
#include "schema/today.h"

namespace minutebook::cli {

query::ResolvedQuery understand_query(query::OpenIndex& index, const std::string& text,
                                      const query::ExpansionWish& wish) {
  query::ResolveContext context{*index.index().vocabulary, *index.index().councils, index.names(), wish.expand,
                                schema::today()};
  context.only = wish.only;
  context.without = wish.without;
  context.papers = &index.words();
  return query::resolve(query::parse(text), context);
}

query::ResolvedQuery understand_query(query::OpenIndex& index, const std::string& text, bool expand) {
  query::ExpansionWish wish;
  wish.expand = expand;
  return understand_query(index, text, wish);
}

void add_expansion_options(OptionTable& table) {
  auto add = table.add_options();
  add("no-expand", "labels and acronyms mean only themselves, word for word");
  add("only", "labels count as typed, in any spelling, and no others with them");
  add("without-label", boost::program_options::value<std::vector<std::string>>()->value_name("LABEL"),
      "leave one label out of what was added; may be repeated");
}

query::ExpansionWish expansion_wish(const Options& options) {
  query::ExpansionWish wish;
  wish.expand = !options.has("no-expand");
  wish.only = options.has("only");
  if (options.has("without-label")) wish.without = options.value<std::vector<std::string>>("without-label");
  if (!wish.expand && (wish.only || !wish.without.empty())) {
    throw schema::Error(schema::ErrorCode::usage, "--no-expand leaves all labels out",
                        "use it without --only and --without-label");
  }
  if (wish.only && !wish.without.empty()) {
    throw schema::Error(schema::ErrorCode::usage, "--only leaves all labels out but those typed",
                        "use it without --without-label");
  }
  return wish;
}

query::TextStyle terminal_style() {
  query::TextStyle style;
  if (::isatty(STDOUT_FILENO) == 0) return style;
  const char* no_color = std::getenv("NO_COLOR");
  style.bold = no_color == nullptr || *no_color == '\0';
  style.columns = output_columns();
  return style;
}

std::string joined_arguments(const Options& options) {
  std::string text;
  for (const std::string& argument : options.arguments()) text += (text.empty() ? "" : " ") + argument;
  return text;
}

}  // namespace minutebook::cli
