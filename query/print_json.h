// Answers as JSON, fields in the order of the contract (DESIGN.md section 5): one line, UTF-8, no HTML anywhere in it.
// Knows nothing of how an answer was found.
#pragma once

#include <ostream>

#include "query/include/minutebook/answer.h"
#include "query/include/minutebook/shown.h"

namespace minutebook::query {

/// `mention_rows`: `results` has one row per mention, the item's fields flat beside it.
void print_json(std::ostream& out, const Answer& answer, bool mention_rows);
void print_json(std::ostream& out, const Shown& shown);

}  // namespace minutebook::query
