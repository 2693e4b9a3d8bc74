// Paragraphs of a Word document made for a test, and the lines that are read from it. Knows nothing of what the tests
// expect.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/extract/extract_docx.h"
#include "tests/unit/made_office.h"

namespace minutebook::indexer {

using Lines = std::vector<std::string>;

/// Lines that are not blank.
inline Lines filled_lines(const Extraction& extraction) {
  EXPECT_EQ(extraction.status, ExtractionStatus::read) << extraction.reason;
  Lines lines;
  for (const ExtractedPage& page : extraction.text.pages) {
    for (const std::string& line : page.lines) {
      if (!line.empty()) lines.push_back(line);
    }
  }
  return lines;
}

inline Lines lines_of(const testing_support::MadeDocx& document) {
  return filled_lines(extract_docx(document.bytes()));
}

inline std::string run(const std::string& text, const std::string& properties = "") {
  return "<w:r><w:rPr>" + properties + "</w:rPr><w:t xml:space='preserve'>" + text + "</w:t></w:r>";
}

inline std::string paragraph(const std::string& content, const std::string& properties = "") {
  return "<w:p><w:pPr>" + properties + "</w:pPr>" + content + "</w:p>";
}

inline std::string plain(const std::string& text, const std::string& properties = "") {
  return paragraph(run(text), properties);
}

}  // namespace minutebook::indexer
