// Rows of tables: which are rows of cells, which only place paragraphs on the page; their cells in one line.
// Knows nothing of what the cells say.
#pragma once

#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/extract/html_text.h"

namespace minutebook::indexer {

/// Reads the tables of one tree; what it finds out about a table or a row is remembered, for tables may be long.
class TableReader {
 public:
  TableReader(const MarkupTree& tree, const NodeMask& dropped) : tree_(tree), dropped_(dropped) {}

  /// An element with cells (tr, usually) in a table of two and more columns, none of its cells holding a table, a
  /// heading or many paragraphs.
  bool is_row(NodeId row);
  /// The row as one line, tabs between its cells, as many as its table has columns; no line if all cells are empty.
  std::vector<std::string> row(NodeId row);

 private:
  std::vector<NodeId> cells_of(NodeId row) const;
  std::size_t columns_of(NodeId table);
  bool reads_as_row(NodeId row);

  const MarkupTree& tree_;
  const NodeMask& dropped_;
  std::unordered_map<NodeId, std::size_t> columns_;  // of tables
  std::unordered_map<NodeId, bool> rows_;
};

}  // namespace minutebook::indexer
