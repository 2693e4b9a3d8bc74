// Lines of extracted text put together: white space made single spaces, paragraphs parted by blank lines.
// Knows nothing of formats.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minutebook::indexer {

/// White space of all kinds collapsed to single spaces, none at the ends.
std::string one_line(std::string_view text);

/// Adds a blank line, unless there is one or none is needed, and then `line`, if it is not empty.
void add_paragraph(std::vector<std::string>& lines, std::string line);
void add_paragraphs(std::vector<std::string>& lines, const std::vector<std::string>& more);

}  // namespace minutebook::indexer
