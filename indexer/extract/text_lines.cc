#include "indexer/extract/text_lines.h"

#include <array>
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

/// The first bytes of what space_at knows.
constexpr std::array<bool, 256> may_be_space = [] {
  std::array<bool, 256> table{};
  for (std::size_t byte = 0; byte <= ' '; ++byte) table[byte] = true;
  for (const std::size_t byte : {0x7F, 0xC2, 0xE2, 0xE3}) table[byte] = true;
  return table;
}();

/// Behind the bytes from `at` on that stay as they are: letters, and single spaces between them.
std::size_t end_of_plain(std::string_view text, std::size_t at) {
  const auto special = [text](std::size_t place) { return may_be_space[static_cast<unsigned char>(text[place])]; };
  while (at < text.size() && (!special(at) || (text[at] == ' ' && at + 1 < text.size() && !special(at + 1)))) ++at;
  return at;
}

}  // namespace

std::string one_line(std::string_view text) {
  std::string line;
  line.reserve(text.size());
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
    const std::size_t end = end_of_plain(text, at + 1);
    line.append(text, at, end - at);
    at = end;
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
