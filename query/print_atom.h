// Items as an Atom feed (RFC 4287), for feed readers. Ids and dates depend on what is in the index alone, so that a
// reader shows an entry as new once. Knows nothing of searching.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "query/include/minutebook/answer.h"

namespace minutebook::query {

struct FeedEntry {
  std::string id;       ///< IRI
  std::string updated;  ///< RFC 3339
  std::string title;
  std::string author;
  std::string url;       ///< empty, or no http address: no link
  std::string category;  ///< kind of paper
  std::string summary;
};

struct Feed {
  std::string id;
  std::string title;
  std::string updated;
  std::vector<FeedEntry> entries;
};

/// An entry for each row: updated is the day of its meeting (1970-01-01 where that is not known), the summary its
/// citation and best mention. Of the feed, the latest of these days.
Feed feed_of(const Answer& answer);
FeedEntry entry_of(const Result& row);

/// Characters that XML does not know become spaces or U+FFFD. Throws schema::Error (unreadable): no memory.
void print_atom(std::ostream& out, const Feed& feed);

}  // namespace minutebook::query
