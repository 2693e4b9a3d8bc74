// An export of mentions as lines of JSON: one that says what was asked, one for each mention, one that closes it.
// Knows nothing of how mentions were found.
#pragma once

#include <ostream>
#include <string>
#include <vector>

#include "query/export_digest.h"
#include "query/include/minutebook/answer.h"

namespace minutebook::query {

/// {"export":"mentions","query":…,"expand":…}, with "only", "without" and "boilerplate":"exclude" where they were asked
/// for.
struct ExportHead {
  std::string query;                 ///< as typed
  bool expand = true;                ///< labels and acronyms stood for their topics
  bool only = false;                 ///< labels stood for themselves alone
  std::vector<std::string> without;  ///< labels that did not count
  bool boilerplate = true;           ///< words in boilerplate counted
};
void print_export_head(std::ostream& out, const ExportHead& head);
/// One line for each mention of the item, the item's fields flat beside it, with how the mention is cited and the
/// index's revision; no runs.
void print_export_rows(std::ostream& out, const Result& row, std::uint64_t revision);
/// {"end":true,"revision":…,"mentions":…,"whole_mentions":…,"items":…,"complete":…,"digest":…}: an export without this
/// line was cut off.
void print_export_end(std::ostream& out, const Answer& answer, const ExportDigest& digest);

}  // namespace minutebook::query
