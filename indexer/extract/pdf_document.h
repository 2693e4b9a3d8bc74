// A PDF document as its library reads it: pages with words, labels, bookmarks, pictures. The only place besides ocr.h
// that knows the library. Knows nothing of lines or of what the words mean.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extracted_text.h"
#include "indexer/extract/pdf_words.h"

namespace minutebook::indexer {

/// What a page shows besides text.
struct PdfPictures {
  double covered = 0;  ///< share of the page's area, 0 to 1, that pictures cover
  bool ink = false;    ///< anything at all is to be seen; only found out for pages without pictures
};

/// A picture of a page, one byte of grey a pixel, rows without padding.
struct PdfImage {
  int width = 0;
  int height = 0;
  double dots_per_inch = 0;
  std::string grey;
};

class PdfDocument {
 public:
  /// `bytes` must outlive it. Throws std::runtime_error with the reason, fit to follow the file's name ("is encrypted:
  /// …", "is no PDF that can be read: …").
  explicit PdfDocument(std::string_view bytes);
  ~PdfDocument();
  PdfDocument(const PdfDocument&) = delete;
  PdfDocument& operator=(const PdfDocument&) = delete;

  int pages() const;
  /// `page`: from 1. nullopt: the page is damaged beyond reading.
  std::optional<PdfPage> words(int page) const;
  /// As the document says pages are labelled; empty: no label, or just the number.
  std::string label(int page) const;
  PdfPictures pictures(int page) const;
  /// At about `dots_per_inch`, fewer for pages so large that the picture would be; nullopt: damaged.
  std::optional<PdfImage> render(int page, double dots_per_inch) const;
  /// Bookmarks that lead to a page, in order.
  std::vector<OutlineEntry> outline() const;

 private:
  struct Handles;
  std::unique_ptr<Handles> handles_;
};

}  // namespace minutebook::indexer
