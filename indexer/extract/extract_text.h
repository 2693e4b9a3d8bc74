// Plain text and Markdown: lines and pages of a text file.
// Knows nothing of what the lines mean, nor of any other format.
#pragma once

#include <string_view>

#include "indexer/extract/extraction.h"

namespace minutebook::indexer {

/// Lines end with LF, CR LF, CR, a vertical tab or Unicode's line ends. Form feeds separate pages, which are then
/// numbered from 1; without them the one page has number 0. Control characters but the tab become spaces. `text.format`
/// is left to the caller. A page of a committee system that was saved as text is read by its structure (saved_page.h).
/// What exceeds a limit of extraction.h is cut, with a warning.
Extraction extract_text(std::string_view bytes);

}  // namespace minutebook::indexer
