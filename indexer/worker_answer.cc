#include "indexer/worker_answer.h"

#include <algorithm>
#include <charconv>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "schema/analysis.h"

namespace minutebook::indexer {
namespace {

void require(bool condition, const char* what) {
  if (!condition) throw std::runtime_error(what);
}

bool has_control_character(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char byte) {
    return (static_cast<unsigned char>(byte) < 0x20 && byte != '\t') || byte == '\x7F';
  });
}

void require_text(const std::string& text, std::size_t most, const char* what) {
  require(!text.empty() && text.size() <= most && schema::valid_utf8(text) && !has_control_character(text), what);
}

void require_sentence(const std::string& text, const char* what) {
  require_text(text, max_sentence_bytes, what);
}

int number_of(std::string_view digits) {
  int number = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  require(error == std::errc() && end == digits.data() + digits.size() && number >= 0, "a number that is none");
  return number;
}

bool is_format_name(std::string_view name) {
  return !name.empty() && name.size() <= 16 &&
         name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == name.npos;
}

}  // namespace

bool WorkerAnswer::accept(const Frame& frame) {
  require(!closed_ || frame.type == FrameType::end, "more after the end of the text");
  switch (frame.type) {
    case FrameType::request:
    case FrameType::unconfined:
      throw std::runtime_error("a frame that is no part of an answer");
    case FrameType::format:
      require(extraction_.text.format.empty() && extraction_.text.pages.empty(), "the format in the wrong place");
      require(is_format_name(frame.payload), "a malformed format");
      extraction_.text.format = frame.payload;
      return false;
    case FrameType::fact:
      add_fact(frame.payload);
      return false;
    case FrameType::outline:
      add_bookmark(frame.payload);
      return false;
    case FrameType::page:
      begin_page(frame.payload);
      return false;
    case FrameType::lines:
      add_lines(frame.payload);
      return false;
    case FrameType::warning:
      require_sentence(frame.payload, "a malformed warning");
      require(extraction_.text.warnings.size() < max_warnings, "too many warnings");
      extraction_.text.warnings.push_back(frame.payload);
      return false;
    case FrameType::empty:
      if (!frame.payload.empty()) require_sentence(frame.payload, "a malformed reason");
      extraction_.reason = frame.payload;
      close(ExtractionStatus::empty);
      return false;
    case FrameType::failed:
      require_sentence(frame.payload, "a malformed reason");
      extraction_.reason = frame.payload;
      close(ExtractionStatus::failed);
      return false;
    case FrameType::end:
      require(closed_ || !extraction_.text.pages.empty(), "an answer without pages");
      require(frame.payload.empty(), "an end with a payload");
      return true;
  }
  throw std::runtime_error("an unknown frame");
}

void WorkerAnswer::add_fact(const std::string& payload) {
  const std::size_t tab = payload.find('\t');
  require(tab != std::string::npos, "a fact without a value");
  const std::string value = payload.substr(tab + 1);
  require_text(value, max_fact_bytes, "a malformed fact");
  require(++facts_ <= max_facts, "too many facts");
  require(extraction_.text.pages.empty(), "a fact behind pages");
  require(set_fact(extraction_.text.facts, payload.substr(0, tab), value), "a fact of an unknown kind");
}

void WorkerAnswer::add_bookmark(const std::string& payload) {
  const std::size_t page_end = payload.find('\t');
  require(page_end != std::string::npos, "a malformed bookmark");
  const std::size_t level_end = payload.find('\t', page_end + 1);
  require(level_end != std::string::npos, "a malformed bookmark");
  OutlineEntry entry{.page = number_of(std::string_view(payload).substr(0, page_end)),
                     .level = number_of(std::string_view(payload).substr(page_end + 1, level_end - page_end - 1)),
                     .title = payload.substr(level_end + 1)};
  require_text(entry.title, max_fact_bytes, "a malformed bookmark");
  require(extraction_.text.pages.empty(), "a bookmark behind pages");
  require(extraction_.text.outline.size() < max_outline, "too many bookmarks");
  extraction_.text.outline.push_back(std::move(entry));
}

void WorkerAnswer::begin_page(const std::string& payload) {
  const std::size_t number_end = payload.find('\t');
  require(number_end != std::string::npos && payload.size() > number_end + 2 && payload[number_end + 2] == '\t',
          "a malformed page");
  const int page = number_of(std::string_view(payload).substr(0, number_end));
  const char reading = payload[number_end + 1];
  require(reading >= '0' && reading <= '2', "a page read in an unknown way");
  std::string label = payload.substr(number_end + 3);
  if (!label.empty()) require_text(label, max_label_bytes, "a malformed page label");
  std::vector<ExtractedPage>& pages = extraction_.text.pages;
  require(!extraction_.text.format.empty(), "a page before the format");
  require(pages.size() < max_pages, "too many pages");
  // A source has pages 1, 2, 3 … or one page that is none; a picture is one page of them.
  const bool paged = pages.empty() ? page == first_page_ || (page == 0 && first_page_ == 1)
                                   : pages.back().number > 0 && page == pages.back().number + 1;
  require(paged, "pages out of order");
  pages.push_back(
      {.number = page, .lines = {}, .label = std::move(label), .reading = static_cast<PageReading>(reading - '0')});
}

void WorkerAnswer::add_lines(const std::string& lines) {
  require(!extraction_.text.pages.empty(), "lines before the first page");
  require(schema::valid_utf8(lines), "text that is not UTF-8");
  bytes_ += lines.size();
  require(bytes_ <= max_text_bytes + max_lines, "too much text");
  for (std::size_t begin = 0; begin < lines.size();) {
    const std::size_t end = lines.find('\n', begin);
    require(end != std::string::npos, "a line without an end");
    add_line(lines.substr(begin, end - begin));
    begin = end + 1;
  }
}

void WorkerAnswer::add_line(std::string line) {
  require(++lines_ <= max_lines, "too many lines");
  require(line.size() <= max_line_bytes, "a line that is too long");
  require(!has_control_character(line), "control characters in a line");
  extraction_.text.pages.back().lines.push_back(std::move(line));
}

void WorkerAnswer::close(ExtractionStatus status) {
  require(extraction_.text.pages.empty(), "no text after pages");
  extraction_.status = status;
  closed_ = true;
}

}  // namespace minutebook::indexer
