#include "indexer/extract/pdf_structure.h"

#include <poppler.h>

#include <algorithm>
#include <string>

#include "indexer/extract/extraction.h"
#include "indexer/extract/text_encoding.h"

namespace minutebook::indexer {
namespace {

constexpr int deepest_level = 20;

struct Release {
  void operator()(PopplerDocument* document) const { g_object_unref(document); }
  void operator()(PopplerPage* page) const { g_object_unref(page); }
  void operator()(PopplerIndexIter* bookmarks) const { poppler_index_iter_free(bookmarks); }
  void operator()(PopplerAction* action) const { poppler_action_free(action); }
  void operator()(PopplerDest* place) const { poppler_dest_free(place); }
  void operator()(GBytes* bytes) const { g_bytes_unref(bytes); }
};

template <class Object>
using Owned = std::unique_ptr<Object, Release>;

/// The page a bookmark leads to, 0: none, or another document.
int page_of(PopplerDocument* document, const PopplerAction& action) {
  if (action.type != POPPLER_ACTION_GOTO_DEST || action.goto_dest.dest == nullptr) return 0;
  const PopplerDest& place = *action.goto_dest.dest;
  if (place.type != POPPLER_DEST_NAMED) return place.page_num;
  const Owned<PopplerDest> named(poppler_document_find_dest(document, place.named_dest));
  return named ? named->page_num : 0;
}

/// White space and control characters become single spaces, the length that of a bookmark at most.
std::string clean_title(const char* title) {
  std::string clean;
  for (const char* at = title == nullptr ? "" : title; *at != '\0' && clean.size() < max_fact_bytes - 4; ++at) {
    const bool space = static_cast<unsigned char>(*at) <= 0x20 || *at == '\x7F';
    if (!space) clean += *at;
    if (space && !clean.empty() && clean.back() != ' ') clean += ' ';
  }
  while (!clean.empty() && clean.back() == ' ') clean.pop_back();
  return is_blank(clean) ? std::string() : decode_text(clean).text;
}

struct OutlineWalk {
  PopplerDocument* document;
  int pages;
  std::vector<OutlineEntry> found;
  std::size_t seen = 0;

  void take(PopplerIndexIter* bookmarks, int level) {
    do {
      if (++seen > max_outline) return;
      const Owned<PopplerAction> action(poppler_index_iter_get_action(bookmarks));
      if (action) {
        const int page = page_of(document, *action);
        std::string title = clean_title(action->any.title);
        if (page > 0 && page <= pages && !title.empty()) found.push_back({page, level, std::move(title)});
      }
      const Owned<PopplerIndexIter> below(level < deepest_level ? poppler_index_iter_get_child(bookmarks) : nullptr);
      if (below) take(below.get(), level + 1);
    } while (poppler_index_iter_next(bookmarks));
  }
};

}  // namespace

struct PdfStructure::Handles {
  Owned<PopplerDocument> document;
};

PdfStructure::PdfStructure(std::string_view bytes) : handles_(std::make_unique<Handles>()) {
  const Owned<GBytes> shared(g_bytes_new_static(bytes.data(), bytes.size()));
  handles_->document.reset(poppler_document_new_from_bytes(shared.get(), nullptr, nullptr));
}

PdfStructure::~PdfStructure() = default;

std::vector<OutlineEntry> PdfStructure::outline(int pages) const {
  OutlineWalk walk{.document = handles_->document.get(), .pages = pages};
  if (!handles_->document) return {};
  const Owned<PopplerIndexIter> bookmarks(poppler_index_iter_new(handles_->document.get()));
  if (bookmarks) walk.take(bookmarks.get(), 0);
  return std::move(walk.found);
}

double PdfStructure::covered_by_pictures(int number) const {
  if (!handles_->document) return 0;
  const Owned<PopplerPage> page(poppler_document_get_page(handles_->document.get(), number - 1));
  if (!page) return 0;
  double width = 0;
  double height = 0;
  poppler_page_get_size(page.get(), &width, &height);
  GList* pictures = poppler_page_get_image_mapping(page.get());
  double covered = 0;
  for (const GList* one = pictures; one != nullptr; one = one->next) {
    const PopplerRectangle& box = static_cast<const PopplerImageMapping*>(one->data)->area;
    const double across = std::min(box.x2, width) - std::max(box.x1, 0.0);
    const double down = std::min(box.y2, height) - std::max(box.y1, 0.0);
    if (across > 0 && down > 0) covered += across * down;
  }
  poppler_page_free_image_mapping(pictures);
  return width > 0 && height > 0 ? std::min(1.0, covered / (width * height)) : 0;
}

}  // namespace minutebook::indexer
