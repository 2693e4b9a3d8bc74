// A syntax tree as a query string, in one canonical spelling.
// Knows nothing of what the words mean.
#pragma once

#include <string>

#include "query/ast.h"

namespace minutebook::query {

/// A query that parses to the same tree (same_query).
std::string print_query(const Ast& ast);

}  // namespace minutebook::query
