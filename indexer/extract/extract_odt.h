// OpenDocument texts (ODT, OTT): the package, its parts, and what of them is the document's text.
// Knows nothing of what the text says.
#pragma once

#include <string_view>

#include "indexer/extract/extraction.h"

namespace minutebook::indexer {

/// As extract_docx() does it: final text, numbers written out, notes behind the paragraph that cites them, of headers
/// only the letterhead, one page with number 0.
Extraction extract_odt(std::string_view bytes);

}  // namespace minutebook::indexer
