// RTF: characters, tables, lists and notes; and files that are cut off or make no sense.
#include <gtest/gtest.h>

#include "indexer/extract/extract_rtf.h"

namespace minutebook::indexer {
namespace {

using Lines = std::vector<std::string>;

/// Lines that are not blank, of a document with this content.
Lines lines_of(const std::string& content) {
  const Extraction extraction = extract_rtf("{\\rtf1\\ansi\\ansicpg1252\\deff0 " + content + "}");
  EXPECT_EQ(extraction.status, ExtractionStatus::read) << extraction.reason;
  Lines lines;
  for (const ExtractedPage& page : extraction.text.pages) {
    for (const std::string& line : page.lines) {
      if (!line.empty()) lines.push_back(line);
    }
  }
  return lines;
}

TEST(ExtractRtf, WhatIsText) {
  struct Case {
    std::string content;
    Lines lines;
  };
  const std::string fonts =
      "{\\fonttbl{\\f0\\fcharset0 Arial;}{\\f1\\fcharset238 Arial CE;}{\\f2\\fcharset2 Wingdings;}{\\f3\\fcharset2 "
      "Symbol;}}";
  const std::vector<Case> cases = {
      {"One.\\par Two.\r\n still two.\\par", {"One.", "Two. still two."}},
      {"caf\\'e9 \\'93quoted\\'94 \\u8211?\\u-10179?\\u-8704? end",
       {"caf\u00E9 \u201Cquoted\u201D \u2013\U0001F600 end"}},
      {"{\\uc2\\u233xx}\\u233\\'3f.", {"\u00E9\u00E9."}},
      {"{\\uc0\\u233 .}", {"\u00E9."}},
      {"a\\endash b\\emdash c\\lquote d\\rquote\\~e\\_f\\-g", {"a\u2013b\u2014c\u2018d\u2019 e-fg"}},
      {"\\{braces\\} and \\\\ slash", {"{braces} and \\ slash"}},
      {"5.\\tab Apologies\\par", {"5. Apologies"}},
      {"a\\line b\\page c", {"a", "b", "c"}},
      {"{\\b Minutes}\\par \\b Agreed\\b0\\par \\b x\\plain y", {"**Minutes**", "**Agreed**", "xy"}},
      {"{\\ul Minutes}\\par \\ul Agreed\\ulnone\\par {\\field{\\fldrslt\\ul link}}",
       {"**Minutes**", "**Agreed**", "link"}},
      {"a{\\v hidden}{\\strike struck}{\\deleted gone}b", {"ab"}},
      {"{\\*\\generator Riched20;}{\\info{\\title No}}{\\colortbl;\\red0;}text{\\pict 0102}", {"text"}},
      {"see {\\field{\\*\\fldinst REF x}{\\fldrslt minute 4}}.", {"see minute 4."}},
      {"a\\bin4 {{}}b", {"ab"}},
      {fonts + "{\\f1 \\'b9}{\\f2 \\'fc}{\\f3 \\'b3} x", {"\u0105\u2713\u2265 x"}},
      {"\\pard\\outlinelevel1 Minutes\\par\\pard text", {"## Minutes", "text"}},
      {"{\\stylesheet{\\s0 Normal;}{\\s3\\b heading 2;}{\\*\\cs4 strong;}}\\pard\\s3 Minutes\\par\\pard\\s0 text",
       {"## Minutes", "text"}},
      {"{\\listtext\\tab 1.\\tab}{\\b Apologies}\\par {\\pntext\\'b7\\tab}bullet\\par{\\listtext o\\tab}ring\\par",
       {"1. **Apologies**", "- bullet", "- ring"}},
      {"Agreed{\\footnote {\\super\\chftn} See the Act.\\par And more.} by all.\\par After.",
       {"Agreed by all.", "Note 1: See the Act.", "And more.", "After."}},
      {"{\\listtext 3.1\\tab}Agreed{\\footnote See.}.\\par", {"3.1 Agreed.", "Note 1: See."}},
      {"Around{\\shp{\\*\\shpinst{\\sp{\\sn x}{\\sv 1}}{\\shptxt\\pard in the box\\par}}} it\\par",
       {"Around it", "in the box"}},
      {"{\\header Tarn Parish Council\\par page 3\\par}{\\footer foot}Minutes", {"Tarn Parish Council", "Minutes"}},
      {"before\\par\\trowd\\pard\\intbl Name\\cell Role\\cell\\row\\trowd\\intbl A\\par B\\cell {\\b C}\\cell\\row"
       "\\pard after\\par",
       {"before", "Name\tRole", "A B\tC", "after"}},
      {"\\trowd\\pard\\intbl a\\cell\\intbl\\itap2 x\\nestcell y\\nestcell{\\*\\nesttableprops\\nestrow}"
       "\\pard\\intbl b\\cell\\row\\pard",
       {"a\tx y b"}},
  };
  for (const Case& one : cases) EXPECT_EQ(lines_of(one.content), one.lines) << one.content;
}

TEST(ExtractRtf, WhatIsLeftOutIsCounted) {
  const Extraction extraction = extract_rtf("{\\rtf1 a{\\v h}{\\strike s}{\\deleted d}{\\*\\annotation why?}}");
  EXPECT_EQ(extraction.text.warnings,
            (Lines{"1 deleted passage (tracked change) was left out", "1 hidden passage was left out",
                   "1 struck-out passage was left out", "1 comment was left out"}));
}

TEST(ExtractRtf, ACutOffFileIsReadAsFarAsItGoesWithAWarning) {
  const Extraction extraction = extract_rtf("{\\rtf1 {\\b Minutes\\par of");
  EXPECT_EQ(extraction.status, ExtractionStatus::read);
  EXPECT_EQ(extraction.text.warnings, Lines{"it ends in the middle: the file may have been cut off"});
  EXPECT_EQ(extraction.text.pages.at(0).lines, (Lines{"**Minutes**", "", "**of**"}));
}

TEST(ExtractRtf, WithoutTextItIsEmptyAndBeyondReasonRefused) {
  EXPECT_EQ(extract_rtf("{\\rtf1}").status, ExtractionStatus::empty);
  const Extraction deep = extract_rtf("{\\rtf1 " + std::string(20'000, '{') + "x");
  EXPECT_EQ(deep.status, ExtractionStatus::failed);
  EXPECT_EQ(deep.reason, "is refused: its groups are nested too deeply");
}

TEST(ExtractRtf, NonsenseNeverCrashes) {
  const std::vector<std::string> pieces = {"{",
                                           "}",
                                           "\\",
                                           "\\par ",
                                           "\\cell",
                                           "\\row",
                                           "\\intbl ",
                                           "\\trowd",
                                           "\\'e9",
                                           "\\'zz",
                                           "\\u8211?",
                                           "\\u-1",
                                           "\\uc99 ",
                                           "\\*",
                                           "\\bin7 ",
                                           "\\bin-5 ",
                                           "text ",
                                           "\\b",
                                           "\\footnote",
                                           "\\header ",
                                           "\\shptxt ",
                                           "\\fonttbl",
                                           "\\f2",
                                           "\\fcharset2 ",
                                           "\\s4 ",
                                           "\\tab ",
                                           "\\listtext",
                                           "\\pard",
                                           "\\stylesheet",
                                           "\\field",
                                           "\\fldrslt",
                                           "\\nestrow",
                                           "\\u55357?",
                                           "\\outlinelevel99999999999 ",
                                           "\xFF\xFE",
                                           "\\ansicpg0 "};
  unsigned random = 11;
  for (int i = 0; i < 3'000; ++i) {
    std::string text = "{\\rtf1 ";
    for (int step = 0; step < 80; ++step) {
      random = random * 1664525 + 1013904223;
      text += pieces[(random >> 8) % pieces.size()];
    }
    EXPECT_NE(extract_rtf(text).status, ExtractionStatus::failed) << text;
  }
}

}  // namespace
}  // namespace minutebook::indexer
