// Items that need no guess at headings: the rows of an agenda's table, and the items a document marks itself.
// Knows nothing of the headings of minutes and reports (items.h).
#pragma once

#include <vector>

#include "indexer/items.h"

namespace minutebook::indexer {

/// Rows of an agenda's table: number, title, page. `end` of the items is not set.
std::vector<ItemSpan> table_items(const std::vector<Block>& blocks, std::size_t begin, std::size_t end);

/// The items that the document itself marks: its marks are right where numbers and forms only suggest.
std::vector<ItemSpan> marked_items(const std::vector<Block>& blocks, std::size_t begin, std::size_t end);

}  // namespace minutebook::indexer
