// Pages of ModernGov, the committee system most councils publish with: meetings, agenda items, issues, decisions.
// Knows nothing of other sites. Source of the rules: the classes and labels its pages carry in any council's design.
#pragma once

#include "indexer/extract/html_page.h"
#include "indexer/extract/meeting_item.h"

namespace minutebook::indexer {

bool is_modern_gov(const MarkupTree& tree);

/// Reads the page by what it is. Lists of meetings, calendars, structures of committees and the like: empty, with the
/// reason.
Extraction read_modern_gov(const HtmlPage& page);

// What the pages have in common; used by their readers only.

/// The titles that ModernGov prints over each page.
struct ModernGovHead {
  std::string main;      ///< what the page is: "Agenda and draft minutes", "Decision details"
  std::string sub;       ///< of what: "Cabinet - Wednesday, 2nd April, 2014 1.00 pm", the title of a decision
  NodeId content = 0;    ///< the element that holds the page's own content
  MeetingTitle meeting;  ///< of the titles
};
ModernGovHead head_of_modern_gov(const HtmlPage& page);

/// The sections below a title: text before the first sub-title, then each sub-title with what follows it.
std::vector<ItemSection> sections_between(const HtmlPage& page, NodeId begin, NodeId end);

Extraction read_meeting_page(const HtmlPage& page, const ModernGovHead& head);
Extraction read_item_page(const HtmlPage& page, const ModernGovHead& head);
Extraction read_issue_page(const HtmlPage& page, const ModernGovHead& head);
Extraction read_decision_page(const HtmlPage& page, const ModernGovHead& head);

}  // namespace minutebook::indexer
