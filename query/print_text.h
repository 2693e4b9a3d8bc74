// Answers for people, on a terminal or in a file: the query as understood, totals, rows with their best mentions, what
// is not covered. Knows nothing of how an answer was found, nor whether it stands on a terminal: the style says so.
#pragma once

#include <cstddef>
#include <ostream>

#include "query/include/minutebook/answer.h"
#include "query/include/minutebook/shown.h"

namespace minutebook::query {

struct TextStyle {
  bool bold = false;         ///< highlights in bold by terminal sequences; else they are not marked
  std::size_t columns = 80;  ///< lines are wrapped so
  std::size_t mentions = 3;  ///< shown of each item; 0: all
  bool cite = false;         ///< how the item is cited stands with each
};

void print_text(std::ostream& out, const Answer& answer, const TextStyle& style);
void print_text(std::ostream& out, const Shown& shown, const TextStyle& style);

}  // namespace minutebook::query
