// Answers as CSV (RFC 4180, UTF-8): one header row, then one row per item or per mention.
// Knows nothing of how an answer was found.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>

#include "query/csv_row.h"
#include "query/include/minutebook/answer.h"

namespace minutebook::query {

/// Mentions as they come, an item at a time.
class CsvMentions {
 public:
  /// Writes the header row.
  CsvMentions(std::ostream& out, std::uint64_t revision);
  void add(const Result& row);

 private:
  CsvRow writer_;
  std::string revision_;
};

void print_csv(std::ostream& out, const Answer& answer, bool mention_rows);

}  // namespace minutebook::query
