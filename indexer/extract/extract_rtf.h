// Rich Text Format: what of an RTF file is the document's text.
// Knows nothing of what the text says.
#pragma once

#include <string_view>

#include "indexer/extract/extraction.h"

namespace minutebook::indexer {

/// As extract_docx() does it: final text, the numbers that the writing program printed, notes behind the paragraph that
/// cites them, of headers only the letterhead, one page with number 0. A file that was cut off is read as far as it
/// goes, with a warning.
Extraction extract_rtf(std::string_view bytes);

}  // namespace minutebook::indexer
