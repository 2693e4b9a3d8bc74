// PDFs that are locked, cut off, damaged or contain themselves.
#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/extract/extract_pdf.h"
#include "tests/unit/made_pdf.h"

namespace minutebook::indexer {
namespace {

using testing_support::MadePdf;
using Lines = std::vector<std::string>;
const std::string long_line = "The panel heard that the plan for the new school had been put off until the spring";

TEST(ExtractPdf, WhatCannotBeReadSaysWhy) {
  EXPECT_EQ(extract_pdf("%PDF-1.4\n").reason, "is no PDF that can be read: it is damaged or cut short");
  MadePdf locked;
  locked.page_of({"secret"});
  locked.trailer("/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<" + std::string(64, 'A') + ">/U<" + std::string(64, 'B') +
                 ">>>/ID[<00112233445566778899AABBCCDDEEFF><00112233445566778899AABBCCDDEEFF>]");
  EXPECT_EQ(extract_pdf(locked.bytes()).reason, "is encrypted: it opens with a password only");
  MadePdf none;
  EXPECT_EQ(extract_pdf(none.bytes()).status, ExtractionStatus::failed);
  MadePdf blank;
  blank.page();
  EXPECT_EQ(extract_pdf(blank.bytes()).status, ExtractionStatus::empty);
}

TEST(ExtractPdf, ACutFileGivesWhatIsLeftAndAWarning) {
  MadePdf made;
  for (int i = 0; i < 6; ++i) made.page_of({"Minutes of page " + std::to_string(i), long_line});
  made.bookmark("Minutes", 2);
  const std::string first = made.bytes();
  // Saved once more, with something large that no page needs: what is cut there leaves the pages whole.
  std::string whole = first + "90 0 obj\n<</Length 4000>>stream\n" + std::string(4000, '.') + "\nendstream\nendobj\n";
  whole += "xref\n0 0\ntrailer<</Size 91/Root 1 0 R/Prev " + std::to_string(first.rfind("xref\n0")) +
           ">>\nstartxref\n" + std::to_string(whole.size()) + "\n%%EOF\n";
  int read = 0;
  for (std::size_t percent = 0; percent < 100; ++percent) {
    const Extraction extraction = extract_pdf(std::string_view(whole).substr(0, whole.size() * percent / 100));
    if (extraction.status == ExtractionStatus::failed) {
      EXPECT_FALSE(extraction.reason.empty()) << percent;
    } else if (extraction.text.pages.size() == 6 && !extraction.text.warnings.empty()) {
      ++read;
      EXPECT_EQ(extraction.text.warnings,
                Lines{"the file has no end: it was cut short, and pages or text may be missing"})
          << percent;
    }
  }
  EXPECT_GT(read, 10);
  EXPECT_TRUE(extract_pdf(whole).text.warnings.empty());
}

TEST(ExtractPdf, EveryFlippedByteIsSurvived) {
  MadePdf made;
  made.page_of({"Minutes of the meeting", long_line});
  made.bookmark("Minutes", 1);
  const std::string whole = made.bytes();
  std::size_t answers = 0;
  for (std::size_t at = 0; at < whole.size(); at += 3) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x15);
    const Extraction extraction = extract_pdf(damaged);
    if (extraction.status != ExtractionStatus::failed || !extraction.reason.empty()) ++answers;
  }
  EXPECT_EQ(answers, (whole.size() + 2) / 3);
}

TEST(ExtractPdf, ObjectsThatContainThemselvesEnd) {
  std::string bytes =
      "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/Outlines 4 0 R>>\nendobj\n"
      "2 0 obj\n<</Type/Pages/Kids[2 0 R 3 0 R]/Count 2>>\nendobj\n"
      "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]/Contents 3 0 R>>\nendobj\n"
      "4 0 obj\n<</First 5 0 R/Last 5 0 R>>\nendobj\n"
      "5 0 obj\n<</Title(Loop)/Parent 4 0 R/Next 5 0 R/First 5 0 R/Dest[3 0 R/Fit]>>\nendobj\n"
      "trailer<</Root 1 0 R/Size 6>>\n%%EOF\n";
  const Extraction extraction = extract_pdf(bytes);
  EXPECT_LE(extraction.text.outline.size(), max_outline);
  EXPECT_LE(extraction.text.pages.size(), 2U);
}

}  // namespace
}  // namespace minutebook::indexer
