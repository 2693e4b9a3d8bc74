// Leaving boilerplate out of a query: words that stand in lists of who was there, in apologies and in standing text do
// not count then. Knows nothing of how such passages are told or found.
#pragma once

#include <span>

#include "query/resolved.h"

namespace minutebook::query {

/// Kinds of passages that say nothing of a subject: attendance with apologies, and standing text ("None arising",
/// "Background papers").
std::span<const schema::PassageKind> boilerplate_kinds();

/// The same query with its words looked for outside of boilerplate; a note says so. What names its own place (in:,
/// who:, title:) stays as it is.
ResolvedQuery without_boilerplate(ResolvedQuery query);

}  // namespace minutebook::query
