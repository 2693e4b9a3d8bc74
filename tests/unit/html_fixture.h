// Reading a page of HTML and looking at its lines, for the tests of pages of every kind. Knows nothing of what the
// tests expect.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/extract/extract_html.h"

namespace minutebook::indexer {

using Lines = std::vector<std::string>;

/// The lines that are not blank.
inline Lines filled(const Extraction& extraction) {
  Lines lines = extraction.text.pages.empty() ? Lines() : extraction.text.pages.front().lines;
  std::erase(lines, std::string());
  return lines;
}

inline Lines lines_of_page(const std::string& html) {
  const Extraction extraction = extract_html(html);
  EXPECT_NE(extraction.status, ExtractionStatus::failed) << extraction.reason;
  return filled(extraction);
}

inline bool holds(const Lines& lines, std::string_view part) {
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& one) { return one.find(part) != one.npos; });
}

}  // namespace minutebook::indexer
