// A web page as read: its elements, which of them are furniture, and what its head states: title, address, publisher.
// Knows nothing of committee systems.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extraction.h"
#include "indexer/extract/html_text.h"
#include "schema/date.h"

namespace minutebook::indexer {

struct HtmlPage {
  MarkupTree tree;
  NodeMask dropped;
  std::string title;      ///< of its title element, or of its metadata where that is longer
  std::string heading;    ///< its first h1; empty: it has none
  std::string address;    ///< of the page itself, as it states it; empty: not stated
  std::string base;       ///< what relative links are relative to; empty: not stated
  std::string publisher;  ///< the council, as far as the page names one
  std::vector<std::string> warnings;
};

/// `utf8`: a page or a part of one.
HtmlPage read_html_page(std::string_view utf8);

/// Sets url and council of `facts` as the page states them.
void add_page_facts(const HtmlPage& page, DocumentFacts& facts);

/// A document that a page links to, as an entry of a list: "- Cover report: https://…".
std::string document_line(const std::string& title, const std::string& address);
/// The documents that elements in [begin, end) link to, in order, each once; what is furniture counts too, for size
/// notes and icons are.
std::vector<std::string> document_lines(const HtmlPage& page, NodeId begin, NodeId end);

/// A committee and the day of its meeting, as titles join them: "Cabinet - Wednesday, 2nd April, 2014 1.00 pm", "Agenda
/// for Cabinet on Wednesday, 2nd April, 2014". Empty where it states none.
struct MeetingTitle {
  std::string committee;
  schema::Date date;
};
MeetingTitle meeting_of_title(std::string_view title);

/// "cancelled", "postponed", "draft" if the words that describe a meeting say so; else empty.
std::string status_of_words(std::string_view words);

/// One page without a number, its lines within the limits of extraction.h. Empty if there are none.
Extraction one_page(std::vector<std::string> lines, DocumentFacts facts, std::vector<std::string> warnings);
/// A page that holds no paper, and what it is: "a list of meetings".
Extraction no_paper(const std::string& what);

}  // namespace minutebook::indexer
