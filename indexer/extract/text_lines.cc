#include "indexer/extract/text_lines.h"

#include <utility>

namespace minutebook::indexer {
namespace {

/// Spaces of other widths and invisible characters: how many bytes of `text` at `at` are one; 0: none.
std::size_t space_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte <= ' ' || byte == 0x7F) return 1;
  if (byte == 0xC2) return text.substr(at, 2) == "\xC2\xA0" || text.substr(at, 2) == "\xC2\x85" ? 2U : 0U;
  const std::string_view three = text.substr(at, 3);
  if (byte == 0xE3) return three == "\xE3\x80\x80" ? 3U : 0U;
  if (byte != 0xE2 || three.size() < 3) return 0;
  const auto last = static_cast<unsigned char>(three[2]);
  if (three[1] == '\x80')
    return (last >= 0x80 && last <= 0x8A) || last == 0xA8 || last == 0xA9 || last == 0xAF ? 3U : 0U;
  return three == "\xE2\x81\x9F" ? 3U : 0U;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  bool space = false;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t blank = space_at(text, at);
    if (blank > 0) {
      space = true;
      at += blank;
      continue;
    }
    if (space && !line.empty()) line += ' ';
    space = false;
    line += text[at++];
  }
  return line;
}

void add_paragraph(std::vector<std::string>& lines, std::string line) {
  if (line.empty()) return;
  if (!lines.empty() && !lines.back().empty()) lines.emplace_back();
  lines.push_back(std::move(line));
}

void add_paragraphs(std::vector<std::string>& lines, const std::vector<std::string>& more) {
  if (more.empty()) return;
  if (!lines.empty() && !lines.back().empty()) lines.emplace_back();
  lines.insert(lines.end(), more.begin(), more.end());
}

}  // namespace minutebook::indexer
