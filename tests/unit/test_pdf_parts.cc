// Parts of reading PDFs: fonts with wrong text, regions of a page, names of page ranges.
#include <gtest/gtest.h>

#include "indexer/extract/page_ranges.h"
#include "indexer/extract/pdf_fonts.h"
#include "indexer/extract/pdf_regions.h"

namespace minutebook::indexer {
namespace {

TEST(PdfFonts, WrongWordsAreToldFromRareOnes) {
  for (const char* word : {"SUHVHQWGWKH&OHUN", "\u0026RXQFLO\u00B6V", "1HZFOHUN\u00B6VKRXUV", "7KDWWKH",
                           "\uE001\uE002\uE003", "!\"#$%&"}) {
    EXPECT_EQ(doubt_of(word), WordDoubt::wrong) << word;
  }
  for (const char* word : {"COUNCIL",
                           "RESOLVED:",
                           "Committee",
                           "R&D",
                           "CYP/24/14",
                           "SE1",
                           "25/00123/FUL",
                           "(£000s)",
                           "LLWYBRAU",
                           "YMDDIHEURIADAU",
                           "democracy@council.gov.uk",
                           "COVID-19",
                           "......",
                           "----",
                           "Q&A",
                           "EHCPs",
                           "A&E",
                           "21ST",
                           "QPR",
                           "https://a.gov.uk/mgAi.aspx?ID=12#mgDocuments"}) {
    EXPECT_NE(doubt_of(word), WordDoubt::wrong) << word;
  }
  EXPECT_EQ(sift("APPENDIX 1 - HIGH LEVEL BUDGET").wrong, 0U);
  EXPECT_EQ(sift("DECLARATIONS OF DISCLOSABLE PECUNIARY INTERESTS").wrong, 0U);
  EXPECT_EQ(sift("CADARNHAU COFNODION Y CYFARFOD DIWETHAF").wrong, 0U);
  EXPECT_TRUE(sift("FRPPLWWHH DJUHHG WKDW WKH UHSRUW EH QRWHG").text.empty());
}

TEST(PdfRegions, NumbersAndBulletsBeforeParagraphs) {
  for (const char* text : {"1.", "12", "(iv)", "a)", "4.13", "5a.", "\u2022", "o", "45/07"})
    EXPECT_TRUE(is_enumerator(text)) << text;
  for (const char* text : {"", "x", "X", "Item", "and", "Apologies.", "\u00A31,000.50"})
    EXPECT_FALSE(is_enumerator(text)) << text;
}

TEST(PageRanges, AreNamedShortly) {
  EXPECT_EQ(page_ranges({3}), "page 3");
  EXPECT_EQ(page_ranges({3, 4}), "pages 3-4");
  EXPECT_EQ(page_ranges({1, 3, 4, 5, 9}), "pages 1, 3-5 and 9");
  std::vector<int> odd;
  for (int i = 1; i < 60; i += 2) odd.push_back(i);
  EXPECT_EQ(page_ranges(odd), "pages 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23 and 18 more");
}

}  // namespace
}  // namespace minutebook::indexer
