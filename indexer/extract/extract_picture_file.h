// Pictures as documents of their own: scans and photographs of papers in PNG, JPEG and TIFF, one page or several.
// Knows nothing of how text is found in a picture (ocr.h) or of what it means.
#pragma once

#include <string_view>

#include "indexer/extract/extraction.h"
#include "indexer/extract/ocr.h"

namespace minutebook::indexer {

/// Its pages, all of them PageReading::unread and without lines. Status failed: no picture that can be shown, or one of
/// more than 100 million points.
Extraction extract_picture_file(std::string_view bytes);

/// Page `page`, from 1, read from the picture; the answer has that page alone, PageReading::scanned.
Extraction read_picture_file(std::string_view bytes, int page, Ocr& ocr);

}  // namespace minutebook::indexer
