#include "indexer/item_numbers.h"

#include <charconv>

#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t longest_heading = 250;

bool digit(char c) { return c >= '0' && c <= '9'; }
bool capital(char c) { return c >= 'A' && c <= 'Z'; }

std::size_t digits_at(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && digit(text[at + count])) ++count;
  return count;
}

int value_of(std::string_view digits) {
  int value = 0;
  std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return value;
}

/// "CYP10", "HEA 17": two to six capitals, then a number.
std::optional<ItemNumber> prefixed(std::string_view text, std::size_t& end) {
  std::size_t letters = 0;
  while (letters < text.size() && capital(text[letters])) ++letters;
  if (letters < 2 || letters > 6) return std::nullopt;
  const std::size_t at = letters < text.size() && (text[letters] == ' ' || text[letters] == '-' || text[letters] == '.') ? letters + 1 : letters;
  const std::size_t count = digits_at(text, at);
  if (count == 0 || count > 4) return std::nullopt;
  end = at + count;
  ItemNumber found{.style = NumberStyle::prefixed};
  found.number = std::string(text.substr(0, letters)) + std::string(text.substr(at, count));
  found.value = value_of(text.substr(at, count));
  if (end < text.size() && text[end] == '/') {  // CYP/10/24
    return std::nullopt;
  }
  return found;
}

std::optional<ItemNumber> numeric(std::string_view text, std::size_t& end) {
  const std::size_t count = digits_at(text, 0);
  if (count == 0 || count > 4) return std::nullopt;
  end = count;
  ItemNumber found{.style = NumberStyle::plain, .number = std::string(text.substr(0, count)), .value = value_of(text.substr(0, count))};
  if (end + 1 < text.size() && text[end] == '/' && digit(text[end + 1])) {
    const std::size_t more = digits_at(text, end + 1);
    if (more > 4) return std::nullopt;
    end += 1 + more;
    if (end < text.size() && text[end] == '/') return std::nullopt;  // a date
    found.style = NumberStyle::slashed;
    found.number = std::string(text.substr(0, end));
    return found;
  }
  if (count == 4 && found.value >= 1900 && found.value <= 2100 && (end >= text.size() || text[end] != '.')) return std::nullopt;  // a year
  if (end < text.size() && text[end] >= 'a' && text[end] <= 'h' && (end + 1 == text.size() || text[end + 1] == ' ' || text[end + 1] == '.')) {
    found.number += text[end++];
  }
  if (end < text.size() && text[end] == '.') {
    ++end;
    found.style = NumberStyle::stopped;
    if (end < text.size() && text[end] == '0' && (end + 1 == text.size() || text[end + 1] == ' ')) {
      found.style = NumberStyle::section;
      ++end;
    }
  }
  return found;
}

bool can_begin_title(char c) {
  return capital(c) || digit(c) || c == '"' || c == '\'' || c == '(' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::optional<ItemNumber> item_number(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > longest_heading) return std::nullopt;
  std::size_t end = 0;
  std::optional<ItemNumber> found = digit(text[0]) ? numeric(text, end) : prefixed(text, end);
  if (!found) return std::nullopt;
  if (end < text.size() && (text[end] == '.' || text[end] == ':') && found->style != NumberStyle::plain) ++end;
  if (end < text.size() && text[end] != ' ' && text[end] != '\t') return std::nullopt;
  std::string_view title = trim(text.substr(end));
  while (!title.empty() && (title.front() == '-' || title.front() == ':')) title = trim(title.substr(1));
  if (!title.empty() && !can_begin_title(title.front())) return std::nullopt;
  if (!title.empty() && (title.back() == ';' || title.back() == ',')) return std::nullopt;
  found->title = std::string(title);
  return found;
}

std::string item_mark(std::string_view text) {
  text = trim(text);
  if (text.size() > 30 || text.size() < 6 || text.front() != '(' || text.back() != ')') return {};
  text = text.substr(1, text.size() - 2);
  for (const std::string_view lead : {"agenda item ", "item ", "agenda no. ", "agenda item no. "}) {
    if (begins(text, lead) && text.size() - lead.size() <= 6) return std::string(trim(text.substr(lead.size())));
  }
  return {};
}

}  // namespace minutebook::indexer
