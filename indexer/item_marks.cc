#include "indexer/item_marks.h"

#include <algorithm>

#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

/// "AI12" or "/AI12": a digit at least.
bool is_item_mark(std::string_view name) {
  if (name.starts_with('/')) name.remove_prefix(1);
  return name.size() > 2 && name.size() < 16 && name.starts_with("AI") &&
         std::all_of(name.begin() + 2, name.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "TRAILER_SECTION", "/HEADING_LAYOUT_SECTION".
bool is_section_mark(std::string_view name) {
  return name.ends_with("_SECTION") && name.find_first_not_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ_/") == std::string_view::npos;
}

/// "FIELD_TITLE", also several in one line: names of what the template would hold.
bool is_field_line(std::string_view text) {
  return text.starts_with("FIELD_") && text.find_first_of("abcdefghijklmnopqrstuvwxyz") == std::string_view::npos;
}

}  // namespace

MarkedLine read_item_marks(std::string_view line) {
  MarkedLine result;
  for (std::size_t at = 0; at < line.size();) {
    const std::size_t open = std::min(line.find('<', at), line.size());
    result.text += line.substr(at, open - at);
    if (open == line.size()) break;
    const std::size_t close = line.find('>', open);
    const std::string_view name =
        close == std::string_view::npos ? std::string_view() : line.substr(open + 1, close - open - 1);
    if (is_item_mark(name)) {
      result.item_start = name.front() != '/';
    } else if (!is_section_mark(name)) {
      result.text += '<';
      at = open + 1;
      continue;
    }
    at = close + 1;
  }
  if (is_field_line(trim(result.text))) result.text.clear();
  return result;
}

}  // namespace minutebook::indexer
