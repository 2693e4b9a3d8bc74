// Running headers, footers and page numbers: found by their return on neighbouring pages, and left out.
// Knows nothing of the library that reads PDF.
#pragma once

#include <string>
#include <vector>

#include "indexer/extract/pdf_layout.h"

namespace minutebook::indexer {

/// Takes out lines at the top and bottom of pages that stand in the same place on at least three pages that follow each
/// other closely, figures apart; a header with words stays where it first stands, for it may be the paper's only title.
/// Page numbers ("12", "Page 3 of 8", "- 4 -") go where they stand first or last on a page. Returns the number printed
/// on each page so, 0: none.
std::vector<int> drop_furniture(std::vector<PdfPageLines>& pages);

}  // namespace minutebook::indexer
