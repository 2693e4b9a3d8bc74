// What the C++ side of the PDF library does not tell: where bookmarks lead to, and how much of a page pictures cover.
// Knows nothing of text.
#pragma once

#include <memory>
#include <string_view>
#include <vector>

#include "indexer/extract/extracted_text.h"

namespace minutebook::indexer {

class PdfStructure {
 public:
  /// `bytes` must outlive it. A document that this side of the library does not open has no bookmarks and pictures.
  explicit PdfStructure(std::string_view bytes);
  ~PdfStructure();
  PdfStructure(const PdfStructure&) = delete;
  PdfStructure& operator=(const PdfStructure&) = delete;

  /// Bookmarks that lead to one of `pages` pages, in order, with the limits of extraction.h.
  std::vector<OutlineEntry> outline(int pages) const;
  /// Share of the page's area that the boxes of its pictures cover, 0 to 1. Pictures are not decoded. `page`: from 1.
  double covered_by_pictures(int page) const;

 private:
  struct Handles;
  std::unique_ptr<Handles> handles_;
};

}  // namespace minutebook::indexer
