// The main text of any page: the part that the site marks as such, else the densest one.
// Knows nothing of committee systems.
#pragma once

#include "indexer/extract/html_page.h"

namespace minutebook::indexer {

/// The text of `root` alone, with `facts`; a page that is little more than links is no paper.
Extraction main_text_page(const HtmlPage& page, NodeId root, DocumentFacts facts);

/// A page of which nothing is known: its main element or article, else the smallest block that holds most of its text.
Extraction read_main_text(const HtmlPage& page);

}  // namespace minutebook::indexer
