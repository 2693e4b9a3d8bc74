// Where one paper of a source ends and the next begins: a pack is an agenda, earlier minutes and reports in one file.
// Knows nothing of items, passages or councils.
#pragma once

#include <string>
#include <vector>

#include "indexer/blocks.h"
#include "indexer/head.h"

namespace minutebook::indexer {

struct PaperSpan {
  schema::PaperKind kind = schema::PaperKind::other;
  std::size_t begin = 0;
  std::size_t body = 0;  ///< first block behind the head
  std::size_t end = 0;
  std::string committee;  ///< as its head says; empty: not stated
  std::string title;      ///< of reports and the like
  schema::Date date;      ///< as its head says
  bool of_item = false;   ///< begins with the title of an item of the pack's agenda
};

/// At least one span, in order, together covering all blocks.
std::vector<PaperSpan> split_papers(const std::vector<Block>& blocks);

}  // namespace minutebook::indexer
