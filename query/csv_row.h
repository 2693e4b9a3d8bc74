// Rows of a CSV file: quoted where RFC 4180 asks for it, guarded against what a spreadsheet would take for a formula.
// Knows nothing of what the rows hold.
#pragma once

#include <initializer_list>
#include <ostream>
#include <string>
#include <string_view>

namespace minutebook::query {

/// A row on its way out; its memory is used again for the next.
class CsvRow {
 public:
  explicit CsvRow(std::ostream& out) : out_(out) {}

  void add(std::string_view value);
  void add(std::initializer_list<std::string_view> values);
  void end();

 private:
  std::ostream& out_;
  std::string line_;
  bool first_ = true;  // cell of the row
};

}  // namespace minutebook::query
