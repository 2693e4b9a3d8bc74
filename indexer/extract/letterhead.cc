#include "indexer/extract/letterhead.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <string_view>

namespace minutebook::indexer {
namespace {

bool names_authority(std::string_view line) {
  static constexpr std::array<std::string_view, 5> words = {"council", "borough", "authority", "corporation", "cyngor"};
  std::string small(line);
  for (char& c : small) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
  return std::any_of(words.begin(), words.end(),
                     [&](std::string_view word) { return small.find(word) != std::string::npos; });
}

}  // namespace

std::vector<std::string> letterhead(const std::vector<std::string>& header) {
  std::vector<std::string> lines;
  for (const std::string& line : header) {
    if (!names_authority(line) || std::find(lines.begin(), lines.end(), line) != lines.end()) continue;
    lines.push_back(line);
    lines.emplace_back();
  }
  return lines;
}

}  // namespace minutebook::indexer
