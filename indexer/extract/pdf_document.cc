#include "indexer/extract/pdf_document.h"

#include <poppler-document.h>
#include <poppler-global.h>
#include <poppler-image.h>
#include <poppler-page-renderer.h>
#include <poppler-page.h>
#include <unicode/utf16.h>

#include <algorithm>
#include <array>
#include <climits>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "indexer/extract/extraction.h"
#include "indexer/extract/pdf_fonts.h"
#include "indexer/extract/pdf_structure.h"

namespace minutebook::indexer {
namespace {

constexpr double most_pixels = 40e6;  // a page of A3 at 450 dots per inch

/// What the library reports of damaged objects; what is left of a document shows in its pages.
void ignore_message(const std::string&, void*) {}

std::u16string_view utf16_of(const poppler::ustring& text) {
  static_assert(sizeof(poppler::ustring::value_type) == sizeof(char16_t));
  return {reinterpret_cast<const char16_t*>(text.data()), text.size()};
}

/// Turns the place of a word that runs up, down or upside down so that it reads from left to right.
void turn(PdfWord& word, int rotation, double width, double height) {
  const PdfWord old = word;
  switch (rotation & 3) {
    case 1:  // reads downwards
      word.left = old.top;
      word.right = old.bottom;
      word.top = width - old.right;
      word.bottom = width - old.left;
      break;
    case 2:
      word.left = width - old.right;
      word.right = width - old.left;
      word.top = height - old.bottom;
      word.bottom = height - old.top;
      break;
    case 3:  // reads upwards
      word.left = height - old.bottom;
      word.right = height - old.top;
      word.top = old.left;
      word.bottom = old.right;
      break;
  }
}

PdfWord word_of(const poppler::text_box& box) {
  const poppler::rectf place = box.bbox();
  PdfWord word{.text = clean_word(utf16_of(box.text())),
               .left = place.left(),
               .top = place.top(),
               .right = place.right(),
               .bottom = place.bottom(),
               .size = box.get_font_size(),
               .bold = is_bold_font(box.get_font_name()),
               .space_after = box.has_space_after()};
  return word;
}

/// A word whose characters are in doubt, cut where its font changes: one of them may tell its characters.
std::vector<PdfWord> split_by_font(const poppler::text_box& box, const PdfWord& whole) {
  const poppler::ustring text = box.text();
  std::vector<PdfWord> parts;
  std::string font;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const std::string here = box.get_font_name(static_cast<int>(at));
    const poppler::rectf place = box.char_bbox(at);
    // Characters and glyphs are not counted alike in this word: its places cannot be told apart.
    if (place.is_empty() || U16_IS_SURROGATE(text[at])) return {whole};
    if (at == 0 || here != font) {
      if (!parts.empty()) parts.back().space_after = false;
      parts.push_back(whole);
      parts.back().text.clear();
      parts.back().left = place.left();
      parts.back().bold = is_bold_font(here);
    }
    font = here;
    const auto unit = static_cast<char16_t>(text[at]);
    parts.back().text += clean_word({&unit, 1});
    parts.back().right = place.right();
  }
  std::erase_if(parts, [](const PdfWord& part) { return part.text.empty(); });
  return parts;
}

bool placed(const PdfWord& word) {
  const auto sound = [](double value) { return std::isfinite(value) && std::abs(value) < 1e6; };
  return sound(word.left) && sound(word.top) && sound(word.right) && sound(word.bottom);
}

}  // namespace

struct PdfDocument::Handles {
  std::string_view bytes;
  std::unique_ptr<poppler::document> document;
  std::unique_ptr<PdfStructure> structure;

  std::unique_ptr<poppler::page> page(int number) const {
    return std::unique_ptr<poppler::page>(document->create_page(number - 1));
  }
};

PdfDocument::PdfDocument(std::string_view bytes) : handles_(std::make_unique<Handles>()) {
  poppler::set_debug_error_function(ignore_message, nullptr);
  handles_->bytes = bytes;
  handles_->document.reset(poppler::document::load_from_raw_data(
      bytes.data(), static_cast<int>(std::min<std::size_t>(bytes.size(), INT_MAX))));
  if (!handles_->document) throw std::runtime_error("is no PDF that can be read: it is damaged or cut short");
  if (handles_->document->is_locked()) throw std::runtime_error("is encrypted: it opens with a password only");
  if (handles_->document->pages() <= 0) throw std::runtime_error("is a PDF without a page that can be read");
  handles_->structure = std::make_unique<PdfStructure>(bytes);
}

PdfDocument::~PdfDocument() = default;

int PdfDocument::pages() const {
  return handles_->document->pages();
}

std::optional<PdfPage> PdfDocument::words(int number) const {
  const auto page = handles_->page(number);
  if (!page) return std::nullopt;
  const poppler::rectf area = page->page_rect();
  PdfPage result{.width = area.width(), .height = area.height(), .turned = false, .words = {}};
  std::vector<std::pair<PdfWord, int>> found;
  std::array<std::size_t, 4> directions{};
  for (const poppler::text_box& box : page->text_list(poppler::page::text_list_include_font)) {
    PdfWord word = word_of(box);
    if (word.text.empty() || !placed(word)) continue;
    const int direction = box.rotation() & 3;
    directions[static_cast<std::size_t>(direction)] += word.text.size();
    if (direction != 0 || doubt_of(word.text) == WordDoubt::none) {
      found.emplace_back(std::move(word), direction);
      continue;
    }
    for (PdfWord& part : split_by_font(box, word)) found.emplace_back(std::move(part), direction);
  }
  // A page is read in the direction of most of its text; a stamp along the margin is not.
  const auto main = static_cast<int>(std::max_element(directions.begin(), directions.end()) - directions.begin());
  for (auto& [word, direction] : found) {
    if (direction != main) continue;
    turn(word, main, result.width, result.height);
    result.words.push_back(std::move(word));
  }
  result.turned = main != 0;
  if (main % 2 == 1) std::swap(result.width, result.height);
  return result;
}

std::string PdfDocument::label(int number) const {
  const auto page = handles_->page(number);
  if (!page) return {};
  std::string label = clean_word(utf16_of(page->label()));
  return label == std::to_string(number) || label.size() > max_label_bytes ? std::string() : label;
}

PdfPictures PdfDocument::pictures(int page) const {
  PdfPictures result{.covered = handles_->structure->covered_by_pictures(page)};
  if (result.covered > 0) return result;
  const std::optional<PdfImage> image = render(page, 20);
  result.ink = image && std::any_of(image->grey.begin(), image->grey.end(),
                                    [](char grey) { return static_cast<unsigned char>(grey) < 0xC0; });
  return result;
}

std::optional<PdfImage> PdfDocument::render(int number, double dots_per_inch) const {
  const auto page = handles_->page(number);
  if (!page) return std::nullopt;
  const poppler::rectf area = page->page_rect();
  const double pixels = area.width() * area.height() * dots_per_inch * dots_per_inch / 72 / 72;
  if (pixels > most_pixels) dots_per_inch *= std::sqrt(most_pixels / pixels);
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::antialiasing);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing);
  const poppler::image drawn = renderer.render_page(page.get(), dots_per_inch, dots_per_inch);
  if (!drawn.is_valid()) return std::nullopt;
  PdfImage image{.width = drawn.width(), .height = drawn.height(), .dots_per_inch = dots_per_inch, .grey = {}};
  for (int row = 0; row < image.height; ++row) {
    image.grey.append(drawn.const_data() + static_cast<std::ptrdiff_t>(row) * drawn.bytes_per_row(),
                      static_cast<std::size_t>(image.width));
  }
  return image;
}

std::vector<OutlineEntry> PdfDocument::outline() const {
  return handles_->structure->outline(pages());
}

}  // namespace minutebook::indexer
