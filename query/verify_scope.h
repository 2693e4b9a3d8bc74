// Whether a passage is a place where `in:`, `by:` and `title:` let words be looked for.
// Knows nothing of words.
#pragma once

#include "query/resolved.h"
#include "schema/shard.h"

namespace minutebook::query {

/// `title`: the passage is its item's title.
bool scope_fits(const Scope& scope, const schema::ForwardPassage& passage, bool title);

}  // namespace minutebook::query
