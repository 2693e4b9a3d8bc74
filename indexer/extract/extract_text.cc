#include "indexer/extract/extract_text.h"

#include <algorithm>
#include <string>
#include <utility>

#include "indexer/extract/saved_page.h"
#include "indexer/extract/text_encoding.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

/// A line end at some place of a text: how many bytes it takes (0: none there), and whether a page ends with it.
struct Break {
  std::size_t bytes = 0;
  bool page = false;
};

Break break_at(std::string_view text, std::size_t at) {
  switch (text[at]) {
    case '\n':
    case '\v':
      return {1, false};
    case '\f':
      return {1, true};
    case '\r':
      return {at + 1 < text.size() && text[at + 1] == '\n' ? 2U : 1U, false};
    case '\xC2':
      return {text.substr(at, 2) == "\xC2\x85" ? 2U : 0U, false};
    case '\xE2':
      return {text.substr(at, 3) == "\xE2\x80\xA8" || text.substr(at, 3) == "\xE2\x80\xA9" ? 3U : 0U, false};
    default:  // any other byte: a switch over bytes, not over one of our own types
      return {};
  }
}

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// At most `bytes` bytes of valid UTF-8, never part of a character.
std::string_view cut_at_character(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  while (bytes > 0 && is_continuation(text[bytes])) --bytes;
  return text.substr(0, bytes);
}

std::string without_controls(std::string_view line) {
  std::string clean(line);
  for (char& byte : clean) {
    if ((static_cast<unsigned char>(byte) < 0x20 && byte != '\t') || byte == '\x7F') byte = ' ';
  }
  return clean;
}

/// Gathers lines into pages and keeps the limits.
class PageCollector {
 public:
  PageCollector(bool paged, ExtractedText& text) : paged_(paged), text_(text) { start_page(); }

  /// False: a limit is reached, nothing more is taken.
  bool add_line(std::string_view line) {
    ++line_number_;
    const std::string_view kept = cut_at_character(line, max_line_bytes);
    if (kept.size() < line.size()) warn_of_cut_line();
    if (line_number_ > max_lines) return stop("only its first 2,000,000 lines were read");
    if (bytes_ + kept.size() > max_text_bytes) {
      return stop("only the first " + std::to_string(max_text_bytes / 1'000'000) + " MB of its text were read; line " +
                  std::to_string(line_number_) + " and what follows is missing");
    }
    bytes_ += kept.size();
    text_.pages.back().lines.push_back(without_controls(kept));
    return true;
  }

  bool next_page() {
    if (text_.pages.size() == max_pages) return stop("only its first 20,000 pages were read");
    start_page();
    return true;
  }

  void finish() {
    // Converters end every page with a form feed: what follows the last one is no page.
    if (paged_ && text_.pages.size() > 1 && blank(text_.pages.back())) text_.pages.pop_back();
    if (cut_lines_ > cut_lines_named) {
      text_.warnings.push_back(std::to_string(cut_lines_ - cut_lines_named) +
                               " more lines were cut at 1,000,000 bytes");
    }
  }

 private:
  static constexpr std::size_t cut_lines_named = 20;

  void start_page() { text_.pages.push_back({paged_ ? static_cast<int>(text_.pages.size()) + 1 : 0, {}}); }

  bool stop(std::string warning) {
    text_.warnings.push_back(std::move(warning));
    return false;
  }

  void warn_of_cut_line() {
    if (++cut_lines_ > cut_lines_named) return;
    text_.warnings.push_back("line " + std::to_string(line_number_) + " was cut at 1,000,000 bytes");
  }

  static bool blank(const ExtractedPage& page) {
    for (const std::string& line : page.lines) {
      if (!is_blank(line)) return false;
    }
    return true;
  }

  bool paged_;
  ExtractedText& text_;
  std::size_t line_number_ = 0;
  std::size_t bytes_ = 0;
  std::size_t cut_lines_ = 0;
};

void split_into_pages(std::string_view text, ExtractedText& out) {
  PageCollector pages(text.find('\f') != std::string_view::npos, out);
  std::size_t line = 0;
  bool room = true;
  for (std::size_t at = 0; at < text.size() && room;) {
    const Break end = break_at(text, at);
    if (end.bytes == 0) {
      ++at;
      continue;
    }
    // A form feed right after a line end only turns the page.
    if (!end.page || at > line) room = pages.add_line(text.substr(line, at - line));
    if (room && end.page) room = pages.next_page();
    at += end.bytes;
    line = at;
  }
  if (room && line < text.size()) pages.add_line(text.substr(line));
  pages.finish();
}

/// In a text with lines longer than any that was wrapped, each line is a paragraph: what follows a finished sentence
/// begins another one.
void part_paragraphs(std::vector<std::string>& lines) {
  constexpr std::size_t never_wrapped = 160;
  const auto wide =
      std::count_if(lines.begin(), lines.end(), [](const std::string& one) { return one.size() > never_wrapped; });
  if (wide < 2) return;
  std::vector<std::string> parted;
  for (std::string& line : lines) {
    const bool table = line.find_first_of("\t|<") != std::string::npos;
    const bool finished = !parted.empty() && ends_sentence(trim(parted.back()));
    if (finished && !table && !trim(line).empty() && !begins_lower(trim(line))) parted.emplace_back();
    parted.push_back(std::move(line));
  }
  lines = std::move(parted);
}

}  // namespace

Extraction extract_text(std::string_view bytes) {
  Extraction result;
  DecodedText decoded = decode_text(bytes);
  if (!decoded.refusal.empty()) {
    result.status = ExtractionStatus::failed;
    result.reason = "is not text: " + decoded.refusal;
    return result;
  }
  if (is_blank(decoded.text)) {
    result.status = ExtractionStatus::empty;
    return result;
  }
  if (!decoded.warning.empty()) result.text.warnings.push_back(std::move(decoded.warning));
  split_into_pages(decoded.text, result.text);
  if (result.text.pages.size() > 1) return result;
  auto saved = read_saved_page(result.text.pages.front().lines);
  if (!saved) {
    part_paragraphs(result.text.pages.front().lines);
    return result;
  }
  std::vector<std::string>& warnings = saved->text.warnings;
  warnings.insert(warnings.begin(), result.text.warnings.begin(), result.text.warnings.end());
  return std::move(*saved);
}

}  // namespace minutebook::indexer
