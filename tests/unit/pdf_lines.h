// What the reader of PDF makes of a file that a test has put together, line by line.
// Knows nothing of what the lines mean.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/extract/extract_pdf.h"
#include "tests/unit/made_pdf.h"

namespace minutebook::testing_support {

inline std::vector<std::string> lines_on(const MadePdf& made, std::size_t page = 1) {
  const indexer::Extraction extraction = indexer::extract_pdf(made.bytes());
  EXPECT_EQ(extraction.status, indexer::ExtractionStatus::read) << extraction.reason;
  if (extraction.text.pages.size() < page) return {"no such page"};
  return extraction.text.pages[page - 1].lines;
}

/// The lines of a page with these runs of text.
inline std::vector<std::string> lines_of_texts(const std::vector<MadeText>& texts) {
  MadePdf made;
  made.page().texts = texts;
  return lines_on(made);
}

}  // namespace minutebook::testing_support
