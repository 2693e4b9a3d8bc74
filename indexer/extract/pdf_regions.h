// What bands that follow each other are together: text, columns of text, a table, text with notes in the margin.
// Knows nothing of how they are written out.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "indexer/extract/pdf_bands.h"

namespace minutebook::indexer {

enum class RegionKind : std::uint8_t {
  text,     ///< one band of text
  columns,  ///< text in columns, to be read one after the other
  table,
  parted,  ///< one band whose parts are lines of their own
  margin   ///< text, and short notes in a narrow column beside it
};

struct Region {
  RegionKind kind = RegionKind::text;
  std::size_t bands = 1;      ///< how many belong to it
  std::vector<Span> columns;  ///< two at least, unless it is text
  std::size_t main = 0;       ///< margin: the column that holds the text
};

/// The region that begins with the first band. `bands` is not empty.
Region next_region(std::span<const Band> bands);

/// A number, letter or bullet before a paragraph: "1.", "(iv)", "a)", "4.13", "•".
bool is_enumerator(std::string_view text);

}  // namespace minutebook::indexer
