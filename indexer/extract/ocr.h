// Text from the picture of a page: one reading engine with the languages of council papers that are installed.
// Knows nothing of PDF or of what the text means.
#pragma once

#include <memory>

#include "indexer/extract/pdf_document.h"
#include "indexer/extract/pdf_words.h"

namespace minutebook::indexer {

/// Pictures are read at this many dots per inch.
inline constexpr double picture_dots_per_inch = 300;

class Ocr {
 public:
  /// English, and Welsh where it is installed. Opens files; reading opens none. Throws std::runtime_error if no data of
  /// English is installed.
  Ocr();
  ~Ocr();
  Ocr(const Ocr&) = delete;
  Ocr& operator=(const Ocr&) = delete;

  /// Words and their places, as on a page of text. `dots_per_inch`: of the picture.
  PdfPage read(const PdfImage& image, double dots_per_inch);

 private:
  struct Engine;
  std::unique_ptr<Engine> engine_;
};

}  // namespace minutebook::indexer
