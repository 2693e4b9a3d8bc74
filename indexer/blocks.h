// From clean lines to blocks: paragraphs whole again, bullets and headings apart, table rows with the heads of their
// columns. Knows nothing of papers or items.
#pragma once

#include <string>
#include <vector>

#include "indexer/normalise.h"

namespace minutebook::indexer {

struct Block {
  std::string text;  ///< one line; of a table row: its cells, each after the head of its column
  int page = 0;
  int heading = 0;
  bool bold = false;
  bool bullet = false;
  bool margin = false;             ///< narrow column beside the text: an officer's title
  bool item_start = false;         ///< the document marks it as the title of an item
  bool page_blank = false;         ///< a page left blank: the end of a paper in a pack
  std::vector<std::string> cells;  ///< of a table row
  bool heads = false;              ///< the row of column heads
  bool row() const { return !cells.empty(); }
};

/// `whole_paragraphs`: the format knows its paragraphs, so none goes on behind a blank line.
std::vector<Block> make_blocks(const std::vector<Line>& lines, bool whole_paragraphs = false);

/// Table rows beginning at `at`, cells that were spread over several lines joined; moves `at` behind them.
std::vector<Block> read_table(const std::vector<Line>& lines, std::size_t& at);

/// Joins two parts of a broken paragraph; a word split at the line end is mended ("com-" "mittee"), a hyphen that
/// belongs stays ("pre-" "birth").
void join_text(std::string& text, const std::string& more);

}  // namespace minutebook::indexer
