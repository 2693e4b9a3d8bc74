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

void require_sentence(const std::string& text, const char* what) {
  require(
      !text.empty() && text.size() <= max_sentence_bytes && schema::valid_utf8(text) && !has_control_character(text),
      what);
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

void WorkerAnswer::begin_page(const std::string& number) {
  int page = -1;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), page);
  require(error == std::errc() && end == number.data() + number.size(), "a page number that is none");
  std::vector<ExtractedPage>& pages = extraction_.text.pages;
  require(!extraction_.text.format.empty(), "a page before the format");
  require(pages.size() < max_pages, "too many pages");
  // A source has pages 1, 2, 3 … or one page that is none.
  const bool paged =
      pages.empty() ? page == 0 || page == 1 : pages.back().number > 0 && page == pages.back().number + 1;
  require(paged, "pages out of order");
  pages.push_back({page, {}});
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
