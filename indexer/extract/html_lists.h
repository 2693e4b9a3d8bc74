// Entries of lists: the signs and numbers that HTML's lists put before them, and those that Word wrote as text.
// Knows nothing of lines or of what the entries say.
#pragma once

#include <string>
#include <string_view>

#include "indexer/extract/markup_tree.h"

namespace minutebook::indexer {

/// What stands before the entry `id` (an li): "- ", or its number in a numbered list: "2. ", "b. ", "iv. ". `last`: the
/// number of the list's entry before it, 0 for the first; becomes its own.
std::string list_sign(const MarkupTree& tree, NodeId id, int& last);

struct ListEntry {
  std::string text;    ///< in one line
  std::string bullet;  ///< "- " if the text began with a bullet of Word's; else empty
};

/// Word writes its bullets as characters of its symbol fonts, with hard spaces behind them.
ListEntry list_entry(std::string_view text);

}  // namespace minutebook::indexer
