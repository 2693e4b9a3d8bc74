// PDF: the lines of its pages in reading order, bookmarks and page labels.
// Knows nothing of what the lines mean. How words become lines: pdf_lines.h.
#pragma once

#include <string_view>

#include "indexer/extract/extraction.h"

namespace minutebook::indexer {

/// Pages are numbered from 1. Running headers, footers and page numbers are left out; lines in fonts that tell no
/// characters too, with a warning. A page that shows something but has no text to speak of is PageReading::unread.
/// Encrypted and damaged files: status failed. `text.format` is left to the caller.
Extraction extract_pdf(std::string_view bytes);

}  // namespace minutebook::indexer
