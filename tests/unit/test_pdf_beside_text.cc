// What stands beside the text of a PDF page: numbers before it, initials behind it, raised endings, labels of lists.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/unit/pdf_lines.h"

namespace minutebook::indexer {
namespace {

using testing_support::lines_of_texts;
using testing_support::MadeText;
using Lines = std::vector<std::string>;

const std::string long_line = "The panel heard that the plan for the new school had been put off";

TEST(PdfBesideText, ARaisedEndingBelongsToItsWord) {
  EXPECT_EQ(
      lines_of_texts({{72, 700, "17", false, 12}, {85.5, 706, "th", false, 7}, {97, 700, "November 2016", false, 12}}),
      (Lines{"17th November 2016"}));
}

TEST(PdfBesideText, InitialsBehindTheTextAreAMargin) {
  std::vector<MadeText> texts;
  for (int line = 0; line < 8; ++line) texts.push_back({72, 700.0 - 14 * line, long_line});
  texts.push_back({520, 672, "AM"});
  const Lines lines = lines_of_texts(texts);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "AM  "), 1);
  EXPECT_TRUE(
      std::none_of(lines.begin(), lines.end(), [](const std::string& one) { return one.find('\t') != one.npos; }));
}

TEST(PdfBesideText, ANumberBeforeTheTextBeginsItsLine) {
  std::vector<MadeText> texts;
  for (int line = 0; line < 12; ++line) texts.push_back({140, 700.0 - 14 * line, long_line});
  texts.push_back({72, 700, "06.23.01"});
  texts.push_back({72, 644, "No"});
  texts.push_back({72, 616, "06.23.02"});
  const Lines lines = lines_of_texts(texts);
  EXPECT_EQ(
      std::count_if(lines.begin(), lines.end(), [](const std::string& one) { return one.starts_with("06.23.0"); }), 2);
  EXPECT_TRUE(lines.front().starts_with("06.23.01 The panel"));
}

TEST(PdfBesideText, ALabelStandsBesideRows) {
  std::vector<MadeText> texts = {{72, 700, "Present"}};
  const std::vector<std::vector<std::string>> rows = {
      {"Ann Reed", "AR", "Tom Lake", "TL"}, {"Bill Marsh", "BM", "Kate Long", "KL"}, {"Sue Orr", "SO", "Jo Ash", "JA"}};
  for (std::size_t row = 0; row < rows.size(); ++row) {
    for (std::size_t cell = 0; cell < 4; ++cell)
      texts.push_back(
          {150.0 + 100.0 * static_cast<double>(cell), 700.0 - 14 * static_cast<double>(row), rows[row][cell]});
  }
  EXPECT_EQ(lines_of_texts(texts), (Lines{"Present\tAnn Reed\tAR\tTom Lake\tTL", "\tBill Marsh\tBM\tKate Long\tKL",
                                          "\tSue Orr\tSO\tJo Ash\tJA"}));
}

}  // namespace
}  // namespace minutebook::indexer
