// Blocks that may head an item: by a number, by the mark "(Item 4)" under them, or by their form alone.
// Knows nothing of which of them are items of a paper (items.h).
#pragma once

#include <string>
#include <vector>

#include "indexer/blocks.h"
#include "indexer/item_numbers.h"
#include "schema/paper.h"

namespace minutebook::indexer {

/// A block that may head an item.
struct Candidate {
  std::size_t at = 0;    ///< the block
  std::size_t body = 0;  ///< behind the heading (the title may stand in the next block)
  ItemNumber number;
  bool strong = false;  ///< its form alone makes it a heading
  bool marked = false;  ///< "(Item 4)" stands under it
  std::string agenda_number;
  std::string note = {};  ///< text that follows the title on its line
  bool lone = false;      ///< the number stands on a line of its own: may be a page number
};

/// Styles that one paper may mix have one family: "20 TITLE" and "21. TITLE".
std::string family_of(const ItemNumber& number);

/// Blocks of [begin, end) with a number.
std::vector<Candidate> numbered_candidates(const std::vector<Block>& blocks, std::size_t begin, std::size_t end);

/// Blocks of [begin, end) that head something by their form. In minutes and agendas those of the highest rank that
/// occurs twice; no heads of lists of names, no "Decision".
std::vector<Candidate> heading_candidates(const std::vector<Block>& blocks, std::size_t begin, std::size_t end,
                                          schema::PaperKind kind);

/// A block that heads what follows without a number: bold, capitals or a Markdown heading; short, no sentence.
bool is_heading(const Block& block);

}  // namespace minutebook::indexer
