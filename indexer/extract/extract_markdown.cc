#include "indexer/extract/extract_markdown.h"

#include <algorithm>
#include <string>
#include <vector>

#include "indexer/extract/extract_text.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t longest_head = 200;  // lines
constexpr std::size_t first_lines = 12;    // in which a text has its own title

std::string_view unquoted(std::string_view value) {
  value = trim(value);
  if (value.size() >= 2 && (value.front() == '"' || value.front() == '\'') && value.back() == value.front())
    value = value.substr(1, value.size() - 2);
  return trim(value);
}

/// Lines of the head with both its rules; 0: the text has none. A rule alone, as between paragraphs, is none.
std::size_t head_lines(const std::vector<std::string>& lines) {
  if (lines.empty()) return 0;
  const std::string_view rule = trim(lines[0]);
  if (rule != "---" && rule != "+++") return 0;
  const char sign = rule == "---" ? ':' : '=';
  std::size_t fields = 0;
  for (std::size_t at = 1; at < std::min(lines.size(), longest_head); ++at) {
    const std::string_view line = trim(lines[at]);
    if (line == rule) return fields > 0 ? at + 1 : 0;
    const bool entry = lines[at].starts_with(' ') || line.starts_with("- ") || line.empty() || line.starts_with('#');
    const std::size_t name = line.find(sign);
    if (entry) continue;
    if (name == std::string_view::npos || name == 0 || trim(line.substr(0, name)).find(' ') != std::string_view::npos)
      return 0;
    ++fields;
  }
  return 0;
}

std::string field(const std::vector<std::string>& lines, std::size_t end, std::string_view wanted) {
  for (std::size_t at = 1; at < end; ++at) {
    const std::size_t sign = lines[at].find_first_of(":=");
    if (sign == std::string::npos || lines[at].starts_with(' ')) continue;
    std::string name = lower(trim(std::string_view(lines[at]).substr(0, sign)));
    std::erase_if(name, [](char c) { return c == '_' || c == '-'; });
    if (name == wanted) return std::string(unquoted(std::string_view(lines[at]).substr(sign + 1)));
  }
  return {};
}

bool has_title(const std::vector<std::string>& lines, const std::string& title) {
  const std::string key = lower(title);
  return std::any_of(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), first_lines)),
                     [&](const std::string& line) { return find_ci(line, key) != std::string::npos; });
}

}  // namespace

Extraction extract_markdown(std::string_view bytes) {
  Extraction result = extract_text(bytes);
  if (result.text.pages.empty()) return result;
  std::vector<std::string>& lines = result.text.pages.front().lines;
  const std::size_t end = head_lines(lines);
  if (end == 0) return result;
  const std::string title = field(lines, end, "title");
  result.text.facts.date = field(lines, end, "meetingdate");
  lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(end));
  if (!title.empty() && !has_title(lines, title)) lines.insert(lines.begin(), {"# " + title, ""});
  return result;
}

}  // namespace minutebook::indexer
