#include "indexer/extract/page_ranges.h"

#include <cstddef>

namespace minutebook::indexer {
namespace {

constexpr std::size_t most_ranges = 12;

}  // namespace

std::string page_ranges(const std::vector<int>& pages) {
  std::vector<std::string> ranges;
  std::size_t at = 0;
  while (at < pages.size() && ranges.size() < most_ranges) {
    std::size_t end = at + 1;
    while (end < pages.size() && pages[end] == pages[end - 1] + 1) ++end;
    ranges.push_back(std::to_string(pages[at]));
    if (end - at > 1) ranges.back() += "-" + std::to_string(pages[end - 1]);
    at = end;
  }
  if (at < pages.size()) ranges.push_back(std::to_string(pages.size() - at) + " more");
  std::string text = pages.size() == 1 ? "page " : "pages ";
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    if (i > 0) text += i + 1 == ranges.size() ? " and " : ", ";
    text += ranges[i];
  }
  return text;
}

}  // namespace minutebook::indexer
