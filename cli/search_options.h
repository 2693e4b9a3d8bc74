// What the commands that take a query share: reading it against an index, and how text looks on this terminal.
// Knows nothing of single commands.
#pragma once

#include <string>

#include "cli/options.h"
#include "query/include/minutebook/search.h"
#include "query/print_text.h"

namespace minutebook::cli {

/// Throws Error (usage) as query/parse.h and query/resolve.h do.
query::ResolvedQuery understand_query(query::OpenIndex& index, const std::string& text,
                                      const query::ExpansionWish& wish);
/// The same, with all additions or none.
query::ResolvedQuery understand_query(query::OpenIndex& index, const std::string& text, bool expand);
/// --no-expand, --only, --without-label.
void add_expansion_options(OptionTable& table);
/// Throws Error (usage) where they contradict each other.
query::ExpansionWish expansion_wish(const Options& options);
/// Bold and width as standard output allows; NO_COLOR is honoured.
query::TextStyle terminal_style();
/// The words of a query typed without quotes round all of them.
std::string joined_arguments(const Options& options);

}  // namespace minutebook::cli
