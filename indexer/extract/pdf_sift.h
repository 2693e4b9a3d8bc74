// The pages of a PDF that show more than their text tells: pictures, and text in fonts that tell no characters.
// Knows nothing of the library that reads PDF.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "indexer/extract/pdf_layout.h"

namespace minutebook::indexer {

/// What was taken out of a page because its font does not tell the characters.
struct SiftedPage {
  std::size_t lines = 0;  ///< left out as a whole
  std::size_t words = 0;  ///< lines that lost a part of their words
};

SiftedPage drop_wrong_text(PdfPageLines& page);

/// Letters and figures that are left on a page.
std::size_t text_on(const PdfPageLines& page);

/// "41 lines on pages 1-2 …"; empty: nothing was taken out. `pages`: of the whole document, in order.
std::string wrong_text_warning(const std::vector<SiftedPage>& pages);

}  // namespace minutebook::indexer
