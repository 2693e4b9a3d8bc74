// Reading a document that is a ZIP archive of parts: what goes wrong becomes the reason.
// Knows nothing of what the parts hold.
#pragma once

#include <string_view>

#include "indexer/extract/extraction.h"
#include "indexer/extract/zip_parts.h"

namespace minutebook::indexer {

/// `read` fills the extraction from the parts; where it throws UnreadableDocument the extraction has failed and holds
/// nothing but the reason.
Extraction read_archive(std::string_view bytes, void (*read)(ZipParts& parts, Extraction& result));

}  // namespace minutebook::indexer
