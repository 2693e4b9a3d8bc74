#include "indexer/extract/extract_picture_file.h"

#include <leptonica/allheaders.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "indexer/extract/pdf_layout.h"
#include "indexer/extract/pdf_lines.h"

namespace minutebook::indexer {
namespace {

constexpr std::int64_t most_points = 100'000'000;
constexpr int most_pages = 2'000;
// A page is about so wide where the picture does not say how many dots make an inch.
constexpr double page_inches = 8.27;
constexpr double least_dots_per_inch = 70;
constexpr double most_dots_per_inch = 1'200;

struct FreePix {
  void operator()(PIX* pix) const { pixDestroy(&pix); }
};
using Picture = std::unique_ptr<PIX, FreePix>;

const l_uint8* bytes_of(std::string_view bytes) {
  return reinterpret_cast<const l_uint8*>(bytes.data());
}

bool is_tiff(std::string_view bytes) {
  return bytes.starts_with("II*") || bytes.starts_with("MM");
}

/// Width times height of a page, from its head alone; 0: there is no such page.
std::int64_t points_of(std::string_view bytes, int page) {
  l_int32 width = 0;
  l_int32 height = 0;
  if (is_tiff(bytes)) {
    const bool missing = readHeaderMemTiff(bytes_of(bytes), bytes.size(), page - 1, &width, &height, nullptr, nullptr,
                                           nullptr, nullptr, nullptr) != 0;
    return missing ? 0 : std::int64_t{width} * height;
  }
  if (page > 1) return 0;
  const bool damaged =
      pixReadHeaderMem(bytes_of(bytes), bytes.size(), nullptr, &width, &height, nullptr, nullptr, nullptr) != 0;
  return damaged ? 0 : std::int64_t{width} * height;
}

void refuse_large(std::int64_t points) {
  if (points > most_points) throw std::runtime_error("is a picture of more than 100 million points");
}

int pages_of(std::string_view bytes) {
  int pages = 0;
  while (pages < most_pages) {
    const std::int64_t points = points_of(bytes, pages + 1);
    if (points <= 0) break;
    refuse_large(points);
    ++pages;
  }
  if (pages == 0) throw std::runtime_error("is no picture that can be shown: it is damaged or cut short");
  return pages;
}

/// The whole page in grey. Throws if it cannot be shown.
PdfImage page_of(std::string_view bytes, int page) {
  const std::int64_t points = points_of(bytes, page);
  refuse_large(points);
  const Picture read(points <= 0      ? nullptr
                     : is_tiff(bytes) ? pixReadMemTiff(bytes_of(bytes), bytes.size(), page - 1)
                                      : pixReadMem(bytes_of(bytes), bytes.size()));
  const Picture grey(read ? pixConvertTo8(read.get(), 0) : nullptr);
  if (!grey) throw std::runtime_error("page " + std::to_string(page) + " cannot be shown");
  PdfImage image;
  image.width = pixGetWidth(grey.get());
  image.height = pixGetHeight(grey.get());
  const double stated = pixGetXRes(read.get());
  const double guessed = std::min(image.width, image.height) / page_inches;
  const bool likely = stated >= least_dots_per_inch && stated <= most_dots_per_inch;
  image.dots_per_inch = std::clamp(likely ? stated : guessed, least_dots_per_inch, most_dots_per_inch);
  image.grey.resize(static_cast<std::size_t>(image.width) * static_cast<std::size_t>(image.height));
  const int words_a_row = pixGetWpl(grey.get());
  const l_uint32* const rows = pixGetData(grey.get());
  char* to = image.grey.data();
  for (int y = 0; y < image.height; ++y) {
    const l_uint32* const row = rows + static_cast<std::ptrdiff_t>(y) * words_a_row;
    for (int x = 0; x < image.width; ++x) *to++ = static_cast<char>(GET_DATA_BYTE(row, x));
  }
  return image;
}

Extraction failed(const std::string& reason) {
  Extraction extraction;
  extraction.status = ExtractionStatus::failed;
  extraction.reason = reason;
  return extraction;
}

}  // namespace

Extraction extract_picture_file(std::string_view bytes) {
  // What the library has to say of a damaged file would go to a stream that leads nowhere.
  setMsgSeverity(L_SEVERITY_NONE);
  try {
    Extraction extraction;
    const int pages = pages_of(bytes);
    for (int number = 1; number <= pages; ++number) {
      extraction.text.pages.push_back({.number = number, .lines = {}, .label = {}, .reading = PageReading::unread});
    }
    if (pages == most_pages) extraction.text.warnings.emplace_back("pages after the first 2,000 were not looked at");
    return extraction;
  } catch (const std::runtime_error& error) {
    return failed(error.what());
  }
}

Extraction read_picture_file(std::string_view bytes, int page, Ocr& ocr) {
  setMsgSeverity(L_SEVERITY_NONE);
  try {
    const PdfImage image = page_of(bytes, page);
    const std::vector<PdfPageLines> lines = {lay_out(ocr.read(image, image.dots_per_inch))};
    Extraction extraction;
    extraction.text.pages.push_back(
        {.number = page, .lines = lines_of(lines[0], body_size(lines)), .label = {}, .reading = PageReading::scanned});
    return extraction;
  } catch (const std::runtime_error& error) {
    return failed(error.what());
  }
}

}  // namespace minutebook::indexer
