// From elements to lines in the light markup of extracted_text.h: paragraphs, headings, lists, table rows, bold.
// Knows nothing of sites, of papers or of which part of a page is read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/markup_tree.h"
#include "indexer/extract/text_lines.h"

namespace minutebook::indexer {

/// Which parts of a tree are no text: true for a node that is left out with all it holds.
using NodeMask = std::vector<bool>;

enum class LinkParagraphs { keep, drop };

struct HtmlRange {
  const MarkupTree& tree;
  const NodeMask& dropped;
  NodeId begin = 0;
  NodeId end = 0;
  LinkParagraphs links = LinkParagraphs::keep;  ///< a paragraph that is nothing but links may be navigation
};

/// A paragraph is one line, a line break begins a new one; blank lines separate paragraphs, none is first or last.
/// Headings begin with as many # as their rank, entries of lists with "- " or their number; rows of tables have tabs
/// between their cells, unless a cell holds several long paragraphs: then its paragraphs stand one after the other.
std::vector<std::string> lines_of(const HtmlRange& range);

/// The text of a node in one line.
std::string text_of(const MarkupTree& tree, const NodeMask& dropped, NodeId id);

}  // namespace minutebook::indexer
