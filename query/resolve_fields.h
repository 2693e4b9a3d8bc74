// Fields that are conditions on papers and items -> filters with the values of the paper table.
// Knows nothing of words, scopes or the tree around them.
#pragma once

#include <string>
#include <vector>

#include "query/resolve.h"

namespace minutebook::query {

/// A field of the tree as rewritten by query/resolve_dates.h, other than in, by, who and title. A value that names
/// several councils is explained in `notes`. Throws schema::Error (usage) for unknown values, with near ones.
Filter resolve_filter(const ParsedQuery& query, const Ast& field, const ResolveContext& context,
                      std::vector<std::string>& notes);

/// The values of `name:value`, `name:"a value"`, `name:(several words)` and `name:(a OR b)`. Throws for anything else.
std::vector<std::string> values_of_field(const ParsedQuery& query, const Ast& field);

/// The bytes a part was read from, on one line.
std::string typed_text(const ParsedQuery& query, const Ast& part);

}  // namespace minutebook::query
