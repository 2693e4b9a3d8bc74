#include "indexer/extract/extract_pdf.h"

#include <algorithm>
#include <stdexcept>
#include <string>
#include <utility>

#include "indexer/extract/page_ranges.h"
#include "indexer/extract/pdf_document.h"
#include "indexer/extract/pdf_furniture.h"
#include "indexer/extract/pdf_layout.h"
#include "indexer/extract/pdf_lines.h"
#include "indexer/extract/pdf_sift.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t little_text = 200;      // letters: a page with more is text, whatever pictures it has
constexpr double covering_picture = 0.5;      // share of the page: a scan, perhaps with a stamp above it
constexpr int most_blank_pages = 500;         // so many are looked at for ink
constexpr std::size_t end_mark_bytes = 1024;  // readers accept the mark of the end within the last 1,024 bytes

Extraction failed(std::string reason) {
  Extraction extraction;
  extraction.status = ExtractionStatus::failed;
  extraction.reason = std::move(reason);
  return extraction;
}

/// Reads one document; the steps of extract_pdf in order.
class PdfReading {
 public:
  explicit PdfReading(std::string_view bytes) : bytes_(bytes), document_(bytes) {}

  Extraction read() {
    read_pages();
    printed_ = drop_furniture(pages_);
    for (PdfPageLines& page : pages_) sifted_.push_back(drop_wrong_text(page));
    warn();
    result_.text.outline = document_.outline();
    write_pages();
    const bool nothing = std::all_of(
        result_.text.pages.begin(), result_.text.pages.end(),
        [](const ExtractedPage& page) { return page.lines.empty() && page.reading != PageReading::unread; });
    if (nothing && result_.text.warnings.empty()) {
      result_.text.pages.clear();
      result_.status = ExtractionStatus::empty;
    }
    return std::move(result_);
  }

 private:
  void warn_of(const std::vector<int>& pages, const std::string& what) {
    if (!pages.empty()) result_.text.warnings.push_back(page_ranges(pages) + what);
  }

  void read_pages() {
    const int count = std::min<int>(document_.pages(), max_pages);
    if (document_.pages() > count) result_.text.warnings.emplace_back("only its first 20,000 pages were read");
    std::vector<int> damaged;
    for (int number = 1; number <= count; ++number) {
      const std::optional<PdfPage> page = document_.words(number);
      if (!page) damaged.push_back(number);
      pages_.push_back(page ? lay_out(*page) : PdfPageLines{});
    }
    warn_of(damaged, " could not be read: the file is damaged there");
  }

  void warn() {
    const std::string_view end = bytes_.substr(bytes_.size() - std::min(bytes_.size(), end_mark_bytes));
    if (end.find("%%EOF") == end.npos) {
      result_.text.warnings.emplace_back("the file has no end: it was cut short, and pages or text may be missing");
    }
    std::string wrong = wrong_text_warning(sifted_);
    if (!wrong.empty()) result_.text.warnings.push_back(std::move(wrong));
  }

  PageReading reading_of(int number) {
    const auto at = static_cast<std::size_t>(number - 1);
    if (sifted_[at].lines + sifted_[at].words > 0) return PageReading::unread;
    const std::size_t text = text_on(pages_[at]);
    if (text >= little_text) return PageReading::text;
    if (text == 0 && ++blank_pages_ > most_blank_pages) return PageReading::text;
    const PdfPictures pictures = document_.pictures(number);
    const bool unread = text == 0 ? pictures.ink || pictures.covered > 0 : pictures.covered >= covering_picture;
    return unread ? PageReading::unread : PageReading::text;
  }

  /// The number printed on the page, if the document itself states no label: in packs it is what the agenda cites.
  std::string label_of(int number) const {
    std::string label = document_.label(number);
    const int printed = printed_[static_cast<std::size_t>(number - 1)];
    if (label.empty() && printed > 0 && printed != number) label = std::to_string(printed);
    return label;
  }

  void write_pages() {
    const double body = body_size(pages_);
    std::size_t bytes = 0;
    std::size_t lines = 0;
    for (int number = 1; number <= static_cast<int>(pages_.size()); ++number) {
      const std::size_t at = static_cast<std::size_t>(number - 1);
      ExtractedPage page{.number = number, .lines = lines_of(pages_[at], body), .label = label_of(number)};
      page.reading = reading_of(number);
      for (const std::string& line : page.lines) bytes += line.size();
      lines += page.lines.size();
      if (bytes > max_text_bytes || lines > max_lines) {
        warn_of({number}, " and what follows was not read: the document holds more than 40 MB of text");
        break;
      }
      result_.text.pages.push_back(std::move(page));
    }
  }

  std::string_view bytes_;
  PdfDocument document_;
  std::vector<PdfPageLines> pages_;
  std::vector<int> printed_;
  std::vector<SiftedPage> sifted_;
  int blank_pages_ = 0;
  Extraction result_;
};

}  // namespace

Extraction extract_pdf(std::string_view bytes) {
  try {
    return PdfReading(bytes).read();
  } catch (const std::runtime_error& error) {
    return failed(error.what());
  }
}

}  // namespace minutebook::indexer
