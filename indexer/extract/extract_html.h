// HTML: pages of committee systems and of councils' own sites, as they were saved.
// Knows nothing of what other files say. Nothing a page refers to is loaded.
#pragma once

#include <string_view>

#include "indexer/extract/extraction.h"

namespace minutebook::indexer {

/// The text of a page's own content, and what its structure states of the meeting or decision. Pages that only lead to
/// papers are empty, with a reason. `text.format` is left to the caller.
Extraction extract_html(std::string_view bytes);

}  // namespace minutebook::indexer
