// An export of mentions as lines of JSON: one that says what was asked, one for each mention, one that closes it.
// Knows nothing of how mentions were found.
#pragma once

#include <ostream>
#include <string>

#include "query/export_digest.h"
#include "query/include/minutebook/answer.h"

namespace minutebook::query {

/// {"export":"mentions","query":…,"expand":…}, and "boilerplate":"exclude" where it was
struct ExportHead {
  std::string query;        ///< as typed
  bool expand = true;       ///< labels and acronyms stood for their topics
  bool boilerplate = true;  ///< words in boilerplate counted
};
void print_export_head(std::ostream& out, const ExportHead& head);
/// One line for each mention of the item, the item's fields flat beside it; no runs.
void print_export_rows(std::ostream& out, const Result& row);
/// {"end":true,"revision":…,"mentions":…,"whole_mentions":…,"items":…,"complete":…,"digest":…}: an export without this
/// line was cut off.
void print_export_end(std::ostream& out, const Answer& answer, const ExportDigest& digest);

}  // namespace minutebook::query
