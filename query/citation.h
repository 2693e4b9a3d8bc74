// How an item, a paper or a passage is cited: the one place that puts council, meeting, number, title, page and URL
// into words, and the forms that reference managers read. Knows nothing of searching.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "query/include/minutebook/answer.h"
#include "query/include/minutebook/shown.h"

namespace minutebook::query {

/// What is known of the thing cited; empty or 0: not stated, and left out.
struct Citation {
  std::string id;  ///< of the item or paper: the key, the same after indexing again
  std::string council;
  std::string committee;
  schema::PaperKind kind = schema::PaperKind::other;
  std::string paper;  ///< the paper's title
  schema::Date date;
  std::string number;  ///< of the item
  std::string title;   ///< of the item; empty: a whole paper, or an item without a title
  std::string paragraph;
  int page = 0;
  std::string url;
};

Citation citation_of(const Result& row);
/// A mention stands on a page and in a paragraph of its own.
Citation citation_of(const Result& row, const Mention& mention);
/// Of the paper that the item stands in.
Citation paper_citation_of(const Result& row);
/// The item that is shown alone, or the paper.
Citation citation_of(const Shown& shown);

/// "North Vale Council, Children's Board, Minutes, 8 January 2024, minute 25 ‘Helpline’, p. 4. https://…". The number
/// is a minute's, a report section's or an agenda item's by the kind of paper; titles of minutes and agendas repeat
/// their meeting and are left out.
std::string citation_line(const Citation& citation);
/// The part of the line that says where in the paper: "minute 25 ‘Helpline’, p. 4".
std::string citation_place(const Citation& citation);

/// The address with %XX for what ends a field, an attribute or an address: spaces, quotes, brackets, control
/// characters.
std::string safe_url(std::string_view url);

/// An entry of a RIS file: one tag a line, CR LF, closed by ER. Line breaks and control characters become spaces.
void print_ris(std::ostream& out, const Citation& citation);
/// An entry of a BibTeX file. What TeX takes for commands is escaped, titles keep their capitals.
void print_bibtex(std::ostream& out, const Citation& citation);

}  // namespace minutebook::query
