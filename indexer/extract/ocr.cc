#include "indexer/extract/ocr.h"

#include <tesseract/baseapi.h>

#include <algorithm>
#include <array>
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
  tesseract::TessBaseAPI english;
  std::unique_ptr<tesseract::TessBaseAPI> welsh;  // null: not installed
};

namespace {

/// Little words that make up an eighth of Welsh text and do not occur in English.
bool looks_welsh(const PdfPage& page) {
  static constexpr std::array<std::string_view, 10> words = {"yn",  "yr",   "y",  "ac", "ar",
                                                             "gan", "wedi", "ei", "am", "oedd"};
  const auto welsh = std::count_if(page.words.begin(), page.words.end(), [](const PdfWord& word) {
    return std::find(words.begin(), words.end(), word.text) != words.end();
  });
  return welsh * 25 >= static_cast<std::ptrdiff_t>(page.words.size()) && welsh > 0;
}

/// The word the iterator stands at, without text if it is none.
PdfWord word_at(const tesseract::ResultIterator& at, double points) {
  const std::unique_ptr<const char[]> text(at.GetUTF8Text(tesseract::RIL_WORD));
  int left = 0;
  int right = 0;
  int top = 0;
  int bottom = 0;
  int unused = 0;
  PdfWord word{.text = {}, .space_after = true};
  // Heights of letters differ; those of lines hardly do.
  const bool placed = at.BoundingBox(tesseract::RIL_WORD, &left, &unused, &right, &unused) &&
                      at.BoundingBox(tesseract::RIL_TEXTLINE, &unused, &top, &unused, &bottom);
  if (!placed || !text || at.Confidence(tesseract::RIL_WORD) < least_confidence) return word;
  word.text = clean_utf8(text.get());
  word.left = left * points;
  word.right = right * points;
  word.top = top * points;
  word.bottom = bottom * points;
  word.size = word.bottom - word.top;
  return word;
}

/// What is nearly as high as most lines is set in the same size.
void level_sizes(PdfPage& page) {
  std::vector<double> heights;
  for (const PdfWord& word : page.words) heights.push_back(word.size);
  const double usual = middle_of(std::move(heights));
  for (PdfWord& word : page.words) {
    if (std::abs(word.size - usual) < 0.35 * usual) word.size = usual;
  }
}

PdfPage read_with(tesseract::TessBaseAPI& api, const PdfImage& image, double dots_per_inch) {
  const double points = 72 / dots_per_inch;
  PdfPage page{.width = image.width * points, .height = image.height * points, .turned = false, .words = {}};
  // Numbers stand far left of what they number: taken for columns of their own they would be lost. Columns of text are
  // told from the places of their words, as on other pages.
  api.SetPageSegMode(tesseract::PSM_SINGLE_COLUMN);
  api.SetImage(reinterpret_cast<const unsigned char*>(image.grey.data()), image.width, image.height, 1, image.width);
  api.SetSourceResolution(static_cast<int>(std::lround(dots_per_inch)));
  if (api.Recognize(nullptr) != 0) return page;
  const std::unique_ptr<tesseract::ResultIterator> at(api.GetIterator());
  while (at && !at->Empty(tesseract::RIL_BLOCK)) {
    PdfWord word = word_at(*at, points);
    if (!word.text.empty()) page.words.push_back(std::move(word));
    if (!at->Next(tesseract::RIL_WORD)) break;
  }
  api.Clear();
  level_sizes(page);
  return page;
}

}  // namespace

Ocr::Ocr() : engine_(std::make_unique<Engine>()) {
  if (engine_->english.Init(nullptr, "eng") != 0) {
    throw std::runtime_error("no data for reading English from pictures is installed (tesseract-ocr)");
  }
  engine_->english.SetVariable("debug_file", "/dev/null");
  engine_->welsh = std::make_unique<tesseract::TessBaseAPI>();
  if (engine_->welsh->Init(nullptr, "cym+eng") != 0) {
    engine_->welsh.reset();
  } else {
    engine_->welsh->SetVariable("debug_file", "/dev/null");
  }
}

Ocr::~Ocr() = default;

PdfPage Ocr::read(const PdfImage& image, double dots_per_inch) {
  PdfPage page = read_with(engine_->english, image, dots_per_inch);
  // Both languages at once would make English worse: Welsh has no q.
  if (engine_->welsh && looks_welsh(page)) page = read_with(*engine_->welsh, image, dots_per_inch);
  return page;
}

}  // namespace minutebook::indexer
