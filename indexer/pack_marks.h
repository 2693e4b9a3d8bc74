// Where the papers of a pack begin, as the pack itself tells: bookmarks of its documents, and the pages that its agenda
// names ("(Pages 19 - 24)"). Knows nothing of how the papers themselves open (split.h).
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "indexer/blocks.h"
#include "indexer/extract/extracted_text.h"

namespace minutebook::indexer {

struct PackMark {
  std::string title;     ///< of the agenda's item or of the bookmark; may be empty
  bool of_item = false;  ///< the first paper of an item of the agenda, not one attached to it
};

/// Marks by the block that begins their page. Sections of a report have bookmarks too: a bookmark below the first rank
/// counts only if it carries no number of a section and is not the text of a heading further down its page. Pages of
/// the agenda count if the pack's pages carry printed numbers that tell which is which.
std::map<std::size_t, PackMark> marks_of_pack(const ExtractedText& text, const std::vector<Block>& blocks);

}  // namespace minutebook::indexer
