// Rows of tables: which are rows of cells, which only place paragraphs on the page; their cells in one line.
// Knows nothing of what the cells say.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/html_text.h"

namespace minutebook::indexer {

/// A row (tr) with two and more filled columns in its table, none of whose cells holds a table, a heading or many
/// paragraphs.
bool is_table_row(const MarkupTree& tree, const NodeMask& dropped, NodeId row);

/// The row as one line, tabs between its cells, as many as its table has columns; no line if all cells are empty.
std::vector<std::string> table_row(const MarkupTree& tree, const NodeMask& dropped, NodeId row);

}  // namespace minutebook::indexer
