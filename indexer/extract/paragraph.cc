#include "indexer/extract/paragraph.h"

#include <algorithm>
#include <cctype>

#include "indexer/extract/text_encoding.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t longest_label = 12;
// Some writers give headings' styles to whole numbered paragraphs.
constexpr std::size_t longest_heading = 200;
constexpr std::size_t longest_heading_sentence = 80;
// Longer underlined text is stressed, or was once marked as a change.
constexpr std::size_t longest_underlined = 120;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

bool is_word(char c) {
  return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80;
}

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t") + 1 - begin);
}

/// "3", "3 - 10", "3–10": what stands in the column of page numbers.
bool is_pages(std::string_view text) {
  std::size_t digits = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool dash = text.substr(i, 3) == "\xE2\x80\x93";
    if (is_digit(text[i])) ++digits;
    if (!is_digit(text[i]) && text[i] != ' ' && text[i] != '-' && !dash) return false;
    if (dash) i += 2;
  }
  return digits > 0 && digits <= 8 && is_digit(text.front()) && is_digit(text.back());
}

std::vector<std::string_view> segments_of(std::string_view line) {
  std::vector<std::string_view> segments;
  for (std::size_t at = 0; at <= line.size();) {
    const std::size_t tab = std::min(line.find('\t', at), line.size());
    const std::string_view segment = trimmed(line.substr(at, tab - at));
    if (!segment.empty()) segments.push_back(segment);
    at = tab + 1;
  }
  return segments;
}

std::string without_tabs(std::string_view line) {
  const std::vector<std::string_view> segments = segments_of(line);
  const bool item = segments.size() > 2 && is_item_label(segments.front());
  std::string text;
  for (const std::string_view segment : segments) {
    const bool pages = item && segment.data() == segments.back().data() && is_pages(segment);
    if (!text.empty()) text += ' ';
    if (pages) text += segment.find_first_not_of("0123456789") == std::string_view::npos ? "(Page " : "(Pages ";
    text += segment;
    if (pages) text += ')';
  }
  return text;
}

bool reads_as_heading(std::string_view text) {
  return text.size() <= longest_heading && (text.size() <= longest_heading_sentence || text.back() != '.');
}

}  // namespace

bool is_item_label(std::string_view text) {
  if (text.empty() || text.size() > longest_label) return false;
  if (std::any_of(text.begin(), text.end(), [](char c) { return c == ' ' || static_cast<unsigned char>(c) >= 0x80; }))
    return false;
  if (std::any_of(text.begin(), text.end(), is_digit)) return is_word(text.front()) || text.front() == '(';
  const bool closed = text.back() == ')' || text.back() == '.';
  return closed && std::count_if(text.begin(), text.end(), is_word) <= 4 && (is_word(text[0]) || text[0] == '(');
}

void Paragraph::add_text(std::string_view text, Emphasis emphasis) {
  if (runs_.empty() || runs_.back().emphasis != emphasis) runs_.push_back({text_.size(), emphasis});
  for (const char c : text) {
    const bool space = static_cast<unsigned char>(c) <= 0x20 || c == '\x7F';
    if (!space) {
      text_ += c;
    } else if (!text_.empty() && text_.back() != ' ') {
      text_ += ' ';
    }
  }
}

bool Paragraph::blank() const {
  return is_blank(text_);
}

/// Everything but a number before it is so.
bool Paragraph::wholly(bool Emphasis::*kind, std::size_t begin, std::size_t end) const {
  const std::string_view line = std::string_view(text_).substr(begin, end - begin);
  const std::size_t first = std::min(line.find_first_of(" \t", line.find_first_not_of(" \t")), line.size());
  const bool labelled = first < line.size() && is_item_label(trimmed(line.substr(0, first)));
  bool any = false;
  for (std::size_t i = 0; i < runs_.size(); ++i) {
    const std::size_t from = std::max(runs_[i].begin, begin);
    const std::size_t to = std::min(i + 1 < runs_.size() ? runs_[i + 1].begin : text_.size(), end);
    for (std::size_t at = from; at < to; ++at) {
      if (!is_word(text_[at])) continue;
      if (runs_[i].emphasis.*kind) {
        any = true;
      } else if (!labelled || at >= begin + first) {
        return false;
      }
    }
  }
  return any;
}

std::string Paragraph::marked_line(std::size_t begin, std::size_t end, bool first) const {
  const std::string text = without_tabs(std::string_view(text_).substr(begin, end - begin));
  if (text.empty()) return {};
  const std::string number = first && !label.empty() ? label + ' ' : std::string();
  if (heading > 0 && reads_as_heading(text)) {
    return std::string(static_cast<std::size_t>(std::min(heading, 6)), '#') + ' ' + number + text;
  }
  const std::string mark = first && bullet ? "- " : "";
  const bool title = wholly(&Emphasis::bold, begin, end) ||
                     (text.size() <= longest_underlined && wholly(&Emphasis::underlined, begin, end));
  return mark + number + (title ? "**" + text + "**" : text);
}

std::vector<std::string> Paragraph::lines() const {
  std::vector<std::string> lines;
  for (std::size_t at = 0; at <= text_.size();) {
    const std::size_t end = std::min(text_.find('\n', at), text_.size());
    std::string line = marked_line(at, end, lines.empty());
    if (!is_blank(line)) lines.push_back(std::move(line));
    at = end + 1;
  }
  return lines;
}

std::string Paragraph::plain() const {
  std::string text = label;
  for (std::size_t at = 0; at <= text_.size();) {
    const std::size_t end = std::min(text_.find('\n', at), text_.size());
    for (const std::string_view segment : segments_of(std::string_view(text_).substr(at, end - at))) {
      if (!text.empty()) text += ' ';
      text += segment;
    }
    at = end + 1;
  }
  return text;
}

}  // namespace minutebook::indexer
