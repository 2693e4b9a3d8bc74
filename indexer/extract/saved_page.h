// Pages of ModernGov, the committee system most councils publish with, that were saved or copied as text: meetings,
// agenda items, issues, decisions, entries of forward plans. Knows nothing of other texts. Source of the rules: the
// titles and labels that the system prints on its pages in any council's design.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "indexer/extract/extraction.h"

namespace minutebook::indexer {

/// The paper on such a page, in the same lines and with the same facts as from the page itself; nullopt: the lines are
/// those of another text.
std::optional<Extraction> read_saved_page(const std::vector<std::string>& lines);

/// The place of "No. Item", the head of the table of items, among the first paragraphs; size(): there is none.
std::size_t items_head(const std::vector<std::string>& paragraphs);

/// The page of a meeting; `head`: where items_head() found the table.
Extraction read_saved_meeting(const std::vector<std::string>& paragraphs, std::size_t head);

}  // namespace minutebook::indexer
