// Which extractor reads which format.
// Knows nothing of how they do it, nor of processes.
#pragma once

#include <string_view>

#include "indexer/extract/extraction.h"

namespace minutebook::indexer {

/// Reads a document from its bytes. `text.format` is left to the caller. May throw.
using Extractor = Extraction (*)(std::string_view bytes);

/// The extractor for a format of detect.h, nullptr: there is none.
Extractor extractor_for(std::string_view format);

}  // namespace minutebook::indexer
