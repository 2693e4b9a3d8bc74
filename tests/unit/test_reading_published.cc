// Papers as councils publish them: front sheets with addressees, letters, agendas, parish minutes, motions. The papers,
// councils and people here are invented.
#include <gtest/gtest.h>

#include "indexer/attendance.h"
#include "indexer/decisions.h"
#include "indexer/front_sheet.h"
#include "indexer/item_numbers.h"
#include "tests/unit/reading_fixture.h"

namespace minutebook::indexer {
namespace {

using schema::Date;
using schema::Outcome;
using schema::Paper;
using schema::PaperKind;

TEST(PublishedReports, TheAddresseeIsTheMeeting) {
  const Paper report = read_text(
                           "From:\tAnn Reed, Cabinet Member for Finance, Corporate and Traded Services Jo Betts, "
                           "Interim Corporate Director of Finance\nTo:\tCabinet \xE2\x80\x93 4 March 2025\nDecision "
                           "No:\tn/a\nSubject:\tBudget of\n\n**Schools and Homes**\n\nClassification: Unrestricted\n\n"
                           "1. Introduction\n\n1.1 The budget was made.\n\n2. Next steps\n\n2.1 None.\n")
                           .papers.at(0);
  EXPECT_EQ(report.kind, PaperKind::report);
  EXPECT_EQ(report.committee, "Cabinet");
  EXPECT_EQ(report.date, (Date{2025, 3, 4}));
  EXPECT_EQ(report.title, "Budget of Schools and Homes");
  EXPECT_EQ(report.portfolios, std::vector<std::string>{"Finance, Corporate and Traded Services"});
  EXPECT_FALSE(report.exempt);
}

TEST(PublishedReports, ReadersOfALetterAreNoBody) {
  for (const std::string to : {"All Members of the County Council", "Leaders of all councils", "Housing authorities"}) {
    const std::vector<Block> blocks = {Block{.text = "To: " + to}, Block{.text = "Subject: Homes"}};
    EXPECT_EQ(read_front_sheet(blocks, 0, blocks.size()).committee, "") << to;
  }
}

TEST(PublishedReports, DaysOfDecisionsAndOfPublication) {
  struct Row {
    std::string text;
    FrontField field;
  };
  for (const Row& row : std::vector<Row>{{"Publication date: 5 May 2025", FrontField::other},
                                         {"Date published: 5 May 2025", FrontField::other},
                                         {"Call-in deadline date: 9 May 2025", FrontField::other},
                                         {"Date of decision: 1 May 2025", FrontField::date},
                                         {"Date decision taken: 1 May 2025", FrontField::date},
                                         {"Decided by: Cabinet", FrontField::committee},
                                         {"Past Pathway of Paper: Cabinet", FrontField::other}}) {
    const auto label = front_sheet_label(Block{.text = row.text});
    ASSERT_TRUE(label.has_value()) << row.text;
    EXPECT_EQ(label->field, row.field) << row.text;
  }
  const std::vector<Block> at_meeting = {Block{.text = "Decided at meeting: 07/11/2018 - Cabinet"}};
  EXPECT_EQ(read_front_sheet(at_meeting, 0, 1).committee, "Cabinet");
  EXPECT_EQ(read_front_sheet(at_meeting, 0, 1).date, (Date{2018, 11, 7}));
  const std::vector<Block> officer = {Block{.text = "Decision taken by: Head of Housing (A. Reid)"}};
  EXPECT_EQ(read_front_sheet(officer, 0, 1).committee, "");
}

TEST(PublishedAgendas, TheDayStandsBesideAnAddress) {
  const Paper agenda = read_text(
                           "AGENDA\n\nCABINET\n\nTuesday, 4th March, 2025, at 10.00 am\tAsk for:\tAnn Reed\nCouncil "
                           "Chamber\tTelephone:\t01234 567890\n\n1. Apologies\n\n2. Declarations\n\n3. Minutes of 30 "
                           "January 2025\n\nMonday, 24 February 2025\n")
                           .papers.at(0);
  EXPECT_EQ(agenda.date, (Date{2025, 3, 4}));
}

/// Numbers of the items that are exempt.
std::string exempt_in(const std::string& part) {
  std::string numbers;
  const Paper agenda =
      read_text("AGENDA\n\nHousing Panel\n\n4 March 2025\n\n1. Apologies\n\n2. Homes to let\n\n" + part + "\n")
          .papers.at(0);
  for (const schema::Item& one : agenda.items) numbers += one.exempt ? one.number : "";
  return numbers;
}

TEST(PublishedAgendas, AHeadingOfExemptItemsIsSaidOfWhatFollows) {
  EXPECT_EQ(exempt_in("EXEMPT ITEMS\n\n(At the time of preparing the agenda there were no exempt items.)"), "");
  EXPECT_EQ(exempt_in("EXEMPT ITEMS\n\n3. Land at the mill"), "3");
  EXPECT_EQ(exempt_in("3. Land at the mill\n\nEXEMPT \xE2\x80\x93 paragraph 3 of Schedule 12A"), "3");
}

TEST(PublishedAgendas, JustifiedLinesAreItems) {
  const Paper agenda = read_text(
                           "AGENDA\n\nHousing Panel\n\n4 March 2025\n\n1. Apologies for Absence\t\t\t\n2. "
                           "Declarations of\tInterests\tor\tOther\n3. Homes to let\t\t\t\n")
                           .papers.at(0);
  EXPECT_EQ(item_of(agenda, "1").title, "Apologies for Absence");
  EXPECT_EQ(item_of(agenda, "2").title, "Declarations of Interests or Other");
  EXPECT_EQ(item_of(agenda, "3").title, "Homes to let");
}

TEST(PublishedAgendas, LetterThatSendsPapersToFollow) {
  const Paper letter = read_text(
                           "Date: 7 January 2025\n\nDear Member\n\n**HOUSING PANEL - THURSDAY, 9 JANUARY 2025**\n\n"
                           "Please find enclosed the documents for Item 3, which were not available.\n\n**Agenda Item "
                           "No**\n\n**3 Homes to let (Pages 1 - 18)**\n\nYours sincerely\n")
                           .papers.at(0);
  EXPECT_EQ(letter.kind, PaperKind::agenda);
  EXPECT_EQ(letter.date, (Date{2025, 1, 9}));
  EXPECT_EQ(item_of(letter, "3").title, "Homes to let");
}

TEST(ParishMinutes, NumbersWithYearAndMonth) {
  const Paper minutes =
      read_text(
          "**Littleford Parish Council - 3rd September 2019**\n\n# Present\n\nCouncillors D Thorn (Chair), N Arm, EDC, "
          "Clerk J Brook\n\n**19.09.01 Apologies**\n\nNone\n\n# 19.09.02 Leeds City Council plan\n\nThe City Council "
          "wrote. It was agreed to reply.\n\n19.09.03 Finance\n\nThe Councillors resolved to pay.\n")
          .papers.at(0);
  EXPECT_EQ(minutes.kind, PaperKind::minutes);
  EXPECT_EQ(minutes.date, (Date{2019, 9, 3}));
  EXPECT_EQ(minutes.committee, "Council");
  EXPECT_EQ(minutes.committee_kind, "full_council");
  EXPECT_EQ(minutes.council, "");
  EXPECT_TRUE(warned(minutes, "Littleford Parish Council"));
  EXPECT_EQ(item_of(minutes, "19.09.02").title, "Leeds City Council plan");
  EXPECT_EQ(passages_of(item_of(minutes, "19.09.02"), schema::PassageKind::resolution), 1U);
  EXPECT_EQ(passages_of(item_of(minutes, "19.09.03"), schema::PassageKind::resolution), 1U);
  ASSERT_EQ(minutes.people.size(), 3U);
  EXPECT_EQ(minutes.people[2].name, "J Brook");
  EXPECT_EQ(minutes.people[2].role, "clerk");
}

TEST(ParishMinutes, DottedNumbers) {
  EXPECT_EQ(item_number("2023.11.004 Finance")->number, "2023.11.004");
  EXPECT_EQ(item_number("19.09.12 Any other business")->style, NumberStyle::dotted);
  EXPECT_FALSE(item_number("4.13.12 Paragraph").has_value());
}

TEST(ParishMinutes, MovedSecondedAgreed) {
  for (const std::string text :
       {"It was proposed by Cllr. Holt, seconded by Cllr. Reid and unanimously agreed to pay.",
        "Cynigiwyd gan y Cyng. Holt, eiliwyd gan y Cyng. Reid gyda phawb yn gyt\xC3\xBBn, y dylid talu.",
        "Requests were many. It was agreed to wait.", "Cytunwyd y dylid talu.", "The Councillors resolved to pay."})
    EXPECT_TRUE(informal_decision(text)) << text;
  for (const std::string text : {"It was proposed by Cllr. Holt to pay.", "It was therefore necessary to wait.",
                                 "Cllr. Holt seconded the thanks of the Chair."})
    EXPECT_FALSE(informal_decision(text)) << text;
}

TEST(ParishMinutes, ANoteBesideTheTextIsNoFormalWord) {
  const Paper minutes = read_text(
                            "Minutes of a meeting of Littleford Parish Council held on 4 March 2025\n\nPresent: "
                            "Councillor Holt\n\n1. LETTERS\n\nA letter.\n\nNoted\n\n2. PATHS\n\nIt was agreed to "
                            "mend them.\n")
                            .papers.at(0);
  EXPECT_EQ(minutes.committee, "Council");
  EXPECT_EQ(passages_of(item_of(minutes, "2"), schema::PassageKind::resolution), 1U);
}

TEST(Motions, CarriedAndLost) {
  struct Row {
    std::string text;
    std::optional<Outcome> outcome;
  };
  for (const Row& row : std::vector<Row>{{"Amendment lost.", Outcome::lost},
                                         {"Substantive Motion carried.", Outcome::agreed},
                                         {"On being put to the vote, the motion was declared LOST.", Outcome::lost},
                                         {"The amendment was not carried.", Outcome::lost},
                                         {"CARRIED", Outcome::agreed},
                                         {"The motion was withdrawn", Outcome::withdrawn},
                                         {"The motion was carried unanimously.", Outcome::agreed},
                                         {"Lost", std::nullopt},
                                         {"Two homes were lost.", std::nullopt},
                                         {"The motion was carried over to the next meeting", std::nullopt}})
    EXPECT_EQ(motion_outcome(row.text), row.outcome) << row.text;
}

TEST(People, NamesThatNeedCare) {
  AttendanceList list;
  read_apologies("Cllr. P. Holt took the Chair and welcomed everyone to the meeting.", list);
  EXPECT_TRUE(list.people.empty());
  const std::vector<Block> blocks = {
      Block{.text = "In attendance: Mr J Orr (Director), Holt (Acting Chief Accountant)"}};
  const AttendanceList present = read_attendance(blocks, 0, 1);
  ASSERT_EQ(present.people.size(), 2U);
  EXPECT_EQ(present.people[1].name, "Holt");
}

}  // namespace
}  // namespace minutebook::indexer
