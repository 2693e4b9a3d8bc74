// A meeting as the web service of ModernGov answers it (GetMeeting): its agenda items with minutes and decisions as
// escaped HTML, attendance, documents. Knows nothing of SOAP or of files. Source of the rules: the service's elements.
#pragma once

#include "indexer/extract/extraction.h"
#include "indexer/extract/markup_tree.h"

namespace minutebook::indexer {

/// `meeting`: the element that holds the meeting. What is restricted, or not published yet, is left out, with a warning
/// that counts it.
Extraction read_web_service_meeting(const MarkupTree& tree, NodeId meeting);

/// Escaped HTML in an element as lines of text; escaped twice is unescaped twice.
std::vector<std::string> lines_of_escaped_html(const MarkupTree& tree, NodeId element);

/// The text of the first child of that name, in one line; empty: none.
std::string child_text(const MarkupTree& tree, NodeId element, std::string_view name);

}  // namespace minutebook::indexer
