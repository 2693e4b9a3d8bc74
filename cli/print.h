// Small pieces of printed text: sizes, tables, and those that answers are printed with.
// Knows nothing of commands.
#pragma once

#include <cstddef>
#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "query/text_layout.h"

namespace minutebook::cli {

using query::counted;
using query::printable;
using query::with_commas;

/// 1234567 -> "1.2 MB".
std::string size_text(std::uint64_t bytes);

/// Width of the terminal that the output goes to, 120 at most; 80 for files and pipes.
std::size_t output_columns();

/// Rows of cells in columns, two spaces apart. `right`: columns that are figures.
void print_table(std::ostream& out, const std::vector<std::vector<std::string>>& rows, const std::vector<bool>& right);

}  // namespace minutebook::cli
