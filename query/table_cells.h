// Rows of tables as the record keeps them ("Rec No: 1 | Recommendation: … | Response: …") parted into their cells
// again, and what the columns of scrutiny's tables hold. Knows nothing of reviews.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook::query {

struct TableCell {
  std::string_view label;  ///< as written; empty: the row's table has no heads
  std::string_view value;
};

/// The cells of a row in order; of a text without bars it is one cell.
std::vector<TableCell> cells_of(std::string_view row);

enum class Column { number, recommendation, officer, response, position, subject, method, date, other };

/// By the head of the column, in any case: "Rec No" -> number, "Agreed Action and Date" -> response.
Column column_of_label(std::string_view label);

/// The first cell of a column that has something in it.
std::optional<TableCell> cell_in(const std::vector<TableCell>& cells, Column column);

}  // namespace minutebook::query
