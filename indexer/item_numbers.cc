#include "indexer/item_numbers.h"

#include <algorithm>
#include <cctype>
#include <charconv>

#include "indexer/text_shapes.h"
#include "schema/date.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t longest_heading = 250;

bool digit(char c) {
  return c >= '0' && c <= '9';
}
bool capital(char c) {
  return c >= 'A' && c <= 'Z';
}

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

/// "C/160/2017": prefix, number and a year in full.
std::optional<ItemNumber> prefixed_before_year(std::string_view text, std::size_t letters, std::size_t& end) {
  const std::size_t count = digits_at(text, letters + 1);
  const std::size_t slash = letters + 1 + count;
  if (count == 0 || count > 4 || slash >= text.size() || text[slash] != '/') return std::nullopt;
  const std::size_t year = digits_at(text, slash + 1);
  end = slash + 1 + year;
  const int value = year == 4 ? value_of(text.substr(slash + 1, year)) : 0;
  if (value < 1900 || value > 2100 || (end < text.size() && text[end] == '/')) return std::nullopt;
  ItemNumber found{.style = NumberStyle::prefixed, .number = std::string(text.substr(0, end))};
  found.value = value_of(text.substr(letters + 1, count));
  return found;
}

/// "CYP/24/14": prefix, year and number.
std::optional<ItemNumber> prefixed_year(std::string_view text, std::size_t letters, std::size_t& end) {
  const std::size_t year = digits_at(text, letters + 1);
  const std::size_t slash = letters + 1 + year;
  if ((year != 2 && year != 4) || slash >= text.size() || text[slash] != '/') return std::nullopt;
  const std::size_t count = digits_at(text, slash + 1);
  end = slash + 1 + count;
  if (count == 0 || count > 3 || (end < text.size() && text[end] == '/')) return std::nullopt;
  ItemNumber found{.style = NumberStyle::prefixed, .number = std::string(text.substr(0, end))};
  found.value = value_of(text.substr(slash + 1, count));
  return found;
}

/// "Item 5 - Title", "Agenda Item 5: Title", "Minute No. 45 Title", "Min. 45": a word before the number; then a dash, a
/// colon or the line's end.
std::optional<ItemNumber> worded(std::string_view text, std::size_t& end) {
  for (const std::string_view lead :
       {"agenda item no.", "agenda item", "item no.", "item", "minute no.", "minute", "min."}) {
    if (!begins(text, lead) || text.size() <= lead.size() || text[lead.size()] != ' ') continue;
    const std::size_t at = lead.size() + 1;
    std::size_t count = digits_at(text, at);
    if (count == 0 || count > 4) return std::nullopt;
    ItemNumber found{.style = NumberStyle::worded, .value = value_of(text.substr(at, count))};
    if (at + count < text.size() && text[at + count] >= 'a' && text[at + count] <= 'h') ++count;
    found.number = std::string(text.substr(at, count));
    end = at + count;
    const std::string_view rest = trim(text.substr(end));
    const bool parted = rest.starts_with("-") || rest.starts_with(":") || rest.starts_with(".") ||
                        rest.starts_with("\xE2\x80\x93") || rest.starts_with("\xE2\x80\x94");
    return parted && rest.size() > 2 ? std::optional<ItemNumber>(found) : std::nullopt;
  }
  return std::nullopt;
}

/// "CYP10", "HEA 17": two to six capitals, then a number.
std::optional<ItemNumber> prefixed(std::string_view text, std::size_t& end) {
  std::size_t letters = 0;
  while (letters < text.size() && capital(text[letters])) ++letters;
  if (letters == 0 || letters > 6) return std::nullopt;
  if (letters < text.size() && text[letters] == '/') {
    if (auto found = prefixed_before_year(text, letters, end)) return found;
  }
  if (letters < 2) return std::nullopt;
  if (letters < text.size() && text[letters] == '/') return prefixed_year(text, letters, end);
  const std::size_t at = letters < text.size() && (text[letters] == ' ' || text[letters] == '-' || text[letters] == '.')
                             ? letters + 1
                             : letters;
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

/// "19.09.03", "2023.11.004": year, month or meeting, and a number of two figures at least, as parish councils write.
std::optional<ItemNumber> dotted(std::string_view text, std::size_t& end) {
  const std::size_t year = digits_at(text, 0);
  if ((year != 2 && year != 4) || year >= text.size() || text[year] != '.') return std::nullopt;
  const std::size_t month = digits_at(text, year + 1);
  const std::size_t last = year + 1 + month + 1;
  if (month != 2 || last >= text.size() || text[last - 1] != '.') return std::nullopt;
  const std::size_t count = digits_at(text, last);
  if (count < 2 || count > 3) return std::nullopt;
  end = last + count;
  return ItemNumber{.style = NumberStyle::dotted,
                    .number = std::string(text.substr(0, end)),
                    .value = value_of(text.substr(last, count))};
}

std::optional<ItemNumber> numeric(std::string_view text, std::size_t& end) {
  if (auto found = dotted(text, end)) return found;
  const std::size_t count = digits_at(text, 0);
  if (count == 0 || count > 4) return std::nullopt;
  end = count;
  ItemNumber found{.style = NumberStyle::plain,
                   .number = std::string(text.substr(0, count)),
                   .value = value_of(text.substr(0, count))};
  if (end + 1 < text.size() && text[end] == '/' && digit(text[end + 1])) {
    const std::size_t more = digits_at(text, end + 1);
    if (more > 4) return std::nullopt;
    end += 1 + more;
    if (end < text.size() && text[end] == '/') return std::nullopt;  // a date
    found.style = NumberStyle::slashed;
    found.number = std::string(text.substr(0, end));
    return found;
  }
  if (count == 4 && found.value >= 1900 && found.value <= 2100 && (end >= text.size() || text[end] != '.'))
    return std::nullopt;  // a year
  const char after = end + 1 < text.size() ? text[end + 1] : ' ';
  const bool small = end < text.size() && text[end] >= 'a' && text[end] <= 'h' && (after == ' ' || after == '.');
  const bool large =
      end < text.size() && text[end] >= 'A' && text[end] <= 'H' && after == '.';  // "5A." but not "4G networks"
  if (small || large) {
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

/// "25 JANUARY 2024": a day, not an item.
bool is_day(std::string_view number, std::string_view title) {
  if (number.size() > 2) return false;
  const auto dates = schema::find_dates(std::string(number) + " " + std::string(title.substr(0, 24)));
  return !dates.empty() && dates.front().begin == 0;
}

bool can_begin_title(char c) {
  return capital(c) || digit(c) || c == '"' || c == '\'' || c == '(' || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

std::optional<ItemNumber> item_number(std::string_view text) {
  text = trim(text);
  if (text.empty() || text.size() > longest_heading) return std::nullopt;
  std::size_t end = 0;
  std::optional<ItemNumber> found = digit(text[0]) ? numeric(text, end) : worded(text, end);
  if (!found && !digit(text[0])) found = prefixed(text, end);
  if (!found) return std::nullopt;
  if (end < text.size() && (text[end] == '.' || text[end] == ':') && found->style != NumberStyle::plain) ++end;
  const bool glued = found->style == NumberStyle::stopped && end + 1 < text.size() && text[end - 1] == '.' &&
                     capital(text[end]) && std::isalpha(static_cast<unsigned char>(text[end + 1])) != 0;  // "1.Minutes"
  if (end < text.size() && text[end] != ' ' && text[end] != '\t' && !glued) return std::nullopt;
  std::string_view title = trim(text.substr(end));
  while (!title.empty() && (title.front() == '-' || title.front() == ':')) title = trim(title.substr(1));
  if (title.starts_with("\xE2\x80\x93") || title.starts_with("\xE2\x80\x94")) title = trim(title.substr(3));
  if (!title.empty() && !can_begin_title(title.front())) return std::nullopt;
  if (!title.empty() && (title.back() == ';' || title.back() == ',')) return std::nullopt;
  if (found->style == NumberStyle::plain && is_day(found->number, title)) return std::nullopt;
  found->title = std::string(title);
  return found;
}

std::optional<ItemNumber> marked_item_number(std::string_view text) {
  if (auto plain = item_number(text)) return plain;
  text = trim(text);
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos || space < 2 || space > 12 || text[space - 1] != '.') return std::nullopt;
  const std::string_view label = text.substr(0, space - 1);
  const bool figures = label.find_first_of("0123456789") != std::string_view::npos;
  const bool odd = std::any_of(label.begin(), label.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) == 0 &&
           std::string_view(".()/-").find(c) == std::string_view::npos;
  });
  if (!figures || odd) return std::nullopt;
  return ItemNumber{.style = NumberStyle::stopped,
                    .number = std::string(label),
                    .value = value_of(label.substr(label.find_first_of("0123456789"))),
                    .title = std::string(trim(text.substr(space)))};
}

std::string item_mark(std::string_view text) {
  text = trim(text);
  if (text.size() > 30 || text.size() < 6 || (text.front() != '(' && text.front() != '[') ||
      (text.back() != ')' && text.back() != ']'))
    return {};
  text = text.substr(1, text.size() - 2);
  for (const std::string_view lead :
       {"agenda item no. ", "agenda item. ", "agenda item ", "item no. ", "item ", "agenda no. "}) {
    if (begins(text, lead) && text.size() - lead.size() <= 6) return std::string(trim(text.substr(lead.size())));
  }
  return {};
}

}  // namespace minutebook::indexer
