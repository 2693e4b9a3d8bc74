// Small pieces of printed text: names that are safe on a terminal, figures with commas, sizes, tables.
// Knows nothing of commands.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook::cli {

/// One line of valid UTF-8: control characters of file names and papers become spaces, invalid bytes U+FFFD.
std::string printable(std::string_view text);
/// 1234567 -> "1,234,567".
std::string with_commas(std::uint64_t number);
/// "1 paper", "2,000 papers".
std::string counted(std::uint64_t number, std::string_view noun);
/// 1234567 -> "1.2 MB".
std::string size_text(std::uint64_t bytes);

/// Rows of cells in columns, two spaces apart. `right`: columns that are figures.
void print_table(std::ostream& out, const std::vector<std::vector<std::string>>& rows, const std::vector<bool>& right);

}  // namespace minutebook::cli
