#include "indexer/extract/pdf_furniture.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <map>

namespace minutebook::indexer {
namespace {

constexpr double zone = 0.14;          // of the page's height, at the top and at the bottom
constexpr std::size_t lines_deep = 4;  // that many lines from the top and the bottom can be furniture
constexpr std::size_t near = 3;        // pages: left and right pages may differ, a page may lack its header
constexpr std::size_t returns = 3;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string whole(const PdfLine& line) {
  std::string text;
  for (const std::string& cell : line.cells) text += (text.empty() ? "" : " ") + cell;
  return text;
}

/// The line with its figures levelled out: "Page 3 of 8" and "Page 4 of 8" are the same.
std::string pattern_of(const std::string& text) {
  std::string pattern;
  for (const char c : text) {
    if (!is_digit(c)) {
      pattern += c;
    } else if (pattern.empty() || pattern.back() != '#') {
      pattern += '#';
    }
  }
  return pattern;
}

/// The number a line states that is nothing but a page number; 0: it is something else.
int page_number(const std::string& text) {
  if (text.size() > 24) return 0;
  std::string pattern = pattern_of(text);
  std::transform(pattern.begin(), pattern.end(), pattern.begin(),
                 [](char c) { return static_cast<char>(std::tolower(static_cast<unsigned char>(c))); });
  static constexpr std::string_view forms[] = {
      "#",   "page #",   "page # of #", "- # -", "-#-", "\u2013 # \u2013", "page | #", "| page #", "# of #",
      "#/#", "# | page", "tudalen #",   "p. #",  "[#]"};
  if (std::find(std::begin(forms), std::end(forms), pattern) == std::end(forms)) return 0;
  const std::size_t first = text.find_first_of("0123456789");
  const std::string digits = text.substr(first, text.find_first_not_of("0123456789", first) - first);
  return digits.size() <= 5 ? std::stoi(digits) : 0;
}

/// A line that could be furniture.
struct Suspect {
  std::size_t page = 0;
  std::size_t line = 0;
  bool top = false;
  int number = 0;  // it is a page number and nothing else
};

std::vector<Suspect> suspects_of(const PdfPageLines& page, std::size_t number) {
  std::vector<std::size_t> order(page.lines.size());
  for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
  std::stable_sort(order.begin(), order.end(),
                   [&](std::size_t a, std::size_t b) { return page.lines[a].bottom < page.lines[b].bottom; });
  std::vector<Suspect> found;
  for (std::size_t place = 0; place < order.size(); ++place) {
    const PdfLine& line = page.lines[order[place]];
    const bool top = place < lines_deep && line.bottom < zone * page.height;
    const bool bottom = place + lines_deep >= order.size() && line.top > (1 - zone) * page.height;
    if (!top && !bottom) continue;
    const bool outermost = place == 0 || place + 1 == order.size();
    found.push_back({number, order[place], top, outermost ? page_number(whole(line)) : 0});
  }
  return found;
}

/// The same words at the same height of their pages.
std::string key_of(const PdfLine& line, const Suspect& suspect) {
  return (suspect.top ? "t" : "b") + std::to_string(std::lround(line.top / 6)) + ' ' + pattern_of(whole(line));
}

using Places = std::map<std::string, std::vector<std::size_t>>;  // pages by key, ascending

/// At least `returns` of the pages around this one carry the line, this one with them.
std::size_t pages_around(const std::vector<std::size_t>& pages, std::size_t page) {
  const auto begin = std::lower_bound(pages.begin(), pages.end(), page < near ? 0 : page - near);
  const auto end = std::upper_bound(pages.begin(), pages.end(), page + near);
  return static_cast<std::size_t>(end - begin);
}

bool first_of_its_pages(const std::vector<std::size_t>& pages, std::size_t page) {
  const auto here = std::lower_bound(pages.begin(), pages.end(), page);
  return here == pages.begin() || page - *(here - 1) > near;
}

}  // namespace

std::vector<int> drop_furniture(std::vector<PdfPageLines>& pages) {
  std::vector<Suspect> suspects;
  Places places;
  for (std::size_t page = 0; page < pages.size(); ++page) {
    for (const Suspect& suspect : suspects_of(pages[page], page)) {
      std::vector<std::size_t>& seen = places[key_of(pages[page].lines[suspect.line], suspect)];
      if (seen.empty() || seen.back() != page) seen.push_back(page);
      suspects.push_back(suspect);
    }
  }
  std::vector<int> printed(pages.size(), 0);
  std::vector<std::vector<bool>> dropped(pages.size());
  for (std::size_t page = 0; page < pages.size(); ++page) dropped[page].resize(pages[page].lines.size());
  for (const Suspect& suspect : suspects) {
    const PdfLine& line = pages[suspect.page].lines[suspect.line];
    const std::vector<std::size_t>& seen = places[key_of(line, suspect)];
    const bool words = page_number(whole(line)) == 0;
    bool drop = pages_around(seen, suspect.page) >= returns;
    if (suspect.top && words && first_of_its_pages(seen, suspect.page)) drop = false;
    if (suspect.number > 0) {
      drop = true;
      printed[suspect.page] = suspect.number;
    }
    dropped[suspect.page][suspect.line] = drop;
  }
  for (std::size_t page = 0; page < pages.size(); ++page) {
    std::size_t at = 0;
    std::erase_if(pages[page].lines, [&](const PdfLine&) { return dropped[page][at++]; });
  }
  return printed;
}

}  // namespace minutebook::indexer
