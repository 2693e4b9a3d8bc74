// Items of minutes whose numbers have the form of lists ("1) Apologies: …", "(a) Appointment of Chairman", "20. To
// accept apologies."), and those numbered below their titles. Knows nothing of other kinds of papers; used where
// nothing plainer marks the items. Source of the rules: minutes of small councils and of sub-committees.
#pragma once

#include <vector>

#include "indexer/blocks.h"
#include "indexer/items.h"

namespace minutebook::indexer {

/// The longest run of such numbers that rise by one, three at least, most of them with text of their own; else none.
/// What stands behind a title on its line becomes the item's note.
std::vector<ItemSpan> loose_items(const std::vector<Block>& blocks, std::size_t begin, std::size_t end);

/// "APOLOGIES" over "PLA146/14": headings with the reference of the minute alone below them, two at least; else none.
std::vector<ItemSpan> items_above_references(const std::vector<Block>& blocks, std::size_t begin, std::size_t end);

}  // namespace minutebook::indexer
