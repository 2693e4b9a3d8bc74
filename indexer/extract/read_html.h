// HTML to a tree of elements, by libxml2's streaming parser: tags that nobody closed, thousands of open ones and broken
// entities are no error in it. Knows nothing of what the elements mean but which never hold text to read.
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/markup_tree.h"

namespace minutebook::indexer {

struct HtmlTree {
  MarkupTree tree;
  std::string saved_from;  ///< the address that browsers write into pages they save; empty: none
  bool flattened = false;  ///< a limit of markup_tree.h was reached
};

/// `utf8`: a page or a part of one, valid UTF-8; what it says of its encoding is ignored. Scripts, styles, templates,
/// pictures, frames and form fields are left out. Nothing is loaded.
HtmlTree read_html(std::string_view utf8);

/// Entities of HTML in plain text made characters: "&amp;amp;" -> "&", "&#39;" -> "'". Text without any comes back as
/// it is.
std::string unescaped(std::string text);

}  // namespace minutebook::indexer
