// Brings the tree of a query into the shape that evaluation takes: a list of operands, PAPER outside of scopes, NEAR
// round plain places. Knows nothing of indexes.
#pragma once

#include "query/resolved.h"

namespace minutebook::query {

/// An all_of of the operands, whatever the tree was. Throws schema::Error (usage) for NEAR or PARA round something that
/// has no place in a passage.
Node shaped(const Node& tree);

}  // namespace minutebook::query
