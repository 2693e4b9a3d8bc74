// From lines with places to the light markup of extracted_text.h: paragraphs whole again, headings, bold lines, list
// entries, rows of tables. Knows nothing of the library that reads PDF, nor of what the lines mean.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/pdf_layout.h"

namespace minutebook::indexer {

/// The size in which most of the text of these pages is set; 0: they have none.
double body_size(const std::vector<PdfPageLines>& pages);

/// `body`: of the document. A line that was wrapped is joined with the next one; where the place tells nothing, lines
/// stay lines. Blank lines stand where the gap is larger than between lines of a paragraph.
std::vector<std::string> lines_of(const PdfPageLines& page, double body);

}  // namespace minutebook::indexer
