// The numbers that items, minutes and sections are headed with, in the styles councils use.
// Knows nothing of what else a paper holds. Styles: docs/reading-papers.md, "Numbers".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace minutebook::indexer {

enum class NumberStyle : std::uint8_t {
  plain,     ///< 20 TITLE
  stopped,   ///< 175. TITLE
  prefixed,  ///< CYP10 TITLE, HEA 17 TITLE, CYP/24/14 Title
  slashed,   ///< 45/07 TITLE
  section,   ///< 1.0 Title
  dotted,    ///< 19.09.03 Title: year, month (or meeting) and number
  worded     ///< Item 5 - Title, Minute 45: Title
};

struct ItemNumber {
  NumberStyle style = NumberStyle::plain;
  std::string number;  ///< without closing stop; "1.0" -> "1"; "HEA 17" -> "HEA17"
  int value = 0;       ///< for sequences: 20, 175, 10, 45
  std::string title;   ///< the rest of the line; empty: the number stands alone
};

/// The number a block of text begins with, if the rest can be a title (begins with a capital, a figure or a quote, is
/// no sentence, at most 250 bytes).
std::optional<ItemNumber> item_number(std::string_view text);

/// The same for a heading that the document itself marks as an item's: there any label of figures counts, if a full
/// stop ends it: "1.1. Title", "12(a). Title".
std::optional<ItemNumber> marked_item_number(std::string_view text);

/// "(Item 4)", "[Agenda item 6]" alone: the block above it is the title of that item of the agenda. Empty: no such
/// mark.
std::string item_mark(std::string_view text);

}  // namespace minutebook::indexer
