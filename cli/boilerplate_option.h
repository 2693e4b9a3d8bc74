// --boilerplate: whether words in lists of who was there, apologies and standing text count.
// Knows nothing of single commands.
#pragma once

#include "cli/options.h"
#include "query/resolved.h"

namespace minutebook::cli {

void add_boilerplate_option(OptionTable& table);
/// Throws Error (usage) for what is neither include nor exclude.
bool boilerplate_counts(const Options& options);
/// The query as it is where boilerplate counts, else without it.
query::ResolvedQuery with_boilerplate(query::ResolvedQuery query, bool counts);

}  // namespace minutebook::cli
