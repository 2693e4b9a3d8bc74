// Where one paper of a source ends and the next begins: a pack is an agenda, earlier minutes and reports in one file.
// Knows nothing of items, passages or councils.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "indexer/blocks.h"
#include "indexer/head.h"
#include "indexer/pack_marks.h"

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
  bool marked = false;    ///< the pack's own bookmarks or page table tell that it begins here
};

/// At least one span, in order, together covering all blocks. `marks`: marks_of_pack(); they count behind an agenda
/// only.
std::vector<PaperSpan> split_papers(const std::vector<Block>& blocks,
                                    const std::map<std::size_t, PackMark>& marks = {});

}  // namespace minutebook::indexer
