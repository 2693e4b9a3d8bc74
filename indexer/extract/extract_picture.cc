#include "indexer/extract/extract_picture.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/pdf_document.h"
#include "indexer/extract/pdf_fonts.h"
#include "indexer/extract/pdf_layout.h"
#include "indexer/extract/pdf_lines.h"

namespace minutebook::indexer {
namespace {

double middle_height(const std::vector<PdfWord>& words) {
  std::vector<double> heights;
  for (const PdfWord& word : words) heights.push_back(word.bottom - word.top);
  const auto middle = heights.begin() + static_cast<std::ptrdiff_t>(heights.size() / 2);
  std::nth_element(heights.begin(), middle, heights.end());
  return *middle;
}

/// The same place on the page, nearly a third of it at least.
bool covers(const PdfWord& own, const PdfWord& seen) {
  const double across = std::min(own.right, seen.right) - std::max(own.left, seen.left);
  const double down = std::min(own.bottom, seen.bottom) - std::max(own.top, seen.top);
  return across > 0.3 * (seen.right - seen.left) && down > 0.3 * (seen.bottom - seen.top);
}

/// What a page says of itself is exact, and may be set in fonts that cannot be drawn here: the picture only fills what
/// is missing, and what is wrong.
void add_own_words(PdfPage& seen, const PdfPage& own) {
  if (own.turned || own.words.empty()) return;
  const bool wrong = std::any_of(own.words.begin(), own.words.end(),
                                 [](const PdfWord& word) { return doubt_of(word.text) == WordDoubt::wrong; });
  std::vector<PdfWord> good;
  for (const PdfWord& word : own.words) {
    if (doubt_of(word.text) == WordDoubt::none || !wrong) {
      good.push_back(word);
      continue;
    }
    // Its characters are unknown, but not how they are set.
    for (PdfWord& one : seen.words) one.bold = one.bold || (word.bold && covers(word, one));
  }
  if (good.empty()) return;
  std::erase_if(seen.words, [&](const PdfWord& word) {
    return std::any_of(good.begin(), good.end(), [&](const PdfWord& one) { return covers(one, word); });
  });
  const double height = middle_height(good);
  const double size = good[good.size() / 2].size;
  for (PdfWord& word : seen.words) {
    if (std::abs(word.bottom - word.top - height) < 0.4 * height) word.size = size;
  }
  seen.words.insert(seen.words.end(), good.begin(), good.end());
}

}  // namespace

Extraction extract_picture(std::string_view pdf, int page, Ocr& ocr) {
  Extraction result;
  try {
    const PdfDocument document(pdf);
    const std::optional<PdfImage> image =
        page > 0 && page <= document.pages() ? document.render(page, picture_dots_per_inch) : std::nullopt;
    if (!image) throw std::runtime_error("page " + std::to_string(page) + " cannot be drawn");
    PdfPage seen = ocr.read(*image, image->dots_per_inch);
    if (const std::optional<PdfPage> own = document.words(page)) add_own_words(seen, *own);
    const std::vector<PdfPageLines> lines = {lay_out(seen)};
    result.text.pages.push_back(
        {.number = page, .lines = lines_of(lines[0], body_size(lines)), .label = {}, .reading = PageReading::scanned});
  } catch (const std::runtime_error& error) {
    result.status = ExtractionStatus::failed;
    result.reason = error.what();
  }
  return result;
}

}  // namespace minutebook::indexer
