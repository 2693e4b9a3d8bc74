// Reading whole papers: minutes, packs, reports, tables, broken paragraphs. The papers here are invented.
#include <gtest/gtest.h>

#include <sstream>

#include "indexer/blocks.h"
#include "indexer/understand.h"

namespace minutebook::indexer {
namespace {

using schema::Attendance;
using schema::Item;
using schema::Paper;
using schema::PaperKind;
using schema::PassageKind;

ExtractedText text_of(const std::string& text) {
  ExtractedText extracted{.format = "text"};
  ExtractedPage page;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) page.lines.push_back(line);
  extracted.pages.push_back(std::move(page));
  return extracted;
}

Understood read(const std::string& text, const SuppliedMetadata& supplied = {}) {
  return understand(text_of(text), supplied, schema::CouncilRegistry::built_in());
}

Item item(const Paper& paper, const std::string& number) {
  for (const Item& one : paper.items) {
    if (one.number == number) return one;
  }
  throw std::runtime_error("no item " + number);
}

std::size_t count(const Item& one, PassageKind kind) {
  std::size_t n = 0;
  for (const schema::Passage& passage : one.passages) n += passage.kind == kind ? 1 : 0;
  return n;
}

const std::string minutes = R"(HOUSING SCRUTINY PANEL

At a meeting of this Panel held on
12 May 2021

(Present) **Councillor T Reed (Chair)**
Councillors Abel, Brook MBE and van der Hoek

(Not Present) Councillor Quill

30 APOLOGIES FOR ABSENCE

Apologies for absence were received from Councillor Quill.

31 MINUTES

* **Resolved that the minutes of the meeting held on 3 March 2021, be approved and signed.**

32 DAMP AND MOULD

The Director reported that there were areas where

HOUSING SCRUTINY PANEL

repairs were late, and that 20 cases were over-
due. It was noted that a plan was being made.

- Members asked for reassurance about the backlog.

* **Resolved that:**

- (1) **the report be noted; and**

HOUSING SCRUTINY PANEL

- (2) an update be provided in September on:
 - the backlog,
 - the helpline.

14 WORK PROGRAMME

The programme was discussed.

-oOo-
)";

TEST(Understand, MinutesInPlainNumbers) {
  const Understood read_minutes = read(minutes);
  ASSERT_EQ(read_minutes.papers.size(), 1U);
  const Paper& paper = read_minutes.papers[0];
  EXPECT_EQ(paper.kind, PaperKind::minutes);
  EXPECT_EQ(paper.committee, "Housing Scrutiny Panel");
  EXPECT_EQ(paper.committee_kind, "scrutiny");
  EXPECT_EQ(paper.date, (schema::Date{2021, 5, 12}));
  ASSERT_EQ(paper.items.size(), 5U);  // the front and four minutes, one of them misnumbered
  EXPECT_EQ(paper.items.back().number, "14");
  EXPECT_EQ(count(item(paper, "30"), PassageKind::resolution), 0U);
  EXPECT_EQ(count(item(paper, "31"), PassageKind::resolution), 1U);
  EXPECT_EQ(count(item(paper, "32"), PassageKind::resolution), 5U);
  EXPECT_EQ(count(item(paper, "14"), PassageKind::resolution), 0U);
}

TEST(Understand, RunningHeadersGoAndParagraphsAreWhole) {
  const Item damp = item(read(minutes).papers.at(0), "32");
  EXPECT_EQ(damp.passages.at(1).text,
            "The Director reported that there were areas where repairs were late, and that 20 cases were overdue. It "
            "was noted that a plan was being made.");
  for (const schema::Passage& passage : damp.passages)
    EXPECT_EQ(passage.text.find("SCRUTINY PANEL"), std::string::npos) << passage.text;
}

TEST(Understand, Attendance) {
  const Paper paper = read(minutes).papers.at(0);
  ASSERT_EQ(paper.people.size(), 5U);
  EXPECT_EQ(paper.people[0].name, "T Reed");
  EXPECT_EQ(paper.people[0].role, "chair");
  EXPECT_EQ(paper.people[2].name, "Brook MBE");
  EXPECT_EQ(paper.people[3].name, "van der Hoek");
  EXPECT_EQ(paper.people[3].attendance, Attendance::present);
  EXPECT_EQ(paper.people[4].name, "Quill");
  EXPECT_EQ(paper.people[4].attendance, Attendance::absent);
}

TEST(Understand, SuppliedMetadataWins) {
  SuppliedMetadata supplied{.council = "E10000016", .committee = "Homes Panel", .date = schema::Date{2021, 6, 1}};
  const Paper paper = read(minutes, supplied).papers.at(0);
  EXPECT_EQ(paper.council, "E10000016");
  EXPECT_EQ(paper.committee, "Homes Panel");
  EXPECT_EQ(paper.date, (schema::Date{2021, 6, 1}));
  EXPECT_FALSE(paper.warnings.empty());  // the text says another day
}

const std::string pack = R"(Agenda

HOUSING SCRUTINY PANEL

Date: Wednesday, 14 July 2021 Time: 6.30 pm Venue: Hall

Item	Title	Page
1.	Apologies	
2.	Minutes of the meeting held on 12 May 2021	3
3.	Repairs: Progress Report	9
4.	Empty Homes Survey	15

HOUSING SCRUTINY PANEL

At a meeting of this Panel held on
Wednesday, 12 May 2021

Present: Councillors Reed and Abel

30 APOLOGIES

None were received.

31 REPAIRS

RESOLVED: That the report be noted.

This page is intentionally left blank

Housing Scrutiny Panel
15 July 2021

REPAIRS: PROGRESS REPORT

Exempt/Confidential Item

No

1.0 Introduction

- 1.1 This report sets out progress on repairs.

2.0 Recommendations

- 2.1 That the Panel:

- a) Note this report;

3.0 Background

- 3.1 At its meeting on 12 May 2021 the Panel agreed a plan. Since then:

- 3.2 Much was done.

This page is intentionally left blank

Empty Homes Survey

Why homes are empty

Some are waiting for repair, and some for an heir.
)";

TEST(Understand, PackBecomesPapers) {
  const Understood all = read(pack);
  ASSERT_EQ(all.papers.size(), 4U);
  EXPECT_EQ(all.papers[0].kind, PaperKind::agenda);
  EXPECT_EQ(item(all.papers[0], "3").title, "Repairs: Progress Report");
  EXPECT_EQ(all.papers[1].kind, PaperKind::minutes);
  EXPECT_EQ(all.papers[1].date, (schema::Date{2021, 5, 12}));
  EXPECT_EQ(all.papers[2].kind, PaperKind::report);
  EXPECT_EQ(all.papers[2].date, (schema::Date{2021, 7, 14}));  // the meeting's, not the day the report states
  EXPECT_EQ(all.papers[2].title, "Repairs: Progress Report");
  EXPECT_EQ(all.papers[2].exempt, false);
  EXPECT_EQ(count(item(all.papers[2], "2"), PassageKind::recommendation), 2U);
  EXPECT_EQ(count(item(all.papers[2], "2"), PassageKind::resolution), 0U);
  EXPECT_EQ(item(all.papers[2], "3").passages.at(2).paragraph, "3.2");
  EXPECT_EQ(all.papers[3].title, "Empty Homes Survey");
}

TEST(Understand, ExemptItemsAreMarked) {
  const Paper paper = read(
                          "PLANNING COMMITTEE\n\nMinutes of a meeting of the Planning Committee held on 3 May "
                          "2021\n\nPresent: Councillors Reed and Abel\n\n"
                          "7 APPEALS\n\nRESOLVED: That it be noted.\n\n8 LAND AT MILL ROAD (EXEMPT: PARAGRAPH "
                          "3)\n\nRESOLVED: That the offer be accepted.\n")
                          .papers.at(0);
  EXPECT_FALSE(item(paper, "7").exempt);
  EXPECT_TRUE(item(paper, "8").exempt);
}

TEST(Understand, PageNumbersOfFormFeedsReachThePassages) {
  ExtractedText text{.format = "text"};
  text.pages.push_back({1,
                        {"CABINET", "Minutes of a meeting of the Cabinet held on 3 May 2021", "",
                         "Present: Councillors Reed and Abel", "", "1. APOLOGIES", "", "None."}});
  text.pages.push_back({2, {"2. BUDGET", "", "RESOLVED: That it be agreed."}});
  const Paper paper = understand(text, {}, schema::CouncilRegistry::built_in()).papers.at(0);
  EXPECT_EQ(item(paper, "1").page, 1);
  EXPECT_EQ(item(paper, "2").page, 2);
  EXPECT_EQ(item(paper, "2").passages.at(1).page, 2);
}

std::vector<Line> lines_of(const std::vector<std::string>& raw) {
  std::vector<Line> lines;
  for (const std::string& one : raw) lines.push_back(clean_line(one, 0));
  return lines;
}

TEST(Tables, CellsStayWithTheHeadsOfTheirColumns) {
  const auto blocks =
      make_blocks(lines_of({"Finding\tAction\tLead", "Late plans\tHire two officers\tReed", "Lost post\t\tAbel"}));
  ASSERT_EQ(blocks.size(), 3U);
  EXPECT_TRUE(blocks[0].heads);
  EXPECT_EQ(blocks[1].text, "Finding: Late plans | Action: Hire two officers | Lead: Reed");
  EXPECT_EQ(blocks[2].text, "Finding: Lost post | Lead: Abel");
}

TEST(Tables, RowsSpreadOverLinesAreOneRow) {
  const auto blocks =
      make_blocks(lines_of({"No\tTitle\tAims\tLead", "1.1\tPlans\tTo see", "- numbers", "- time taken\tReed",
                            "1.2\tHomes\tTo visit\tAbel", "1.3\tRoads\tTo ask\tBrook"}));
  ASSERT_EQ(blocks.size(), 4U);
  EXPECT_EQ(blocks[1].cells, (std::vector<std::string>{"1.1", "Plans", "To see; numbers; time taken", "Reed"}));
}

TEST(Blocks, WordsSplitAtLineEnds) {
  std::string text = "the com-";
  join_text(text, "mittee");
  EXPECT_EQ(text, "the committee");
  text = "a pre-";
  join_text(text, "birth plan");
  EXPECT_EQ(text, "a pre-birth plan");
  text = "(Vice-";
  join_text(text, "Chairperson)");
  EXPECT_EQ(text, "(Vice-Chairperson)");
}

TEST(Blocks, MarginColumnsStayOutOfParagraphs) {
  const auto blocks =
      make_blocks(lines_of({"It was noted that the programme had been moved from the", "", "Executive Director  ",
                            "of Children's  ", "Services", "", "Department of Health in April."}));
  ASSERT_EQ(blocks.size(), 2U);
  EXPECT_EQ(blocks[0].text, "It was noted that the programme had been moved from the Department of Health in April.");
  EXPECT_TRUE(blocks[1].margin);
  EXPECT_EQ(blocks[1].text, "Executive Director of Children's Services");
}

TEST(Understand, EmptySourceHasNoPaper) {
  const Understood nothing = read("\n \n");
  EXPECT_TRUE(nothing.papers.empty());
  EXPECT_FALSE(nothing.warnings.empty());
}

}  // namespace
}  // namespace minutebook::indexer
