// The rows of a table of items in which a converter ran number, title and text together: "Apologies To receive any
// apologies. Minutes: There were none. |". Knows nothing of pages. Source of the rules: the labels of ModernGov's items
// and the words their agenda texts begin with.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/meeting_item.h"

namespace minutebook::indexer {

/// The items of the rows from `from` on, without numbers. A row ends with "|", or where the next one has a label of its
/// own.
std::vector<MeetingItem> saved_rows(const std::vector<std::string>& paragraphs, std::size_t from);

/// The title at the beginning of a row: up to the words of the agenda's text ("To receive …", "Report of …"), to where
/// capitals end, or to the note of a file.
std::string title_of_row(const std::string& text);

}  // namespace minutebook::indexer
