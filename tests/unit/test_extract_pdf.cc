// PDF as the worker reads it: lines, tables, columns, running lines, labels, bookmarks, damage.
#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/extract/extract_pdf.h"
#include "tests/unit/pdf_lines.h"

namespace minutebook::indexer {
namespace {

using testing_support::lines_of_texts;
using testing_support::lines_on;
using testing_support::MadePdf;
using Lines = std::vector<std::string>;

const std::string long_line = "The panel heard that the plan for the new school had been put off until the spring";

TEST(ExtractPdf, WrappedLinesAreJoinedAndParagraphsAreApart) {
  const Lines expected = {long_line + " because the ground was wet.", "", "Present: A Bell"};
  MadePdf made;
  made.page_of({long_line, "because the ground was wet.", "", "Present: A Bell"});
  EXPECT_EQ(lines_on(made), expected);
}

TEST(ExtractPdf, ShortLinesStayLines) {
  MadePdf made;
  made.page_of({"Councillor A Bell", "Councillor B Ash", "Councillor C Oak", long_line});
  EXPECT_EQ(lines_on(made), (Lines{"Councillor A Bell", "Councillor B Ash", "Councillor C Oak", long_line}));
}

TEST(ExtractPdf, AHyphenAtTheLineEndIsLeftToTheReader) {
  MadePdf made;
  made.page_of({long_line + "-", "time and were content."});
  EXPECT_EQ(lines_on(made), (Lines{long_line + "-", "time and were content."}));
}

TEST(ExtractPdf, BoldAndLargeLinesAreMarked) {
  EXPECT_EQ(lines_of_texts({{72, 760, "COUNTY COUNCIL", false, 24},
                            {72, 700, "12.", false},
                            {108, 700, "Apologies", true},
                            {180, 700, "(Pages 1 - 2)", false},
                            {72, 672, "Nobody was absent from the whole of the meeting of the county council today."},
                            {72, 644, "There was no other business."}}),
            (Lines{"# COUNTY COUNCIL", "", "**12. Apologies (Pages 1 - 2)**", "",
                   "Nobody was absent from the whole of the meeting of the county council today.", "",
                   "There was no other business."}));
}

TEST(ExtractPdf, BulletsAreListEntries) {
  EXPECT_EQ(lines_of_texts({{72, 760, "\x95"}, {90, 760, "warm homes"}, {72, 746, "\x95"}, {90, 746, "dry feet"}}),
            (Lines{"- warm homes", "- dry feet"}));
}

TEST(ExtractPdf, RowsOfATableHaveTabs) {
  EXPECT_EQ(lines_of_texts({{72, 760, "Service"},
                            {250, 760, "2023"},
                            {350, 760, "2024"},
                            {72, 746, "Libraries"},
                            {250, 746, "12"},
                            {350, 746, "13"},
                            {72, 732, "Parks"},
                            {350, 732, "7"},
                            {72, 718, "Roads"},
                            {250, 718, "1,200"},
                            {350, 718, "99"}}),
            (Lines{"Service\t2023\t2024", "Libraries\t12\t13", "Parks\t\t7", "Roads\t1,200\t99"}));
}

TEST(ExtractPdf, StretchedSpacesMakeNoColumns) {
  // Helvetica at 12 points: 13 points between the words of the second item.
  EXPECT_EQ(lines_of_texts({{72, 760, "1."},
                            {100, 760, "Apologies for Absence"},
                            {72, 732, "2."},
                            {100, 732, "no"},
                            {126.34, 732, "no"},
                            {152.68, 732, "no"},
                            {179.02, 732, "no"},
                            {205.36, 732, "no"},
                            {100, 718, "Interests in items on the agenda"},
                            {72, 690, "3."},
                            {100, 690, "English Devolution"}}),
            (Lines{"1. Apologies for Absence", "", "2. no no no no no Interests in items on the agenda", "",
                   "3. English Devolution"}));
}

TEST(ExtractPdf, CellsOfSeveralLinesAreOneRow) {
  EXPECT_EQ(lines_of_texts({{72, 760, "Item"},
                            {150, 760, "Member"},
                            {350, 760, "Interest"},
                            {72, 740, "4"},
                            {150, 740, "A Bell, for the whole"},
                            {350, 740, "Personal"},
                            {150, 726, "of the meeting"},
                            {72, 706, "7"},
                            {150, 706, "B Ash"},
                            {350, 706, "Prejudicial, as owner"},
                            {350, 692, "of the land"}}),
            (Lines{"Item\tMember\tInterest", "4\tA Bell, for the whole of the meeting\tPersonal",
                   "7\tB Ash\tPrejudicial, as owner of the land"}));
}

TEST(ExtractPdf, ColumnsOfTextAreReadOneAfterTheOther) {
  MadePdf made;
  MadePdf::Page& page = made.page();
  page.texts.push_back({72, 780, "News from the council for all who live in the county and near it", true});
  for (int i = 0; i < 8; ++i) {
    const std::string n = std::to_string(i);
    page.texts.push_back({72, 750.0 - 14 * i, "left words fill line " + n + " of the column"});
    page.texts.push_back({320, 747.0 - 14 * i, "right words fill line " + n + " of the column"});
  }
  std::string text;
  for (const std::string& line : lines_on(made)) text += line + "\n";
  EXPECT_LT(text.find("left words fill line 7"), text.find("right words fill line 0")) << text;
  EXPECT_EQ(text.find('\t'), std::string::npos) << text;
  EXPECT_LT(text.find("News"), text.find("left words fill line 0"));
}

TEST(ExtractPdf, ANumberStandsBeforeItsText) {
  EXPECT_EQ(lines_of_texts({{72, 760, "(1)"},
                            {120, 760, "to note the report of the director"},
                            {72, 746, "(2)"},
                            {120, 746, "to ask for another one"}}),
            (Lines{"(1) to note the report of the director", "(2) to ask for another one"}));
}

TEST(ExtractPdf, NotesInTheMarginAreApart) {
  MadePdf made;
  MadePdf::Page& page = made.page();
  for (int i = 0; i < 10; ++i) {
    page.texts.push_back({72, 760.0 - 14 * i, "The committee talked about the matter for line " + std::to_string(i)});
  }
  page.texts.push_back({430, 690, "Director of"});
  page.texts.push_back({430, 676, "Highways"});
  const Lines lines = lines_on(made);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "Director of  "), 1) << testing::PrintToString(lines);
  EXPECT_EQ(std::count_if(lines.begin(), lines.end(), [](const auto& line) { return line.find('\t') != line.npos; }),
            0);
}

TEST(ExtractPdf, MarksOfItemsStandAlone) {
  EXPECT_EQ(lines_of_texts({{72, 760,
                             "<A\x49"
                             "1>"},
                            {72, 746, "1. Apologies"},
                            {72, 732,
                             "</A\x49"
                             "1>"}}),
            (Lines{"<A\x49"
                   "1>",
                   "1. Apologies",
                   "</A\x49"
                   "1>"}));
}

TEST(ExtractPdf, RunningLinesGoButTheFirstTitleStays) {
  MadePdf made;
  for (int i = 1; i <= 5; ++i) {
    MadePdf::Page& page = made.page();
    page.texts.push_back({72, 810, "Planning Committee, 4 March 2025"});
    page.texts.push_back({72, 700, "Body of page number " + std::string(1, static_cast<char>('@' + i))});
    page.texts.push_back({280, 30, "Page " + std::to_string(i + 46)});
  }
  EXPECT_EQ(lines_on(made, 1), (Lines{"Planning Committee, 4 March 2025", "", "Body of page number A"}));
  EXPECT_EQ(lines_on(made, 4), Lines{"Body of page number D"});
  EXPECT_EQ(extract_pdf(made.bytes()).text.pages[3].label, "50");
}

TEST(ExtractPdf, ATitleThatDoesNotReturnIsNoRunningLine) {
  MadePdf made;
  for (const char* title : {"Apologies", "Minutes", "Any other business"}) {
    made.page().texts = {{72, 810, title}, {72, 700, "The words of the page below its own title"}};
  }
  EXPECT_EQ(lines_on(made, 2)[0], "Minutes");
}

TEST(ExtractPdf, LabelsAndBookmarks) {
  MadePdf made;
  for (const char* word : {"Contents", "Preface", "Report", "Appendix"}) made.page_of({word});
  made.roman_labels_before(3);
  made.bookmark("Report of the (new) Director", 3);
  made.bookmark("Appendix", 4);
  const Extraction extraction = extract_pdf(made.bytes());
  ASSERT_EQ(extraction.text.pages.size(), 4U);
  EXPECT_EQ(extraction.text.pages[1].label, "ii");
  EXPECT_EQ(extraction.text.pages[2].label, "1");
  EXPECT_EQ(extraction.text.pages[2].number, 3);
  ASSERT_EQ(extraction.text.outline.size(), 2U);
  EXPECT_EQ(extraction.text.outline[0].title, "Report of the (new) Director");
  EXPECT_EQ(extraction.text.outline[0].page, 3);
  EXPECT_EQ(extraction.text.outline[1].page, 4);
}

TEST(ExtractPdf, PagesThatShowMoreThanTheirTextAreUnread) {
  MadePdf made;
  made.page_of({"Words of a page"});
  made.page().picture = true;
  made.page_of({"Agenda Item 5"}).picture = true;  // a stamp on a scan
  made.page();                                     // blank
  made.page().drawing = "100 100 200 200 re f\n";  // letters as drawings
  std::vector<std::string> much(12, long_line);
  made.page_of(much).picture = true;  // text on a background
  const Extraction extraction = extract_pdf(made.bytes());
  std::vector<PageReading> readings;
  for (const ExtractedPage& page : extraction.text.pages) readings.push_back(page.reading);
  using enum PageReading;
  EXPECT_EQ(readings, (std::vector<PageReading>{text, unread, unread, text, unread, text}));
  EXPECT_EQ(extraction.text.pages[2].lines, Lines{"Agenda Item 5"});
}

TEST(ExtractPdf, WrongTextIsLeftOutAndCounted) {
  MadePdf made;
  made.page_of({"Apologies were received.", "", "5(62/9('7KDWWKH&OHUN\xB6V5HSRUWEHUHFHLYHG", "",
                "The Clerk SUHVHQWGWKH&OHUN the matters that the council had asked about"});
  const Extraction extraction = extract_pdf(made.bytes());
  EXPECT_EQ(extraction.text.pages[0].lines,
            (Lines{"Apologies were received.", "", "The Clerk \u2026 the matters that the council had asked about"}));
  EXPECT_EQ(extraction.text.pages[0].reading, PageReading::unread);
  EXPECT_EQ(
      extraction.text.warnings,
      Lines{"1 lines and parts of 1 more on page 1 were left out: their fonts do not tell which characters they show"});
}

}  // namespace
}  // namespace minutebook::indexer
