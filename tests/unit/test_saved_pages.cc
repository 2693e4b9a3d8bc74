// Pages of committee systems that were saved or copied as text: meetings, items, issues, decisions, plans; and texts
// that are none. The councils, papers and people here are invented.
#include <gtest/gtest.h>

#include "indexer/extract/decision_labels.h"
#include "indexer/extract/extract_text.h"
#include "indexer/extract/saved_lines.h"
#include "indexer/extract/saved_page.h"
#include "indexer/extract/saved_rows.h"
#include "tests/unit/reading_fixture.h"

namespace minutebook::indexer {
namespace {

using schema::Date;
using schema::Item;
using schema::Outcome;
using schema::Paper;
using schema::PaperKind;
using schema::PassageKind;

Paper read_saved(const std::string& text) {
  const Extraction extraction = extract_text(text);
  return understand(extraction.text, {}, schema::CouncilRegistry::built_in()).papers.at(0);
}

const std::string meeting =
    "Home\n\nAgenda and draft minutes\n\nHarbour Panel - Monday, 3rd May, 2021 10.00 am\n\nVenue: Old Hall. View "
    "directions\n\nItems\nNo. Item\n\nA deputation was heard.\n\n12.\n\nApologies for Absence\n\nMinutes:\n\nApologies "
    "were received from Councillor Reed.\n\n13.\n\nMoorings pdf icon PDF 96 KB\n\nTo consider the "
    "moorings.\n\nAdditional "
    "documents:\n\nMinutes:\n\nThese were looked at:\n\n1.\n\nThe north quay.\n\n25a\n\nSchool Governor\n\nRESOLVED "
    "\xE2\x80\x93\n\nThat:\n\n1.    the fees be approved; and\n\n2.    the plan be "
    "noted.\n\n13a\n\nBuoys\n\nMinutes:\n\nThe "
    "buoys were discussed.\n\n15.\n\nLate Business\n";

TEST(SavedMeeting, NumbersAloneBeginItems) {
  const Paper paper = read_saved(meeting);
  EXPECT_EQ(paper.kind, PaperKind::minutes);
  EXPECT_EQ(paper.committee, "Harbour Panel");
  EXPECT_EQ(paper.date, (Date{2021, 5, 3}));
  std::vector<std::string> numbers;
  for (const Item& item : paper.items) numbers.push_back(item.number);
  EXPECT_EQ(numbers, (std::vector<std::string>{"", "12", "13", "13a", "15"}));
  const Item moorings = item_of(paper, "13");
  EXPECT_EQ(moorings.title, "Moorings");
  EXPECT_GE(passages_of(moorings, PassageKind::resolution), 3U);
  EXPECT_EQ(passages_of(item_of(paper, "13a"), PassageKind::resolution), 0U);
  EXPECT_EQ(moorings.passages.back().outcome, Outcome::noted);
  EXPECT_EQ(paper.items[0].passages.front().text.find("Home"), std::string::npos);  // what stands above the title
  ASSERT_EQ(paper.people.size(), 1U);
  EXPECT_EQ(paper.people[0].name, "Reed");
}

TEST(SavedMeeting, TheDayMayStandBelowTheCommittee) {
  const Paper paper = read_saved(
      "Agenda\n\nQuay Board\nThursday, 6th May, 2021 2.00 pm\n\nNo. Item\n\n1.\n\nApologies\n\n2.\n\nQuays\n");
  EXPECT_EQ(paper.kind, PaperKind::agenda);
  EXPECT_EQ(paper.committee, "Quay Board");
  EXPECT_EQ(paper.date, (Date{2021, 5, 6}));
}

TEST(SavedMeeting, RowsWithoutNumbers) {
  const Paper paper = read_saved(
      "Venue: Old Hall\nNo. | Item |\n---|---|\nApologies To receive any apologies. Minutes: There were none. |\n|\n"
      "DISCLOSURE OF INTERESTS Members are invited to speak.\nThey may do so later. Minutes: None were made. "
      "|\n|\nBuoys PDF "
      "55 KB To set the fares. Additional documents: Decision: It was moved and RESOLVED that the buoys be approved. "
      "|\n");
  EXPECT_EQ(paper.kind, PaperKind::minutes);
  std::vector<std::string> titles;
  for (const Item& item : paper.items) titles.push_back(item.title);
  EXPECT_EQ(titles, (std::vector<std::string>{"", "Apologies", "DISCLOSURE OF INTERESTS", "Buoys"}));
  EXPECT_EQ(passages_of(paper.items.back(), PassageKind::resolution), 1U);
  EXPECT_EQ(passages_of(paper.items[2], PassageKind::resolution), 0U);
}

TEST(SavedMeeting, TitlesOfRows) {
  struct Row {
    std::string text;
    std::string title;
  };
  const std::vector<Row> rows = {
      {"Minutes of the Panel To approve the minutes", "Minutes of the Panel"},
      {"QUAYS AND BUOYS Members should attend", "QUAYS AND BUOYS"},
      {"Budget PDF 100 KB More", "Budget"},
      {"To consider the plan", "To consider the plan"},
      {std::string(150, 'a') + ". " + std::string(150, 'b'), std::string(150, 'a') + "."},
  };
  for (const Row& row : rows) EXPECT_EQ(title_of_row(row.text), row.title);
}

TEST(SavedItem, OneItemOfAMeeting) {
  const Paper paper = read_saved(
      "You are here:\n\nAgenda item\n\nRopes and chains\n\n- Meeting of Harbour Panel, Monday, 3rd May, 2021 6.30 p.m. "
      "(Item "
      "4.)\n\nTo consider the ropes.\n\nMinutes:\n\nThe Panel considered the ropes.\n\n\xE2\x80\x9CRESOLVED: That it "
      "wait\xE2"
      "\x80\x9D had been said before.\n\nRESOLVED, that \xE2\x80\x93 the report be noted.\n\nSupporting documents:\n");
  EXPECT_EQ(paper.kind, PaperKind::other);
  EXPECT_EQ(paper.title, "Ropes and chains");
  EXPECT_EQ(paper.committee, "Harbour Panel");
  EXPECT_EQ(paper.date, (Date{2021, 5, 3}));
  ASSERT_EQ(passages_of(paper.items.back(), PassageKind::resolution), 1U);
  EXPECT_EQ(paper.items.back().passages.back().outcome, Outcome::noted);
}

TEST(SavedItem, WithoutItsTitles) {
  const Paper paper =
      read_saved("The report is attached.\n\nMinutes:\n\nAll was heard.\n\nResolved to reject the plan.\n");
  EXPECT_EQ(paper.kind, PaperKind::other);
  EXPECT_EQ(passages_of(paper.items.back(), PassageKind::resolution), 1U);
}

TEST(SavedIssue, ItsMeetingNamesBodyAndDay) {
  const Paper paper = read_saved(
      "Issue - meetings\n\nRopes\n\nMeeting: 15/12/2020 - Audit Board (this board has been joined with another one) "
      "(Item "
      "38)\n\n38 Ropes pdf icon PDF 62 KB\n\nMinutes:\n\nRESOLVED:\n\n(a)   that the ropes be noted; and\n");
  EXPECT_EQ(paper.kind, PaperKind::other);
  EXPECT_EQ(paper.title, "Ropes");
  EXPECT_EQ(paper.committee, "Audit Board");
  EXPECT_EQ(paper.date, (Date{2020, 12, 15}));
  EXPECT_EQ(passages_of(paper.items.back(), PassageKind::resolution), 2U);
  const Extraction several = extract_text(
      "Issue - meetings\n\nRopes\n\nMeeting: 15/12/2020 - Harbour Panel (Item 3)\n\nIt waits.\n\nMeeting: 16/01/2021 - "
      "Quay "
      "Board (Item 4)\n\nIt waits.\n");
  EXPECT_EQ(several.text.facts.committee, "");
  EXPECT_EQ(several.text.facts.date, "");
}

TEST(SavedIssue, ItsDecisions) {
  const Paper paper = read_saved(
      "Issue - decisions\n\nRopes\n\n12/02/2020 - Ropes\n\nDecision taken by the Cabinet Member on: 9 February "
      "2020\n\nThat "
      "approval be given to buy ropes.\n\nReason:   They are old and wet.\n");
  EXPECT_EQ(paper.kind, PaperKind::decision);
  EXPECT_EQ(paper.date, (Date{2020, 2, 9}));
  std::size_t resolutions = 0;
  for (const Item& item : paper.items) resolutions += passages_of(item, PassageKind::resolution);
  EXPECT_EQ(resolutions, 1U);
}

TEST(SavedDecision, LabelsAndParts) {
  const Paper paper = read_saved(
      "Decision details\n\nRope policy\n\nDecision Maker: Cabinet Member for Quays and Ropes\n\nDecision status: "
      "Recommendations Approved\n\nIs Key decision?: No\n\nDecision:\n\nThe report was read.\n\nThat the policy be "
      "approved.\n\nReasons for the decision:\n\nTo be safe.\n\nPublication date: 24/12/2019\n\nDate of decision: "
      "17/09/2019\n");
  EXPECT_EQ(paper.kind, PaperKind::decision);
  EXPECT_EQ(paper.title, "Rope policy");
  EXPECT_EQ(paper.date, (Date{2019, 9, 17}));
  EXPECT_EQ(paper.key_decision, false);
  EXPECT_EQ(paper.portfolios, std::vector<std::string>{"Quays and Ropes"});
  std::vector<std::string> decided;
  for (const Item& item : paper.items) {
    for (const auto& passage : item.passages) {
      if (passage.kind == PassageKind::resolution) decided.push_back(passage.text);
    }
  }
  EXPECT_EQ(decided, std::vector<std::string>{"That the policy be approved."});  // not the story above it
}

TEST(SavedDecision, EntryOfAPlan) {
  const Paper paper = read_saved(
      "Issue details\n\nRope fund\n\nTo buy ropes\n\nDecision type: Key\n\nReason Key: Expenditure;\n\nNotice of "
      "proposed "
      "decision first published: 16/03/2022\n\nDecision due: 8 Apr 2022 by Cabinet\n\nLead member: Member for Ropes\n");
  EXPECT_EQ(paper.kind, PaperKind::forward_plan);
  EXPECT_EQ(paper.title, "Rope fund");
  EXPECT_EQ(paper.key_decision, true);
}

TEST(SavedPage, OtherTextsAreNone) {
  for (const std::string& text : std::vector<std::string>{
           "HARBOUR PANEL\n\nMinutes of the meeting held on 3 May 2021\n\nPresent: Councillor Reed\n\n1. Apologies\n",
           "Agenda\n\n1. Apologies\n\n2. Ropes\n", "Minutes:\n\nPresent: Councillor Reed\n\nRopes were bought.\n",
           "The decision details are below.\n\nDepartment: Quays\n"}) {
    EXPECT_FALSE(read_saved_page(lines_of(text).pages[0].lines).has_value()) << text;
  }
}

TEST(SavedPage, LinesThatGoOn) {
  using Lines = std::vector<std::string>;
  EXPECT_EQ(
      saved_paragraphs({"Having heard it, the Panel retired", "to consider it.", "", "Decision:", "That it be so."}),
      (Lines{"Having heard it, the Panel retired to consider it.", "Decision:", "That it be so."}));
  EXPECT_EQ(
      saved_paragraphs({"A long line of words that was broken where the room of it ended for", "Councillor Reed."}),
      (Lines{"A long line of words that was broken where the room of it ended for Councillor Reed."}));
  EXPECT_EQ(
      saved_paragraphs({"A long line of words that was broken where the room of it ended for", "1. Ropes"}).size(), 2U);
}

TEST(PlainText, LongLinesAreParagraphs) {
  const std::string wide = 'W' + std::string(170, 'x');
  const Extraction parted = extract_text(wide + ".\nThe next one.\n" + wide + " and\nmore.\n");
  EXPECT_EQ(parted.text.pages[0].lines,
            (std::vector<std::string>{wide + ".", "", "The next one.", "", wide + " and", "more."}));
  EXPECT_EQ(extract_text("One.\nTwo.\n").text.pages[0].lines, (std::vector<std::string>{"One.", "Two."}));
}

}  // namespace
}  // namespace minutebook::indexer
