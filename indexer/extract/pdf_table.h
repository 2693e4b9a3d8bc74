// Rows of a table from bands and columns: cells that are several lines high are put together again.
// Knows nothing of how tables are found, nor of what they say.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/pdf_bands.h"

namespace minutebook::indexer {

struct TableRow {
  std::vector<std::string> cells;  ///< as many as columns, some may be empty
  std::size_t first = 0;           ///< the bands it was made of …
  std::size_t end = 0;             ///< … up to before this one
  bool heading = false;            ///< "11. ACCOUNTS": it stands across the columns and heads what follows
};

/// Has digits and no letters: "24", "£1,500", "12.5%".
bool is_figure(std::string_view text);

/// Every band goes into one row.
std::vector<TableRow> rows_of(std::span<const Band> bands, const std::vector<Span>& columns);

}  // namespace minutebook::indexer
