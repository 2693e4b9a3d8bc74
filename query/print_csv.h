// Answers as CSV (RFC 4180, UTF-8): one header row, then one row per item or per mention.
// Cells that a spreadsheet would take for a formula get an apostrophe in front. Knows nothing of how an answer was
// found.
#pragma once

#include <ostream>

#include "query/include/minutebook/answer.h"

namespace minutebook::query {

void print_csv(std::ostream& out, const Answer& answer, bool mention_rows);

}  // namespace minutebook::query
