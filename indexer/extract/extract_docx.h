// Word documents (DOCX): the package, its parts, and what of them is the document's text.
// Knows nothing of what the text says.
#pragma once

#include <string_view>

#include "indexer/extract/extraction.h"

namespace minutebook::indexer {

/// Final text only: what was deleted, hidden or struck out, comments and codes of fields are left out, with a warning
/// that counts them. Numbers that Word makes are written out. Notes follow the paragraph that cites them. Of headers
/// only the first page's letterhead (lines that name an authority) is kept, on top. Word files have no pages of their
/// own: everything is on one page, number 0. Titles in the file's properties are not used: most were inherited from the
/// document that it was made of. A watermark that says so makes the paper a draft.
Extraction extract_docx(std::string_view bytes);

}  // namespace minutebook::indexer
