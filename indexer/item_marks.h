// The marks that ModernGov prints round the items of a paper, in white: "<AI12>" … "</AI12>", and the template behind
// the last one. Knows nothing of what the items say. Source of the rule: printed minutes of that system; other formats
// whose own structure tells items are written so by the worker (extract/extracted_text.h).
#pragma once

#include <string>
#include <string_view>

namespace minutebook::indexer {

/// A line with its marks taken out.
struct MarkedLine {
  std::string text;
  bool item_start = false;  ///< the next line with text is the title of an item
};

MarkedLine read_item_marks(std::string_view line);

}  // namespace minutebook::indexer
