// The parts of web pages that are no text of a paper: navigation, banners, forms, hidden parts, notes for readers of
// the site. Knows nothing of papers. Source of the rules: HTML's own elements and roles, the words site builders name
// their blocks with, and the fixed phrases of committee systems.
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/html_text.h"

namespace minutebook::indexer {

/// The nodes that are left out of every page. A block that is only named like furniture stays if it holds much of the
/// page's text or its first heading.
NodeMask page_furniture(const MarkupTree& tree);

/// A line that sites print round papers: "View directions", "… view the full minutes text for item 3.", "Share this
/// item".
bool is_site_phrase(std::string_view line);
/// Takes such lines out, and off the others such offers at their ends and size notes of files.
void drop_site_phrases(std::vector<std::string>& lines);

/// How many texts of the page are shown in part, with a link to the whole.
std::size_t count_full_text_offers(const MarkupTree& tree);

/// "Cover report PDF 110 KB", "Minutes (156Kb)" -> without the note of the file's kind and size.
std::string without_file_size(std::string title);

}  // namespace minutebook::indexer
