// The paragraphs of a web page that was saved or copied as text, and the labels that committee systems print between
// them. Knows nothing of what the paragraphs say. Source of the rules: how browsers and converters write such pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/meeting_item.h"

namespace minutebook::indexer {

/// One string for each paragraph, without blank ones: a line that goes on with the one above it (in small letters, or
/// below a long line that ends without a stop) is joined to it.
std::vector<std::string> saved_paragraphs(const std::vector<std::string>& lines);

/// "Minutes:", "Decision:", "Additional documents:" alone in a paragraph: a part of an item begins.
bool is_part_label(std::string_view paragraph);
/// "Additional documents:", "Supporting documents:", "Accompanying Documents:" alone.
bool is_documents_label(std::string_view paragraph);

/// The parts of an item: the paragraphs [from, to) below the labels among them; what stands above the first one has
/// none.
std::vector<ItemSection> saved_sections(const std::vector<std::string>& paragraphs, std::size_t from, std::size_t to);

}  // namespace minutebook::indexer
