// From extracted pages to clean lines: markup, control characters, running headers and page numbers out, broken words
// mended. Knows nothing of papers or items. What converters do to papers: docs/reading-papers.md.
#pragma once

#include <string>
#include <vector>

#include "indexer/understand.h"

namespace minutebook::indexer {

struct Line {
  std::string text;  ///< trimmed; a table row keeps its tabs
  int page = 0;
  int heading = 0;           ///< Markdown heading level
  bool bold = false;         ///< everything but a number or bullet before it is bold
  bool bullet = false;       ///< began with a list marker, which is gone
  bool row = false;          ///< a table row: cells separated by tabs
  bool item_start = false;   ///< the document marks it as the title of an item ("<AI12>")
  bool page_blank = false;   ///< "This page is intentionally left blank": ends a paper inside a pack
  bool broken_line = false;  ///< the converter forced a line end here (two spaces): a narrow column
  bool empty() const { return text.empty() && !page_blank; }
};

/// Lines in order; blank lines are kept (they separate paragraphs).
std::vector<Line> normalise(const ExtractedText& text);

/// One line without HTML tags, Markdown emphasis and struck-out words.
Line clean_line(const std::string& raw, int page);

/// Drops lines that repeat a committee's name at every page, and page numbers (normalise calls it).
void drop_running_lines(std::vector<Line>& lines);

/// True for words that name a body: committee, panel, board, cabinet …
bool names_a_body(std::string_view text);

}  // namespace minutebook::indexer
