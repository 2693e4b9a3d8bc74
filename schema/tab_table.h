// Reading tables of tab-separated values with comment lines and a line of column names.
// For schema/ only. Knows nothing of what the columns mean.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook::schema {

struct TabRow {
  std::size_t line = 0;                 ///< in the file, from 1
  std::vector<std::string_view> cells;  ///< in the order of the asked-for columns
};

/// Rows of `tsv`, their cells in the order of `columns`; other columns are passed over. Lines that begin with # and
/// empty lines do not count. The cells point into `tsv`. Throws Error that names the table, and the line or the missing
/// column.
std::vector<TabRow> read_tab_table(std::string_view tsv, const std::vector<std::string_view>& columns,
                                   const std::string& name_for_errors);

/// Parts of `text` between `separator`, trimmed of spaces, empty ones left out.
std::vector<std::string_view> split_list(std::string_view text, char separator);

}  // namespace minutebook::schema
