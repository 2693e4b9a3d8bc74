// From elements to lines in the light markup of extracted_text.h: paragraphs, headings, lists, table rows, bold.
// Knows nothing of sites, of papers or of which part of a page is read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/markup_tree.h"

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

/// White space of all kinds collapsed to single spaces, none at the ends.
std::string one_line(std::string_view text);

/// Adds a blank line and then `more`, if there is any.
void add_paragraphs(std::vector<std::string>& lines, const std::vector<std::string>& more);
void add_paragraph(std::vector<std::string>& lines, std::string line);

}  // namespace minutebook::indexer
