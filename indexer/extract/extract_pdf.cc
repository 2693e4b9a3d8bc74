#include "indexer/extract/extract_pdf.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include "indexer/extract/pdf_document.h"
#include "indexer/extract/pdf_furniture.h"
#include "indexer/extract/pdf_layout.h"
#include "indexer/extract/pdf_lines.h"

namespace minutebook::indexer {
namespace {

Extraction failed(std::string reason) {
  Extraction extraction;
  extraction.status = ExtractionStatus::failed;
  extraction.reason = std::move(reason);
  return extraction;
}

}  // namespace

Extraction extract_pdf(std::string_view bytes) {
  Extraction result;
  try {
    const PdfDocument document(bytes);
    std::vector<PdfPageLines> pages;
    const int count = std::min<int>(document.pages(), max_pages);
    for (int number = 1; number <= count; ++number) {
      const std::optional<PdfPage> page = document.words(number);
      pages.push_back(page ? lay_out(*page) : PdfPageLines{});
    }
    drop_furniture(pages);
    const double body = body_size(pages);
    result.text.outline = document.outline();
    for (int number = 1; number <= count; ++number) {
      result.text.pages.push_back({.number = number,
                                   .lines = lines_of(pages[static_cast<std::size_t>(number - 1)], body),
                                   .label = document.label(number)});
    }
  } catch (const std::runtime_error& error) {
    return failed(error.what());
  }
  return result;
}

}  // namespace minutebook::indexer
