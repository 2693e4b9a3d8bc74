// Where the items of a paper begin: minutes and agenda items by their numbers, sections of a report, headings where
// nothing is numbered. Knows nothing of passages or of metadata.
#pragma once

#include <string>
#include <vector>

#include "indexer/blocks.h"
#include "indexer/item_candidates.h"
#include "schema/paper.h"

namespace minutebook::indexer {

/// An item as a span of blocks. The first one is the front: everything before the first heading (perhaps no block at
/// all).
struct ItemSpan {
  std::string number;
  std::string agenda_number;
  std::string title;
  std::string note;       ///< what stood behind the title in the same row of an agenda's table
  std::size_t begin = 0;  ///< its heading
  std::size_t body = 0;   ///< first block behind the heading
  std::size_t end = 0;
};

std::vector<ItemSpan> find_items(const std::vector<Block>& blocks, std::size_t begin, std::size_t end,
                                 schema::PaperKind kind);

}  // namespace minutebook::indexer
