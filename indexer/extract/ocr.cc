#include "indexer/extract/ocr.h"

#include <tesseract/baseapi.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <vector>

namespace minutebook::indexer {
namespace {

constexpr float least_confidence = 20;  // of 100: less is read from stains and drawings

double middle_of(std::vector<double> values) {
  if (values.empty()) return 0;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

std::string clean_utf8(const char* text) {
  std::u16string utf16;
  for (const unsigned char* at = reinterpret_cast<const unsigned char*>(text); *at != 0;) {
    const int more = *at < 0x80 ? 0 : *at < 0xE0 ? 1 : *at < 0xF0 ? 2 : 3;
    char32_t character = more == 0 ? *at : *at & (0x3FU >> more);
    ++at;
    for (int i = 0; i < more && (*at & 0xC0) == 0x80; ++i) character = character << 6 | (*at++ & 0x3FU);
    utf16 += character < 0x10000 ? static_cast<char16_t>(character) : u'\uFFFD';
  }
  return clean_word(utf16);
}

}  // namespace

struct Ocr::Engine {
  tesseract::TessBaseAPI api;
};

Ocr::Ocr() : engine_(std::make_unique<Engine>()) {
  if (engine_->api.Init(nullptr, "eng+cym") != 0 && engine_->api.Init(nullptr, "eng") != 0) {
    throw std::runtime_error("no data for reading English from pictures is installed (tesseract-ocr)");
  }
  engine_->api.SetVariable("debug_file", "/dev/null");
}

Ocr::~Ocr() = default;

PdfPage Ocr::read(const PdfImage& image, double dots_per_inch) {
  tesseract::TessBaseAPI& api = engine_->api;
  const double points = 72 / dots_per_inch;
  PdfPage page{.width = image.width * points, .height = image.height * points};
  api.SetPageSegMode(tesseract::PSM_AUTO);
  api.SetImage(reinterpret_cast<const unsigned char*>(image.grey.data()), image.width, image.height, 1, image.width);
  api.SetSourceResolution(static_cast<int>(std::lround(dots_per_inch)));
  if (api.Recognize(nullptr) != 0) return page;
  const std::unique_ptr<tesseract::ResultIterator> words(api.GetIterator());
  std::vector<double> heights;
  while (words && !words->Empty(tesseract::RIL_BLOCK)) {
    const std::unique_ptr<const char[]> text(words->GetUTF8Text(tesseract::RIL_WORD));
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
    int line_top = 0;
    int line_bottom = 0;
    int unused = 0;
    const bool placed = words->BoundingBox(tesseract::RIL_WORD, &left, &top, &right, &bottom) &&
                        words->BoundingBox(tesseract::RIL_TEXTLINE, &unused, &line_top, &unused, &line_bottom);
    PdfWord word{.text = text ? clean_utf8(text.get()) : std::string(), .space_after = true};
    if (placed && !word.text.empty() && words->Confidence(tesseract::RIL_WORD) >= least_confidence) {
      // Heights of letters differ; those of lines hardly do.
      word.left = left * points;
      word.right = right * points;
      word.top = line_top * points;
      word.bottom = line_bottom * points;
      word.size = word.bottom - word.top;
      heights.push_back(word.size);
      page.words.push_back(std::move(word));
    }
    if (!words->Next(tesseract::RIL_WORD)) break;
  }
  api.Clear();
  // What is nearly as high as most lines is set in the same size.
  const double usual = middle_of(std::move(heights));
  for (PdfWord& word : page.words) {
    if (std::abs(word.size - usual) < 0.35 * usual) word.size = usual;
  }
  return page;
}

}  // namespace minutebook::indexer
