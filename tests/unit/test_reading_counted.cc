// Items that are paragraphs counted from one, and the papers of parish, town and community councils, which write them
// so. The councils and people here are invented.
#include <gtest/gtest.h>

#include "indexer/blocks.h"
#include "indexer/local_council.h"
#include "indexer/normalise.h"
#include "tests/unit/reading_fixture.h"

namespace minutebook::indexer {
namespace {

using schema::PassageKind;

/// "number|title" of the items behind the front.
std::vector<std::string> items_in(const std::string& text) {
  const Understood understood = read_text(text);
  std::vector<std::string> items;
  if (understood.papers.empty()) return items;
  for (const schema::Item& one : understood.papers.front().items) {
    if (!one.number.empty()) items.push_back(one.number + "|" + one.title);
  }
  return items;
}

const std::string minutes_head =
    "MINUTES OF NORTHVALE PARISH COUNCIL MEETING\n\nHELD ON TUESDAY JUNE 7TH 2011\n\nPresent: Mrs A Reed\n\n";

TEST(CountedParagraphs, AreTheItems) {
  struct Row {
    std::string text;
    std::vector<std::string> items;
  };
  const std::vector<Row> rows = {
      {"Northvale Parish Council\n\nA meeting will be held on 8 July 2025.\n\nAGENDA\n\n1. To receive apologies for "
       "absence.\n\n"
       "2. To confirm the minutes of 3 June 2025.\n\n3. To consider the state of Mill Lane.\n",
       {"1|To receive apologies for absence.", "2|To confirm the minutes of 3 June 2025.",
        "3|To consider the state of Mill Lane."}},
      {minutes_head + "1. Apologies: Mr B Holt.\n\n2. Police Report. There was one theft in May.\n\n3. Planning - "
                      "nothing to report\n\n"
                      "4. The accounts were presented and agreed.\n",
       {"1|Apologies", "2|Police Report", "3|Planning", "4|"}},
      {minutes_head +
           "1. Apologies\n\nNone.\n\n2. Correspondence:\n\n1. Letter of the bus company\n\n2. Leaflet on bins\n\n"
           "3. SLCC news\n\n4. Census\n\n3. Planning:\n\nNothing.\n\n4. Next meeting:\n\n5 July.\n",
       {"1|Apologies", "2|Correspondence", "3|Planning", "4|Next meeting"}},
      {minutes_head + "1.Apologies\n\nNone.\n\n2.Minutes\n\nSigned.\n\n3.Finance\n\nPaid.\n",
       {"1|Apologies", "2|Minutes", "3|Finance"}},
      {minutes_head +
           "06.11.01 Apologies\n\nNone.\n\n06.11.02 Village hall - It was agreed that the roof would be mended before "
           "the winter, that three quotations would be asked for, that the Clerk would write to the trustees of the "
           "hall and "
           "that the matter would be looked at again in September when all of these are at hand.\n\n06.11.03 "
           "Finance\n\nPaid.\n",
       {"06.11.01|Apologies", "06.11.02|Village hall", "06.11.03|Finance"}},
  };
  for (const Row& row : rows) EXPECT_EQ(items_in(row.text), row.items) << row.text;
}

TEST(CountedParagraphs, GiveWayToHeadings) {
  const std::string text =
      minutes_head +
      "**21. Apologies**\n\nNone.\n\n**22. Roads**\n\n1. The lane was flooded.\n\n2. The bridge was "
      "closed.\n\n3. The verge was cut.\n\n**23. Finance**\n\nPaid.\n";
  EXPECT_EQ(items_in(text), (std::vector<std::string>{"21|Apologies", "22|Roads", "23|Finance"}));
}

TEST(CountedParagraphs, KeepTheTextBehindATitle) {
  const schema::Paper paper = read_text(minutes_head +
                                        "1. Apologies: Mr B Holt.\n\n2. Police Report. There was one theft in May.\n\n"
                                        "3. The minutes of 3 May were agreed.\n")
                                  .papers.at(0);
  EXPECT_EQ(item_of(paper, "2").passages.at(1).text, "There was one theft in May.");
  EXPECT_EQ(item_of(paper, "3").passages.at(0).text, "The minutes of 3 May were agreed.");
  EXPECT_EQ(schema::iso_date(paper.date), "2011-06-07");
  ASSERT_EQ(paper.people.size(), 2U);
  EXPECT_EQ(paper.people[1].name, "B Holt");
  EXPECT_EQ(paper.people[1].attendance, schema::Attendance::apologies);
}

TEST(CountedParagraphs, TheFirstMayListThosePresent) {
  const schema::Paper paper = read_text(
                                  "NORTHVALE COMMUNITY COUNCIL\n\nMINUTES OF THE 31st MEETING\n\nThe 31st Meeting of "
                                  "Northvale Community Council was held "
                                  "in the school on Wednesday 10th April 2024.\n\n1. Committee Members Present were: "
                                  "Ann Reed (chair) and Tom Lake. Also in "
                                  "attendance was Cllr Sue Orr. Apologies were received from: Members Bill Marsh and "
                                  "Kate Long.\n\n2. Planning. Nothing to "
                                  "report\n\n3. AOCB. None\n")
                                  .papers.at(0);
  std::vector<std::string> people;
  for (const schema::Person& one : paper.people)
    people.push_back(one.name + (one.attendance == schema::Attendance::apologies ? " away" : ""));
  EXPECT_EQ(people, (std::vector<std::string>{"Ann Reed", "Tom Lake", "Sue Orr", "Bill Marsh away", "Kate Long away"}));
  EXPECT_EQ(schema::iso_date(paper.date), "2024-04-10");
}

TEST(LoneNumbers, BelongToTheParagraphBelow) {
  const schema::Paper paper = read_text(
                                  "Northvale Council\n\nReport to: Quay Panel\n\nReport of the Head of Quays\n\n"
                                  "Recommendations: That the Panel resolves to:\n\n1.\n\nBuy ropes of hemp for the "
                                  "quay.\n\n2.\n\nSell the buoys that are left.\n\nAppendix 1\n\nRopes and buoys "
                                  "are told of there.\n")
                                  .papers.at(0);
  std::vector<std::string> proposed;
  for (const schema::Item& item : paper.items) {
    for (const schema::Passage& one : item.passages) {
      if (one.kind == schema::PassageKind::recommendation) proposed.push_back(one.paragraph + "|" + one.text);
    }
  }
  EXPECT_EQ(proposed, (std::vector<std::string>{
                          "|Recommendations: That the Panel resolves to:", "1|Buy ropes of hemp for the quay.",
                          "2|Sell the buoys that are left."}));
}

TEST(InformalDecisions, OfOneEntryAreNotThoseOfTheNext) {
  const schema::Paper paper =
      read_text(minutes_head +
                "1. Apologies\n\nNone.\n\n2. Reports\n\n- It was agreed to buy two bins.\n- A notice "
                "board has been put up.\n- The pond was cleaned.\n\n3. Finance\n\nPaid.\n")
          .papers.at(0);
  EXPECT_EQ(passages_of(item_of(paper, "2"), PassageKind::resolution), 1U);
}

TEST(LocalCouncil, IsNamedByTheHead) {
  struct Row {
    std::string text;
    std::string council;
  };
  const std::vector<Row> rows = {
      {"Northvale Parish Council\n\nMinutes", "Northvale Parish Council"},
      {"MINUTES OF THE NORTHVALE PARISH COUNCIL MEETING", "NORTHVALE PARISH COUNCIL"},
      {"Minutes of Meeting (no.436) of\nNorthvale and Westmarsh Community Council",
       "Northvale and Westmarsh Community Council"},
      {"MINUTES OF WEST MARSH EXTRA ORDINARY PARISH COUNCIL MEETING HELD ON 5 JULY 2016", "WEST MARSH PARISH COUNCIL"},
      {"11 November 2020 Northvale Town Council held their meeting via Zoom.", "Northvale Town Council"},
      {"Minutes of the September meeting of Northvale Parish Council", "Northvale Parish Council"},
      {"Cyngor Cymuned Northvale", "Cyngor Cymuned Northvale"},
      {"Report on the request of Northvale Parish Council for a grant", ""},
      {"The application was discussed with Northvale Parish Council at a site visit.", ""},
      {"Minutes of the Parish Council", ""},
  };
  for (const Row& row : rows)
    EXPECT_EQ(local_council_in(make_blocks(normalise(lines_of(row.text)))), row.council) << row.text;
}

TEST(LocalCouncil, HeadsOfItsPapersAreRead) {
  struct Row {
    std::string text;
    std::string kind;
    std::string committee;
    std::string date;
  };
  const std::string present = "\n\nPresent: Mr A Holt and Mrs B Reed\n\n1. Apologies\n\nNone.\n";
  const std::vector<Row> rows = {
      {"MINUTES OF WEST MARSH EXTRA ORDINARY PARISH COUNCIL MEETING HELD AT THE HALL ON 5 JULY 2016" + present,
       "minutes", "Council", "2016-07-05"},
      {"Northvale Community Council held its monthly meeting at the hall on 14 June 2017." + present, "minutes",
       "Council", "2017-06-14"},
      {"NORTHVALE COMMUNITY COUNCIL\n\nGENERAL MEETING MONDAY 2 SEPTEMBER 2024" + present, "minutes", "Council",
       "2024-09-02"},
      {"Minute of Meeting of the Northvale Area Committee held on 3 May 2023" + present, "minutes",
       "Northvale Area Committee", "2023-05-03"},
      {"# Northvale Parish Council Minutes Tuesday 2nd September 2014" + present, "minutes", "Council", "2014-09-02"},
      {"Northvale Parish Council - Meeting of the Parish Council\n\n30th October 2025 at 7.30pm\n\nAgenda & Summons to "
       "Councillors\n\n1. Apologies\n\n2. Finance\n",
       "agenda", "Council", "2025-10-30"},
  };
  for (const Row& row : rows) {
    const Understood understood = read_text(row.text);
    ASSERT_FALSE(understood.papers.empty()) << row.text;
    const schema::Paper& paper = understood.papers.front();
    EXPECT_EQ(schema::name_of(paper.kind), row.kind) << row.text;
    EXPECT_EQ(paper.committee, row.committee) << row.text;
    EXPECT_EQ(schema::iso_date(paper.date), row.date) << row.text;
  }
}

}  // namespace
}  // namespace minutebook::indexer
