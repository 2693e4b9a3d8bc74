// The table of formats that are read, and what reads each.
// Knows nothing of how any of them is read; a new format is one file and one row.
#pragma once

#include <string_view>

#include "indexer/extract/extraction.h"

namespace minutebook::indexer {

struct Extractor {
  std::string_view format;                     ///< Format::name (extract/detect.h)
  Extraction (*read)(std::string_view bytes);  ///< the whole file; leaves `text.format` to the caller
};

/// nullptr: this version does not read the format.
const Extractor* extractor_for(std::string_view format);

/// Makes libraries load what they load on first use, where the documents of canary.h do not.
void warm_up_extractors();

}  // namespace minutebook::indexer
