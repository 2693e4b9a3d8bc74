// The words of decisions: behind the body that decides, in capitals, verdicts on motions; items whose numbers have the
// form of lists; what an address tells of a page. All papers here are invented.
#include <gtest/gtest.h>

#include "indexer/decisions.h"
#include "indexer/item_numbers.h"
#include "indexer/loose_items.h"
#include "indexer/url_grammar.h"
#include "tests/unit/reading_fixture.h"

namespace minutebook::indexer {
namespace {

using schema::Outcome;
using schema::Paper;
using schema::PaperKind;
using schema::PassageKind;

const std::string head =
    "Minutes of an Extraordinary meeting of the Parish Council\nOn Tuesday 23rd April 2019\n\nPresent: Cllr A Reed\n\n";

TEST(DecisionWords, Openings) {
  struct Row {
    std::string text;
    bool decides;
  };
  for (const Row& row : std::vector<Row>{
           {"The Quay Committee resolved to buy ropes.", true},
           {"The Council resolved:-", true},
           {"The Committee resolved at its last meeting what it could.", false},
           {"The Quay Committee Chair resolved to go.", false},
           {"RESOLVED, that \xE2\x80\x93 the report be noted.", true},
           {"RESOLVED accordingly.", true},
           {"In terms of Standing Order 3 the Council AGREED that votes be taken.", true},
           {"The Panel had before it, and NOTED, the plan.", true},
           {"The change was NOT AGREED by the Council.", false},
           {"The AGREED STATEMENT of the Council was read.", false},
           {"Officers AGREED with the residents.", false},
           {"Noted.", true},
           {"\xE2\x80\x9CRESOLVED: That the ropes be bought.\xE2\x80\x9D", false},
       }) {
    EXPECT_EQ(decision_opening(row.text) == PassageKind::resolution, row.decides) << row.text;
  }
}

TEST(DecisionWords, Informal) {
  EXPECT_TRUE(informal_decision("In addition, it was agreed that the Chair would write."));
  EXPECT_TRUE(informal_decision("The Panel considered and agreed its own programme."));
  EXPECT_TRUE(informal_decision("The Quay Advisory Panel agreed the programme."));
  EXPECT_TRUE(informal_decision(
      "Ann Reed \xE2\x80\x93 proposed by Cllr Holt seconded by Cllr Betts and unanimously appointed."));
  EXPECT_FALSE(informal_decision("The Panel received and looked at the plan."));
  EXPECT_FALSE(informal_decision("The Board Manager agreed that it was late."));
}

TEST(DecisionWords, VerdictsWithVotes) {
  struct Row {
    std::string text;
    std::optional<Outcome> outcome;
  };
  for (const Row& row : std::vector<Row>{
           {"The amendment by the Blue Group was lost by 47 votes to 17.", Outcome::lost},
           {"The substantive motion was carried 31 votes to 29.", Outcome::agreed},
           {"The vote on the recommendation was taken, and carried by 22 votes to one, with two abstentions.",
            Outcome::agreed},
           {"On being put to the vote, the amendment was negatived.", Outcome::lost},
           {"The motion was carried on the casting vote of the Chair.", Outcome::agreed},
           {"The original motion was put and carried as follows:-", Outcome::agreed},
           {"The recommendation was unanimously CARRIED.", Outcome::agreed},
           {"The motion carried risks that nobody had named.", std::nullopt},
           {"The change was not agreed and business went on in its order.", Outcome::lost},
           {"The motion was not agreed.", Outcome::lost},
           {"The recommendation fell.", Outcome::lost},
           {"Mr Holt moved that ropes be bought. On being put to the vote this was LOST by 2 votes to 5.",
            Outcome::lost},
           {"The change was carried on the ebb.", std::nullopt},
           {"The climate change target was lost.", std::nullopt},
           {"The amendment was lost in the post by 3 clerks.", std::nullopt},
       }) {
    EXPECT_EQ(motion_outcome(row.text), row.outcome) << row.text;
  }
}

TEST(DecisionWords, ActsOfADecisionPaper) {
  ExtractedText text =
      lines_of("The Cabinet then:-\n\n(1) Noted that ropes were bought.\n\n(2) The story of the ropes.\n");
  text.facts.kind = "decision";
  const Paper paper = understand(text, {}, schema::CouncilRegistry::built_in()).papers.at(0);
  EXPECT_EQ(passages_of(paper.items.back(), PassageKind::resolution), 1U);
}

TEST(DecisionWords, ToldInOneWordIsNotFormal) {
  const Paper paper = read_text(head +
                                "1) Ropes: the Councillors looked at them.\n\nThe Councillors resolved to pay.\n\n2) "
                                "Buoys: none.\n\nIt was agreed to wait.\n\n3) End: it ended.\n")
                          .papers.at(0);
  EXPECT_EQ(passages_of(item_of(paper, "1"), PassageKind::resolution), 1U);
  EXPECT_EQ(passages_of(item_of(paper, "2"), PassageKind::resolution), 1U);
}

TEST(DecisionWords, DeclarationsThatAreNotedStayDeclarations) {
  const Paper paper = read_text(
                          "# Minutes\n\nPresent: Mr A Reed\n\n**1. Declarations of Interest**\n\nThe Council NOTED "
                          "the following declarations:-\n\n- Item 4 - Mr A Reed\n\n**2. Ropes**\n\nNone.\n")
                          .papers.at(0);
  EXPECT_EQ(passages_of(item_of(paper, "1"), PassageKind::resolution), 1U);
  EXPECT_EQ(passages_of(item_of(paper, "1"), PassageKind::declaration), 1U);
}

TEST(DecisionWords, Outcomes) {
  EXPECT_EQ(outcome_of("That the purchases approved in May be noted.", Outcome::none), Outcome::noted);
  EXPECT_EQ(outcome_of("That approval be given to the plan.", Outcome::none), Outcome::approved);
  EXPECT_EQ(outcome_of("that planning permission be granted", Outcome::none), Outcome::approved);
  EXPECT_EQ(outcome_of("that the plan be not approved", Outcome::none), Outcome::lost);
  EXPECT_EQ(outcome_of("that the plan not be adopted", Outcome::none), Outcome::lost);
  EXPECT_EQ(outcome_of("That approval be given to the quay not adopted so far.", Outcome::none), Outcome::approved);
}

TEST(LooseItems, NumbersOfListsAreItems) {
  struct Row {
    std::string body;
    std::vector<std::string> numbers;
    std::string first_title;
  };
  for (const Row& row : std::vector<Row>{
           {"1) Apologies: Cllr B Holt.\n\n2) Minutes \xE2\x80\x93 it was RESOLVED unanimously to sign them.\n\n3) "
            "Ropes "
            "\xE2\x80\x93 they were looked at.\n",
            {"1", "2", "3"},
            "Apologies"},
           {"20. To accept apologies.\n\nCllr B Holt.\n\n21. To hear of ropes.\n\nNothing was said.\n\n22. To "
            "close.\n\nIt "
            "closed.\n",
            {"20", "21", "22"},
            "To accept apologies."},
           {"(a) Appointment of Chairman\n\nA Reed was elected.\n\n(b) Declarations\n\nNone.\n\n(c) Ropes Act - "
            "Application\n\nIt was heard.\n",
            {"(a)", "(b)", "(c)"},
            "Appointment of Chairman"},
           {"The ropes were of three kinds.\n\n(a) Long\n\n(b) Short\n\n(c) Wet\n\n(d) Dry\n", {}, ""},
       }) {
    const Paper paper = read_text(head + row.body).papers.at(0);
    ASSERT_EQ(paper.kind, PaperKind::minutes);
    EXPECT_EQ(paper.date, (schema::Date{2019, 4, 23}));
    std::vector<std::string> numbers;
    for (const schema::Item& item : paper.items) {
      if (!item.number.empty()) numbers.push_back(item.number);
    }
    EXPECT_EQ(numbers, row.numbers) << row.body;
    EXPECT_EQ(numbers.empty() ? "" : item_of(paper, numbers[0]).title, row.first_title);
  }
}

TEST(LooseItems, ApologiesBehindATitle) {
  const Paper paper =
      read_text(head + "1) Apologies: Cllr B Holt.\n\n2) Ropes: they were bought.\n\n3) Buoys: none.\n").papers.at(0);
  ASSERT_EQ(paper.people.size(), 2U);
  EXPECT_EQ(paper.people[1].attendance, schema::Attendance::apologies);
}

TEST(People, AnItemThatCallsTheRoll) {
  const Paper paper =
      read_text(
          "Minutes of the meeting of the Quay Panel held on 3 May 2021\n\n**1. Calling of the Roll**\n\nPresent:\nMr A "
          "Reed, Ms B Holt\n\nApologies for absence were intimated by Mr C Betts. Apologies also from the "
          "Clerk.\n\n**2. "
          "Ropes**\n\nNone.\n")
          .papers.at(0);
  ASSERT_EQ(paper.people.size(), 3U);
  EXPECT_EQ(paper.people[0].name, "A Reed");
  EXPECT_EQ(paper.people[2].name, "C Betts");
  EXPECT_EQ(paper.people[2].attendance, schema::Attendance::apologies);
}

TEST(Kinds, MinutesOverThosePresent) {
  const Paper paper = read_text(
                          "Quay Room\n\nThe big table\n\nWest door\n\nUpper floor\n\nRear\n\nMINUTES\n\nPresent: "
                          "Councillor Reed (Chair) and Holt (Group Spokesperson).\n\nAll was well.\n")
                          .papers.at(0);
  EXPECT_EQ(paper.kind, PaperKind::minutes);
}

TEST(LooseItems, ReferencesBelowTitles) {
  const Paper paper = read_text(
                          "QUAY PANEL\n\nWednesday, 25 March 2015\n\nPresent: Councillor "
                          "Reed\n\nAPOLOGIES\n\nQP146/14\n\nThere were none."
                          "\n\nROPES\n\nQP147/14\n\nThey were bought.\n")
                          .papers.at(0);
  EXPECT_EQ(item_of(paper, "QP146/14").title, "APOLOGIES");
  EXPECT_EQ(item_of(paper, "QP147/14").title, "ROPES");
}

TEST(ItemNumbers, PrefixBeforeNumberAndYear) {
  const auto number = item_number("C/160/2017 APOLOGIES");
  ASSERT_TRUE(number.has_value());
  EXPECT_EQ(number->number, "C/160/2017");
  EXPECT_EQ(number->value, 160);
  EXPECT_FALSE(item_number("C/160/17 APOLOGIES").has_value());
  EXPECT_FALSE(item_number("C/160/2017/4 APOLOGIES").has_value());
}

TEST(Addresses, KindsOfPages) {
  struct Row {
    std::string url;
    std::optional<PaperKind> kind;
  };
  for (const Row& row : std::vector<Row>{{"https://d.example/mgAi.aspx?ID=4", PaperKind::other},
                                         {"https://d.example/x/ieDecisionDetails.aspx?AIId=4", PaperKind::decision},
                                         {"https://d.example/mgIssueHistoryHome.aspx?IId=4", PaperKind::forward_plan},
                                         {"https://d.example/ieListDocuments.aspx?MId=4", std::nullopt},
                                         {"https://d.example/page?x=/mgAi.aspx", std::nullopt}})
    EXPECT_EQ(kind_of_page(row.url), row.kind) << row.url;
}

TEST(Council, ItsOwnNameMeansTheWholeCouncil) {
  ExtractedText text = lines_of("The Council met.\n");
  text.facts.committee = "Argent and Vale Council";
  EXPECT_EQ(understand(text, {}, schema::CouncilRegistry::built_in()).papers.at(0).committee_kind, "full_council");
}

}  // namespace
}  // namespace minutebook::indexer
