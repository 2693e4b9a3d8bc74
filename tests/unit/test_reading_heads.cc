// What kind of paper begins, whose and when, in the heads that councils write. The papers here are invented.
#include <gtest/gtest.h>

#include "indexer/body_names.h"
#include "indexer/front_sheet.h"
#include "tests/unit/reading_fixture.h"

namespace minutebook::indexer {
namespace {

using schema::Paper;
using schema::PaperKind;

struct HeadRow {
  std::string text;
  PaperKind kind;
  std::string committee;
  schema::Date date;
};

const std::string one_minute =
    "\n\n1. MINUTES\n\nThe minutes of the meeting of the Housing Panel held on 2 January 2023 were approved.\n\n2. "
    "PLAN\n\nRESOLVED: That it be noted.\n";

TEST(ReadingHeads, KindCommitteeAndDate) {
  const std::vector<HeadRow> rows = {
      {"# Housing Panel\n\n## Minutes of the meeting held on Wednesday, 6 March 2024\n\n**Present:** Councillor Reid" +
           one_minute,
       PaperKind::minutes,
       "Housing Panel",
       {2024, 3, 6}},
      {"A meeting of the Housing Panel was held on Monday 22 January 2024.\n\nPRESENT: Councillors Holt and Orr" +
           one_minute,
       PaperKind::minutes,
       "Housing Panel",
       {2024, 1, 22}},
      {"A hybrid meeting (in person and via Zoom) of the Housing Panel was held in the Town Hall on 14 February "
       "2024.\n\nPRESENT:\n\nCouncillor Orr" +
           one_minute,
       PaperKind::minutes,
       "Housing Panel",
       {2024, 2, 14}},
      {"**HOUSING PANEL**\n\n**MEETING : Monday, 4th March 2024**\n\n**PRESENT** : Cllrs. Field (Chair) and Orr" +
           one_minute,
       PaperKind::minutes,
       "Housing Panel",
       {2024, 3, 4}},
      {"## Housing Panel\n\n### Meeting held 8 November 2023\n\nPRESENT: Councillors Dale and Orr" + one_minute,
       PaperKind::minutes,
       "Housing Panel",
       {2023, 11, 8}},
      {"# Minutes of a meeting of the Housing Panel held at the Guildhall, on Tuesday 3.2.21 at 6.00 pm\n\nPresent "
       "Councillor Holt" +
           one_minute,
       PaperKind::minutes,
       "Housing Panel",
       {2021, 2, 3}},
      {"# Housing Panel\n\n| Meeting: | Housing Panel |\n|---|---|\n| Date/Time: | Wednesday, 15 November 2023 at "
       "10.00 am |\n\n## PRESENT\n\nMr. T. Barker" +
           one_minute,
       PaperKind::minutes,
       "Housing Panel",
       {2023, 11, 15}},
      {"# Schools Forum Minutes\n\nDate: 17 January 2024\n\nAttendees: Alison Hall (Chair)\n\nItem 1 - Welcome\n\nThe "
       "Chair welcomed all.\n\nItem 2 - Any other business\n\nNone.\n",
       PaperKind::minutes,
       "Schools Forum",
       {2024, 1, 17}},
      {"# COUNCIL\n\nMinutes of an ordinary meeting of the Council of the Borough of Westmarsh held on 26 February "
       "2024\n\nPRESENT: Councillors Holt and Orr" +
           one_minute,
       PaperKind::minutes,
       "Council",
       {2024, 2, 26}},
      {"**Housing Panel**\n\nThursday 5 October 2023 at 2.30 pm\n\n### A G E N D A\n\n| No. | Item |\n|---|---|\n| 1. "
       "| Welcome |\n| 2. | Repairs |\n",
       PaperKind::agenda,
       "Housing Panel",
       {2023, 10, 5}},
      {"# HOUSING PANEL\n\n**Thursday, 7 December 2023 at 6.30 pm**\n\n# AGENDA - SUPPLEMENTARY PAPERS\n\n7. "
       "**Repairs**\n\n8. **Rents**\n",
       PaperKind::agenda,
       "Housing Panel",
       {2023, 12, 7}},
      {"Tuesday, 31 December 2024\n\nA meeting of the Housing Panel will be held in the Guildhall on Thursday, 9th "
       "January, 2025.\n\nAGENDA\n\n1. Apologies\n\n2. Repairs\n",
       PaperKind::agenda,
       "Housing Panel",
       {2025, 1, 9}},
  };
  for (const HeadRow& row : rows) {
    const Understood read = read_text(row.text);
    ASSERT_EQ(read.papers.size(), 1U) << row.text;
    EXPECT_EQ(read.papers[0].kind, row.kind) << row.text;
    EXPECT_EQ(read.papers[0].committee, row.committee) << row.text;
    EXPECT_EQ(read.papers[0].date, row.date) << row.text;
  }
}

TEST(ReadingHeads, NoBodies) {
  for (const std::string text : {"23/35 MINUTES - HOUSING SCRUTINY PANEL", "Councillor Ann Reed, Cabinet",
                                 "Minutes - Housing Panel", "PRESENT: Housing Panel"})
    EXPECT_EQ(body_name_in(text), "") << text;
  EXPECT_EQ(body_name_in("Housing Panel Minutes"), "Housing Panel");
  EXPECT_EQ(body_name_in("Housing Panel - Agenda"), "Housing Panel");
}

TEST(ReadingHeads, PointedDates) {
  EXPECT_EQ(first_date("held on 3.2.21 at 6 pm"), (schema::Date{2021, 2, 3}));
  EXPECT_EQ(first_date("Tuesday 3.12.21"), (schema::Date{2021, 12, 3}));
  EXPECT_EQ(first_date("paragraph 3.2.21 applies"), std::nullopt);
}

TEST(ReadingHeads, LabelsInManyWords) {
  struct Row {
    std::string text;
    FrontField field;
    std::string value;
  };
  for (const Row& row : std::vector<Row>{{"Subject of Report: Homes", FrontField::title, "Homes"},
                                         {"Exempt / Confidential Report: No", FrontField::exempt, "No"},
                                         {"Date & Time: 4 March 2025", FrontField::date, "4 March 2025"},
                                         {"Electoral Division: All", FrontField::wards, "All"}}) {
    const auto label = front_sheet_label(Block{.text = row.text});
    ASSERT_TRUE(label.has_value()) << row.text;
    EXPECT_EQ(label->field, row.field) << row.text;
    EXPECT_EQ(label->value, row.value) << row.text;
  }
}

TEST(ReadingHeads, TheLabelNamesTheCommittee) {
  const Paper report = read_text(
                           "# **Report**\n\nDate of meeting: 27 March 2024\n\nTitle of Report: **Hubs**\n\nLead "
                           "Member: Councillor Ann Reed (Cabinet Member for Children)\n\n"
                           "Key Decision: No\n\nCommittee: Education Overview and Scrutiny Committee\n\n## Purpose of "
                           "Report\n\nTo report.\n\n## 1.0 Background\n\n"
                           "1.1 Hubs opened.\n\n## 2.0 Progress\n\n2.1 Good.\n")
                           .papers.at(0);
  EXPECT_EQ(report.committee, "Education Overview and Scrutiny Committee");
  EXPECT_EQ(report.title, "Hubs");
  EXPECT_EQ(report.portfolios, std::vector<std::string>{"Children"});
}

TEST(ReadingHeads, WhoDecidesAlone) {
  const Paper decision = read_text(
                             "# Record of Decision\n\nDecision maker: Councillor Ann Reed, Cabinet Member for "
                             "Highways\n\nDate of decision: 14 March 2024\n\nSubject: Zone\n\n"
                             "## Decision\n\nThat the zone be approved.\n\n## Reasons\n\nSafety.\n")
                             .papers.at(0);
  EXPECT_EQ(decision.kind, PaperKind::decision);
  EXPECT_EQ(decision.committee, "Cabinet Member for Highways");
  EXPECT_EQ(decision.committee_kind, "executive_member");
}

TEST(ReadingHeads, CouncilsOfAJointCommitteeAreNotItsOwn) {
  const Understood read = read_text(
      "# JOINT HEALTH OVERVIEW AND SCRUTINY COMMITTEE\n\n**MINUTES** of the meeting held on 5 March "
      "2024\n\nAttendees:\n\n| Name | Council |\n|---|---|\n"
      "| Councillor Bill Marsh | Leeds City Council |\n| Councillor Ann Orr | Bradford Council |\n\n1. Welcome\n\nAll "
      "were welcomed.\n\n2. Plan\n\nNoted.\n");
  EXPECT_EQ(read.papers.at(0).council, "");
}

}  // namespace
}  // namespace minutebook::indexer
