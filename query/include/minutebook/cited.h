// A passage with everything needed to cite it: where it stands, when it was said, its ids, its words.
// Knows nothing of why it is cited.
#pragma once

#include <string>

#include "schema/paper.h"

namespace minutebook::query {

/// A passage of an item of a paper. Empty strings and zeros: not known, or the source has none.
struct Cited {
  std::string council;  ///< code
  std::string council_name;
  std::string committee;
  schema::Date date;  ///< of the meeting
  std::string paper;  ///< id, for `show`
  schema::PaperKind paper_kind = schema::PaperKind::other;
  std::string paper_title;
  std::string source;  ///< path as indexed
  std::string url;
  std::string item;  ///< id
  std::string number;
  std::string title;
  int page = 0;
  bool scanned = false;  ///< read from a picture of its page: words may be wrong
  std::string paragraph;
  schema::PassageKind kind = schema::PassageKind::text;
  schema::Outcome outcome = schema::Outcome::none;
  std::string mention;  ///< id of the passage
  std::string text;     ///< the whole passage
};

}  // namespace minutebook::query
