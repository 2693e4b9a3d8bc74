// Answers as CSV (RFC 4180, UTF-8): one header row, then one row per item or per mention.
// Cells that a spreadsheet would take for a formula get an apostrophe in front. Knows nothing of how an answer was
// found.
#pragma once

#include <cstdint>
#include <memory>
#include <ostream>
#include <string>

#include "query/include/minutebook/answer.h"

namespace minutebook::query {

/// Mentions as they come, an item at a time.
class CsvMentions {
 public:
  class RowWriter;
  /// Writes the header row.
  CsvMentions(std::ostream& out, std::uint64_t revision);
  ~CsvMentions();
  CsvMentions(const CsvMentions&) = delete;
  CsvMentions& operator=(const CsvMentions&) = delete;
  void add(const Result& row);

 private:
  std::unique_ptr<RowWriter> writer_;
  std::string revision_;
};

void print_csv(std::ostream& out, const Answer& answer, bool mention_rows);

}  // namespace minutebook::query
