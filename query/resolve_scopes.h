// in: and by: -> where the words of a group are looked for.
// Knows nothing of the words themselves.
#pragma once

#include <vector>

#include "query/resolve.h"

namespace minutebook::query {

/// True for in: and by:, which speak of the other words of their group.
bool is_scope_field(const Ast& ast);

/// The scope that the in: and by: fields of one group make together (at least one, at most one of each).
Scope resolve_scope(const ParsedQuery& query, const std::vector<const Ast*>& fields);

}  // namespace minutebook::query
