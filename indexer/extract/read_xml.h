// XML to a tree of elements, by libxml2's streaming parser. Documents that declare entities are refused before anything
// of them is expanded or opened. Knows nothing of what the elements mean.
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/markup_tree.h"

namespace minutebook::indexer {

struct XmlTree {
  MarkupTree tree;      ///< names without their prefixes, in lower case
  std::string refusal;  ///< not empty: why nothing was read
  std::string damage;   ///< not empty: where the document stops being well-formed; the tree holds what stands before
  bool flattened = false;
};

/// `utf8`: valid UTF-8; what the document says of its encoding is ignored. Nothing is loaded.
XmlTree read_xml(std::string_view utf8);

/// No XML of this process opens anything by itself: called once before reading.
void forbid_external_entities();

}  // namespace minutebook::indexer
