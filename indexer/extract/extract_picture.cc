#include "indexer/extract/extract_picture.h"

#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/pdf_document.h"
#include "indexer/extract/pdf_layout.h"
#include "indexer/extract/pdf_lines.h"

namespace minutebook::indexer {

Extraction extract_picture(std::string_view pdf, int page, Ocr& ocr) {
  Extraction result;
  try {
    const PdfDocument document(pdf);
    const std::optional<PdfImage> image =
        page > 0 && page <= document.pages() ? document.render(page, picture_dots_per_inch) : std::nullopt;
    if (!image) throw std::runtime_error("page " + std::to_string(page) + " cannot be drawn");
    const std::vector<PdfPageLines> lines = {lay_out(ocr.read(*image, image->dots_per_inch))};
    result.text.pages.push_back(
        {.number = page, .lines = lines_of(lines[0], body_size(lines)), .label = {}, .reading = PageReading::scanned});
  } catch (const std::runtime_error& error) {
    result.status = ExtractionStatus::failed;
    result.reason = error.what();
  }
  return result;
}

}  // namespace minutebook::indexer
