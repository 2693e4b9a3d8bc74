// Minutes in Welsh: who met and when, who sent apologies, what was declared and decided. The papers, councils and
// people here are invented.
#include <gtest/gtest.h>

#include "indexer/decisions.h"
#include "tests/unit/reading_fixture.h"

namespace minutebook::indexer {
namespace {

using schema::Attendance;
using schema::Date;
using schema::Outcome;
using schema::Paper;
using schema::PaperKind;
using schema::PassageKind;

TEST(WelshMinutes, HeadPeopleAndDecisions) {
  const Paper minutes =
      read_text(
          "**CYNGOR CYMUNED NANTGLAS**\n**CYFARFOD 10fed CHWEFROR 2016**\n\nCynhaliwyd cyfarfod o Gyngor Cymuned "
          "Nantglas am 7.30pm ar y 10fed Chwefror 2016 yn y Neuadd.\n**PRESENNOL**\nCynghorwyr Alun Rees, Jill Pugh "
          "a\xE2\x80\x99r Cynghorydd Sir Joseph Prys.\n\n**1. CROESO AC YMDDIHEURIADAU**\nCymerwyd y Gadair gan y "
          "Cyng. Rees.\n\n**2. LLWYBRAU**\nCytunwyd y dylid eu trwsio.\n")
          .papers.at(0);
  EXPECT_EQ(minutes.kind, PaperKind::minutes);
  EXPECT_EQ(minutes.date, (Date{2016, 2, 10}));
  EXPECT_EQ(minutes.committee_kind, "full_council");
  ASSERT_EQ(minutes.people.size(), 3U);
  EXPECT_EQ(minutes.people[2].name, "Joseph Prys");
  EXPECT_EQ(passages_of(item_of(minutes, "2"), schema::PassageKind::resolution), 1U);
}

const std::string head =
    "PWYLLGOR CRAFFU CYMUNEDAU\n\nCofnodion cyfarfod y Pwyllgor Craffu Cymunedau a gynhaliwyd ddydd Iau, 9 Mawrth 2023 "
    "am 10.00yb\n\nPresennol:\nY Cynghorydd Elin Prysor (Cadeirydd)\nY Cynghorydd Gwyn Llywarch (Is-gadeirydd)\n\n";

TEST(WelshMinutes, ScrutinyWithChairAndApologies) {
  const Paper minutes =
      read_text(head +
                "1. YMDDIHEURIADAU AM ABSENOLDEB\n\nDerbyniwyd ymddiheuriadau am absenoldeb gan y Cynghorydd Rhun "
                "Maelor.\n\n2. DATGAN BUDDIANT\n\nDatganodd y Cynghorydd Llywarch fuddiant personol yn eitem 4.\n")
          .papers.at(0);
  EXPECT_EQ(minutes.kind, PaperKind::minutes);
  EXPECT_EQ(minutes.committee_kind, "scrutiny");
  EXPECT_EQ(minutes.date, (Date{2023, 3, 9}));
  ASSERT_EQ(minutes.people.size(), 3U);
  EXPECT_EQ(minutes.people[0].role, "chair");
  EXPECT_EQ(minutes.people[1].role, "vice-chair");
  EXPECT_EQ(minutes.people[2].name, "Rhun Maelor");
  EXPECT_EQ(minutes.people[2].attendance, Attendance::apologies);
  EXPECT_EQ(passages_of(item_of(minutes, "1"), PassageKind::attendance), 1U);
  EXPECT_EQ(passages_of(item_of(minutes, "2"), PassageKind::declaration), 1U);
}

TEST(WelshMinutes, ADecisionAndItsList) {
  const Paper minutes =
      read_text(head +
                "4. RHEOLI C\xC5\xB4N\n\nTrafodwyd yr adroddiad.\n\nPENDERFYNWYD argymell i'r Cabinet:\n(a) ymestyn y "
                "gorchymyn;\n(b) bod dau warden yn cael eu cyflogi.\n\nDaeth y cyfarfod i ben am 12.10yp.\n")
          .papers.at(0);
  const schema::Item item = item_of(minutes, "4");
  EXPECT_EQ(item.title, "RHEOLI C\xC5\xB4N");
  EXPECT_EQ(passages_of(item, PassageKind::resolution), 3U);
  EXPECT_EQ(item.passages.back().kind, PassageKind::text) << "the end of the meeting is none of the resolutions";
}

TEST(WelshReports, FrontSheet) {
  const Paper report =
      read_text(
          "CYNGOR SIR BRYNDULAS\n\nAdroddiad i'r:\tCabinet\nDyddiad:\t20 Mehefin 2023\nTeitl:\tPolisi Enwau "
          "Tai\nAelod Cabinet:\tY Cynghorydd Dafydd Celyn\nAwdur:\tNest Arthen\n\n1. Cefndir\n\n1.1 Trafodwyd y "
          "drafft.\n")
          .papers.at(0);
  EXPECT_EQ(report.kind, PaperKind::report);
  EXPECT_EQ(report.committee_kind, "cabinet");
  EXPECT_EQ(report.date, (Date{2023, 6, 20}));
  EXPECT_EQ(report.title, "Polisi Enwau Tai");
}

TEST(WelshMinutes, OutcomesWithAndWithoutMutation) {
  struct Row {
    const char* text;
    Outcome outcome;
  };
  const std::vector<Row> rows = {
      {"PENDERFYNWYD cymeradwyo'r cynllun.", Outcome::approved},
      {"Penderfynwyd bod y cofnodion yn cael eu cadarnhau.", Outcome::approved},
      {"PENDERFYNWYD: Bod y polisi'n cael ei gymeradwyo.", Outcome::approved},
      {"PENDERFYNWYD ei gadarnhau.", Outcome::approved},
      {"PENDERFYNWYD gohirio'r eitem.", Outcome::deferred},
      {"PENDERFYNWYD ei ohirio.", Outcome::deferred},
      {"PENDERFYNWYD cyfeirio'r mater at y Cabinet.", Outcome::referred},
      {"PENDERFYNWYD ei gyfeirio at y Cabinet.", Outcome::referred},
      {"PENDERFYNWYD argymell i'r Cyngor y dylid codi'r premiwm.", Outcome::recommended},
      {"PENDERFYNWYD nodi'r adroddiad.", Outcome::noted},
      {"PENDERFYNWYD cefnogi'r polisi drafft.", Outcome::agreed},
  };
  for (const Row& row : rows) {
    EXPECT_EQ(decision_opening(row.text), PassageKind::resolution) << row.text;
    EXPECT_EQ(outcome_of(row.text, Outcome::none), row.outcome) << row.text;
  }
}

}  // namespace
}  // namespace minutebook::indexer
