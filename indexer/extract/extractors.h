// Which extractor reads which format: one row for each format that this version reads.
// Knows nothing of how formats are told apart (detect.h) or of the worker.
#pragma once

#include <string_view>

#include "indexer/extract/extraction.h"

namespace minutebook::indexer {

struct Extractor {
  std::string_view format;  ///< Format::name
  Extraction (*read)(std::string_view bytes);
};

/// nullptr: no extractor reads that format.
const Extractor* extractor_for(std::string_view format);

/// Makes libraries load what they load on first use, where the documents of canary.h do not.
void warm_up_extractors();

}  // namespace minutebook::indexer
