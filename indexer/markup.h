// HTML tags, Markdown signs and odd characters that converters leave in lines of text.
// Knows nothing of what the lines say.
#pragma once

#include <string>
#include <vector>

namespace minutebook::indexer {

struct MarkedText {
  std::string text;  ///< trimmed, spaces collapsed, tabs between cells kept
  int heading = 0;   ///< leading # signs
  bool bold = false;
  bool bullet = false;
};

/// Takes markup out of one line. Table rows of Markdown ("| a | b |") become cells separated by tabs; their rule lines
/// become empty.
MarkedText strip_markup(const std::string& raw);

/// Rows of HTML tables that stand on lines of their own become single lines with tabs between the cells.
void unfold_html_tables(std::vector<std::string>& lines);

}  // namespace minutebook::indexer
