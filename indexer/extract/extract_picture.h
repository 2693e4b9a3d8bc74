// One page of a document read from its picture (OCR).
// Knows nothing of the other pages, nor of how documents are read otherwise.
#pragma once

#include <string_view>

#include "indexer/extract/extraction.h"
#include "indexer/extract/ocr.h"

namespace minutebook::indexer {

/// Of a PDF the page `page`, from 1; the answer has that page alone, PageReading::scanned. Status failed: the document
/// or the page cannot be drawn.
Extraction extract_picture(std::string_view pdf, int page, Ocr& ocr);

}  // namespace minutebook::indexer
