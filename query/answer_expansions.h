// What each addition to a query brings: exact counts of items, label by label.
// Knows nothing of rows or output formats.
#pragma once

#include "query/include/minutebook/answer.h"
#include "query/open_index.h"
#include "query/resolved.h"

namespace minutebook::query {

/// `labels`: count every label as well.
ShownExpansion shown_expansion(OpenIndex::Parts& index, const Expansion& expansion, bool labels);

}  // namespace minutebook::query
