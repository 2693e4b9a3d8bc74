// One row of a CSV file on its way out (RFC 4180, UTF-8): cells that a spreadsheet would take for a formula get an
// apostrophe in front. Knows nothing of what the cells mean.
#pragma once

#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>

namespace minutebook::query {

/// Its memory is used again for the next row.
class CsvRow {
 public:
  explicit CsvRow(std::ostream& out) : out_(out) {}

  void add(std::string_view value);
  void add(std::initializer_list<std::string_view> values) {
    for (const std::string_view value : values) add(value);
  }
  void end();

 private:
  std::ostream& out_;
  std::string line_;
  bool first_ = true;  // cell of the row
};

}  // namespace minutebook::query
