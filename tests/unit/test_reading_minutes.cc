// Items of minutes and what is decided in them, in the forms of many councils. The papers here are invented.
#include <gtest/gtest.h>

#include "indexer/decisions.h"
#include "indexer/item_numbers.h"
#include "indexer/markup.h"
#include "tests/unit/reading_fixture.h"

namespace minutebook::indexer {
namespace {

using schema::Item;
using schema::Outcome;
using schema::Paper;
using schema::PassageKind;

const std::string head =
    "# Housing Panel\n\nMinutes of the meeting of the Housing Panel held on 4 March 2024\n\nPresent: Councillors Holt "
    "and Orr\n\n";

Paper minutes(const std::string& items) {
  return read_text(head + items).papers.at(0);
}

TEST(ReadingMinutes, NumbersOfItems) {
  struct Row {
    std::string text;
    std::string number;
    std::string title;
  };
  const std::vector<Row> rows = {{"CYP/24/14 Minutes", "CYP/24/14", "Minutes"},
                                 {"23/33 WELCOME", "23/33", "WELCOME"},
                                 {"Item 5 - Repairs", "5", "Repairs"},
                                 {"Agenda Item 5: Repairs", "5", "Repairs"},
                                 {"Minute No. 45 \xE2\x80\x93 Repairs", "45", "Repairs"}};
  for (const Row& row : rows) {
    const auto number = item_number(row.text);
    ASSERT_TRUE(number.has_value()) << row.text;
    EXPECT_EQ(number->number, row.number) << row.text;
    EXPECT_EQ(number->title, row.title) << row.text;
  }
  for (const std::string text :
       {"25 JANUARY 2024", "7 December 2023 at 6.30 pm", "Item 7 Stephen Holt", "CYP/24/14/2 Minutes"})
    EXPECT_FALSE(item_number(text).has_value()) << text;
}

TEST(ReadingMinutes, TitlesAreTidy) {
  const Paper paper = minutes(
      "**45/23 APOLOGIES [Item 1]**\n\nNone.\n\n**46/23 REPAIRS - Agenda Item 3**\n\nDiscussed.\n\n**47/23 "
      "SPECIAL\nNEEDS PLAN**\n\nDiscussed.\n");
  EXPECT_EQ(item_of(paper, "45/23").title, "APOLOGIES");
  EXPECT_EQ(item_of(paper, "45/23").agenda_number, "1");
  EXPECT_EQ(item_of(paper, "46/23").title, "REPAIRS");
  EXPECT_EQ(item_of(paper, "46/23").agenda_number, "3");
  EXPECT_EQ(item_of(paper, "47/23").title, "SPECIAL NEEDS PLAN");
}

TEST(ReadingMinutes, TheMinutesOfAnotherMeetingAreAnItem) {
  const Understood read =
      read_text(head +
                "1. MINUTES\n\nThe Minutes of the meeting of the Housing Panel held on 2 January 2024 were submitted "
                "and approved.\n\n"
                "2. HOUSING PANEL - 2 JANUARY 2024\n\nThe report was noted.\n\n3. RENTS\n\nDiscussed.\n");
  ASSERT_EQ(read.papers.size(), 1U);
  EXPECT_EQ(item_of(read.papers[0], "3").title, "RENTS");
}

TEST(ReadingMinutes, ANumberMayBeMissing) {
  const Paper paper = minutes(
      "1. Apologies\n\nNone.\n\n2. Interests\n\nNone.\n\n4&OHUN Report\n\nIt was read.\n\n4. Rents\n\nDiscussed.\n\n6. "
      "Repairs\n\nDiscussed.\n");
  EXPECT_EQ(item_of(paper, "6").title, "Repairs");
}

TEST(ReadingMinutes, UnnumberedHeadingsOfOneRank) {
  const Paper paper = minutes(
      "## Apologies for Absence\n\nNone.\n\n## Local Plan\n\n**Key points**\n\nHomes were "
      "discussed.\n\n**Decision**\n\nTo note the plan.\n\n## Date of Next Meeting\n\n4 May.\n");
  std::vector<std::string> titles;
  for (const Item& one : paper.items) {
    if (!one.title.empty()) titles.push_back(one.title);
  }
  EXPECT_EQ(titles, (std::vector<std::string>{"Apologies for Absence", "Local Plan", "Date of Next Meeting"}));
}

/// Resolutions and actions among the passages of an item whose text is `text`.
std::pair<std::size_t, std::size_t> decided(const std::string& text) {
  const Item item = item_of(
      minutes("1. MINUTES\n\nRead.\n\n2. REPAIRS\n\nMembers discussed it.\n\n" + text + "\n\n3. RENTS\n\nRead.\n"),
      "2");
  return {passages_of(item, PassageKind::resolution), passages_of(item, PassageKind::action)};
}

TEST(ReadingMinutes, Decisions) {
  struct Row {
    std::string text;
    std::size_t resolutions;
    std::size_t actions;
  };
  const std::vector<Row> rows = {
      {"**Decision**\n\nTo note the report.", 1, 0},
      {"**Decisions**\n\n1. To note the report.\n2. To ask for a plan.", 2, 0},
      {"**Decision**\n\nThe Panel \xE2\x80\x93\n\n1. noted the report; and\n\n2. agreed a plan.\n\n(Reference: Report "
       "by the Director, submitted)",
       3, 0},
      {"**AGREED** as follows:\n\n- 1. That it be noted.\n- 2. That a visit be arranged.", 3, 0},
      {"**AGREED, on the proposal of Councillor Holt, that it be noted.**", 1, 0},
      {"**AGREED TO RECOMMEND, on the proposal of Councillor Holt, that it be noted.**", 1, 0},
      {"**NOTED.**", 1, 0},
      {"**It was resolved (unanimously) that** the plan be adopted.", 1, 0},
      {"**RESOLVED:** That it be noted.\n\n**Reason for Decision:** To keep to the plan.", 1, 0},
      {"5.3 **RESOLVED:** That the Panel:-\n\n(a) approves it; and\n\n5.4 **Reasons for Decision**\n\n5.4.1 A duty.", 2,
       0},
      {"**Actions/requests for further information:**\n\nThe Director to provide data.", 0, 1},
      {"RESOLVED That:\n\n1) the report be noted;\n\nCouncil, 9 January 2024, Page 3\n\n2) an update be given.", 3, 0},
      {"The Committee:\n\n- noted the report;\n- agreed to visit.\n\n(The meeting ended at 12.01 pm)", 2, 0},
      {"The Panel agreed the growth fund.", 1, 0},
      {"The Director agreed that work was late.", 0, 0},
  };
  for (const Row& row : rows) {
    const auto [resolutions, actions] = decided(row.text);
    EXPECT_EQ(resolutions, row.resolutions) << row.text;
    EXPECT_EQ(actions, row.actions) << row.text;
  }
}

TEST(ReadingMinutes, DiscussionIsNoDecisionWhereAFormalWordIsUsed) {
  EXPECT_EQ(decided("The Panel agreed the growth fund.\n\nRESOLVED: That it be noted.").first, 1U);
  EXPECT_EQ(outcome_of("AGREED TO RECOMMEND that the plan be adopted", Outcome::none), Outcome::recommended);
}

TEST(ReadingMinutes, MarkupOfHeadings) {
  EXPECT_EQ(strip_markup("1\\. Repairs \\- Phase 2").text, "1. Repairs - Phase 2");
  EXPECT_TRUE(strip_markup("3 **Minutes of the Previous Meeting** (Pages 5 - 10)").bold);
  EXPECT_FALSE(strip_markup("**Answer** (the Leader)").bold);
}

TEST(ReadingMinutes, SectionsAboveTheFirstNumber) {
  const Paper report = read_text(
                           "# Report\n\nReport to: Cabinet\n\nDate: 11 January 2024\n\nSubject: Homes\n\nReport of: "
                           "Director of Homes\n\n**Summary:**\n\nHomes are needed.\n\n"
                           "**Recommendation(s):**\n\n(1) That it be approved.\n\n1. **Introduction**\n\n1.1 There are "
                           "three.\n\n2. **Proposal**\n\n2.1 To buy two.\n")
                           .papers.at(0);
  std::vector<std::string> titles;
  for (const Item& one : report.items) {
    if (!one.title.empty()) titles.push_back(one.title);
  }
  EXPECT_EQ(titles, (std::vector<std::string>{"Summary", "Recommendation(s)", "Introduction", "Proposal"}));
  EXPECT_EQ(passages_of(report.items.at(2), PassageKind::recommendation), 1U);
}

}  // namespace
}  // namespace minutebook::indexer
