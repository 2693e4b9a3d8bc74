#include "query/csv_row.h"

namespace minutebook::query {

void CsvRow::add(std::string_view value) {
  constexpr std::string_view formula_starts = "=+-@\t\r";
  if (!first_) line_ += ',';
  first_ = false;
  const bool quoted = value.find_first_of(",\"\r\n") != std::string_view::npos;
  if (quoted) line_ += '"';
  if (!value.empty() && formula_starts.find(value.front()) != std::string_view::npos) line_ += '\'';
  for (std::size_t quote = value.find('"'); quote != std::string_view::npos; quote = value.find('"')) {
    line_.append(value.substr(0, quote + 1)).push_back('"');
    value.remove_prefix(quote + 1);
  }
  line_ += value;
  if (quoted) line_ += '"';
}

void CsvRow::add(std::initializer_list<std::string_view> values) {
  for (const std::string_view value : values) add(value);
}

void CsvRow::end() {
  out_ << line_ << "\r\n";
  line_.clear();
  first_ = true;
}

}  // namespace minutebook::query
