// From the blocks of an item to its passages: what is decided, proposed, asked, declared, attended, said; paragraph
// numbers. Knows nothing of how items were found or of other papers.
#pragma once

#include <set>
#include <vector>

#include "indexer/items.h"
#include "schema/paper.h"

namespace minutebook::indexer {

/// What the passages of a paper depend on besides their own words.
struct PassageContext {
  schema::PaperKind kind = schema::PaperKind::other;
  /// The paper records decisions with a formal word ("Resolved"): "it was agreed that" is then discussion.
  bool formal = true;
  std::set<std::size_t> attendance;  ///< blocks that list who was there
};

/// Does any of blocks [begin, end) open with a formal word of decision?
bool uses_formal_decisions(const std::vector<Block>& blocks, std::size_t begin, std::size_t end);

/// The passages of an item, its heading first if it has a title.
std::vector<schema::Passage> read_passages(const std::vector<Block>& blocks, const ItemSpan& item,
                                           const PassageContext& context);

}  // namespace minutebook::indexer
