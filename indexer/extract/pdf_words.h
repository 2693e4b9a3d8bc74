// Words of a PDF page with their places, as all steps from words to lines see them.
// Knows nothing of the library that reads PDF, nor of what the words mean.
#pragma once

#include <string>
#include <vector>

namespace minutebook::indexer {

/// Places are points (1/72 inch) from the upper left corner of the page as it is read.
struct PdfWord {
  std::string text;  ///< UTF-8 without white space and control characters, never empty
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
  double size = 0;  ///< of the font
  bool bold = false;
  bool space_after = false;  ///< false: the next word on the line is written to it without a space
};

struct PdfPage {
  double width = 0;
  double height = 0;
  bool turned = false;         ///< its text runs up, down or upside down: places are those after it was turned
  std::vector<PdfWord> words;  ///< in any order
};

/// Text as it is indexed: ligatures as letters, no white space, control characters or soft hyphens inside (one at the
/// end is a hyphen). `utf16`: as the library gives it; lone surrogates become U+FFFD.
std::string clean_word(std::u16string_view utf16);

/// True if a font's name says that it is bold: "Arial-BoldMT", "Calibri,Bold", "Frutiger-Black".
bool is_bold_font(std::string_view name);

}  // namespace minutebook::indexer
