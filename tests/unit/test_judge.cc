// What puts one item before another, rule by rule; papers are indexed in the order that the rule has to turn round.
#include <gtest/gtest.h>

#include "tests/unit/shelf.h"

namespace minutebook {
namespace {

using namespace testing_support;
using schema::PaperKind;
using schema::PassageKind;

/// Two papers of one item each, "a" and "b".
std::string order_of_two(const std::string& query, schema::Item a, schema::Item b) {
  Shelf shelf;
  shelf.add("a", {std::move(a)});
  shelf.add("b", {std::move(b)});
  shelf.publish();
  return shelf.order(query);
}

TEST(Judge, ATitleThatNamesTheSubjectComesFirst) {
  const std::string body = filler(50) + " buses " + filler(50);
  EXPECT_EQ(order_of_two("buses", item_of("Other", {passage_of(body)}), item_of("Buses", {passage_of(filler(101))})),
            "b.1 a.1");
}

TEST(Judge, OnePassageWithAllWordsComesBeforeScatteredOnes) {
  EXPECT_EQ(
      order_of_two("buses fares", item_of("", {passage_of("Buses " + filler(30)), passage_of("Fares " + filler(30))}),
                   item_of("", {passage_of("Buses, fares " + filler(30)), passage_of(filler(30))})),
      "b.1 a.1");
}

TEST(Judge, WordsCloseTogetherComeBeforeWordsFarApart) {
  EXPECT_EQ(order_of_two("buses fares", item_of("", {passage_of("Buses " + filler(40) + " fares")}),
                         item_of("", {passage_of(filler(40) + " buses fares")})),
            "b.1 a.1");
}

TEST(Judge, DecisionsComeBeforeProseAndProseBeforeRowsAndLists) {
  Shelf shelf;
  const auto item = [](PassageKind kind) {
    return item_of("", {passage_of("Buses " + filler(20), kind), passage_of(filler(60))});
  };
  shelf.add("boilerplate", {item(PassageKind::boilerplate)});
  shelf.add("row", {item(PassageKind::table_row)});
  shelf.add("prose", {item(PassageKind::text)});
  shelf.add("decision", {item(PassageKind::resolution)});
  shelf.publish();
  EXPECT_EQ(shelf.order("buses"), "decision.1 prose.1 row.1 boilerplate.1");
}

TEST(Judge, AnEntryOfAListComesAfterWhatItAnnounces) {
  Shelf shelf;
  shelf.add("agenda", {item_of("Buses", {})}, PaperKind::agenda);
  shelf.add("minutes", {item_of("Buses", {passage_of(filler(80))})});
  shelf.publish();
  EXPECT_EQ(shelf.order("buses"), "minutes.1 agenda.1");
}

TEST(Judge, APlanComesAfterAReportThatSaysTheSame) {
  Shelf shelf;
  shelf.add("plan", {item_of("", {passage_of("Buses " + filler(60))})}, PaperKind::work_programme);
  shelf.add("report", {item_of("", {passage_of("Buses " + filler(60))})}, PaperKind::report);
  shelf.publish();
  EXPECT_EQ(shelf.order("buses"), "report.1 plan.1");
}

TEST(Judge, APaperAboutTheSubjectComesBeforeAMentionInPassing) {
  Shelf shelf;
  const schema::Item mention = item_of("", {passage_of("Buses " + filler(60))});
  const schema::Item other = item_of("", {passage_of(filler(61))});
  shelf.add("passing", {other, mention, other}, PaperKind::minutes, "pack");
  shelf.add("about", {item_of("", {passage_of("Buses")}), mention, mention}, PaperKind::minutes, "pack");
  shelf.publish();
  EXPECT_EQ(shelf.order("buses"), "about.2 about.3 passing.2 about.1");
}

/// The paper's first line, then prose that names the subject as often in either.
std::string order_of_first_lines(const std::string& a, const std::string& b, PaperKind kind) {
  Shelf shelf;
  const auto item = [](const std::string& line) {
    return item_of("", {passage_of(line), passage_of("Gyratory " + filler(60))});
  };
  shelf.add("a", {item(a)}, kind);
  shelf.add("b", {item(b)}, kind);
  shelf.publish();
  return shelf.order("buses gyratory");
}

TEST(Judge, TheFirstLineOfAPaperWithoutHeadingIsItsTitle) {
  const std::string line = "Buses " + filler(5);
  const std::string long_line = "Buses " + filler(25);
  EXPECT_EQ(order_of_first_lines(long_line, line, PaperKind::presentation), "b.1 a.1");
  EXPECT_EQ(order_of_first_lines(long_line, line, PaperKind::report), "b.1 a.1");
  Shelf shelf;
  const schema::Item minutes = item_of("", {passage_of(line), passage_of(filler(60))});
  shelf.add("minutes", {minutes});
  shelf.add("slides", {minutes}, PaperKind::presentation);
  shelf.publish();
  EXPECT_EQ(shelf.order("buses"), "slides.1 minutes.1") << "minutes begin with the name of their committee";
}

/// Four papers of one item in one file, and others that are worth nearly as much, or much less.
void fill_pack(Shelf& shelf) {
  for (const char* name : {"p1", "p2", "p3", "p4"})
    shelf.add(name, {item_of("Buses", {passage_of("Buses " + filler(60))})}, PaperKind::minutes, "pack");
}

void add_files(Shelf& shelf, const schema::Item& item) {
  for (const char* name : {"b", "c", "d"}) shelf.add(name, {item});
}

TEST(Judge, TheFirstThreeAreOfDifferentFilesWhereOthersAreNearlyAsGood) {
  Shelf shelf;
  fill_pack(shelf);
  add_files(shelf, item_of("Buses", {passage_of("Buses " + filler(20))}));
  shelf.publish();
  query::SearchOptions options;
  options.explain = true;
  const query::Answer answer = shelf.answer("buses", options);
  EXPECT_EQ(Shelf::order_of(answer), "p1.1 b.1 c.1 p2.1 p3.1 p4.1 d.1") << "below the third row files play no part";
  ASSERT_EQ(answer.results.size(), 7U);
  EXPECT_EQ(answer.results[3].score, answer.results[2].score) << "no score is above that of the row before";
  EXPECT_NE(answer.explained[answer.explained.size() - 4].find(": another file was put first)"), std::string::npos);
}

TEST(Judge, FilesThatHaveMuchLessToSayComeBelow) {
  Shelf shelf;
  fill_pack(shelf);
  add_files(shelf, item_of("", {passage_of("Buses", PassageKind::boilerplate)}));
  shelf.publish();
  EXPECT_EQ(shelf.order("buses"), "p1.1 p2.1 p3.1 p4.1 b.1 c.1 d.1");
}

TEST(Judge, AskedForReviewsAReviewComesFirst) {
  const std::string plain = "has anyone reviewed buses before";
  EXPECT_EQ(order_of_two(plain, item_of("", {passage_of("Buses " + filler(60))}),
                         item_of("", {passage_of("Buses, a review " + filler(58))})),
            "b.1 a.1");
  EXPECT_EQ(order_of_two("buses", item_of("", {passage_of("Buses " + filler(60))}),
                         item_of("", {passage_of("Buses, a review " + filler(62))})),
            "a.1 b.1")
      << "without the question the shorter one";
}

TEST(Judge, InTierSomeRareWordsCountMore) {
  Shelf shelf;
  for (int i = 0; i < 9; ++i) shelf.add("common" + std::to_string(i), {item_of("", {passage_of("Buses here")})});
  shelf.add("rare", {item_of("", {passage_of("Gyratory here")})});
  shelf.publish();
  query::SearchOptions options;
  options.limit = 2;
  EXPECT_EQ(shelf.order("buses gyratory", options).substr(0, 8), "| rare.1");
}

TEST(Judge, WhatItsPaperSaysSpeaksForAnItemThatSaysTheRest) {
  Shelf shelf;
  const schema::Item cost = item_of("", {passage_of("Overspend " + filler(60))});
  const schema::Item other = item_of("", {passage_of(filler(61))});
  shelf.add("elsewhere", {other, cost});
  shelf.add("buses", {item_of("", {passage_of("Buses " + filler(60))}), cost});
  shelf.publish();
  EXPECT_EQ(shelf.order("buses overspend"), "| buses.1 buses.2 elsewhere.2");
}

TEST(Judge, OfALabelThatIsNotThereItsWordsCount) {
  Shelf shelf;
  shelf.add("words", {item_of("", {passage_of("Needs that are special, and " + filler(40))})});
  shelf.add("word", {item_of("", {passage_of("Special " + filler(40))})});
  shelf.add("nothing", {item_of("", {passage_of(filler(40))})});
  shelf.publish();
  const query::Answer answer = shelf.answer("special educational needs");
  EXPECT_EQ(Shelf::order_of(answer), "| words.1 word.1");
  EXPECT_EQ(answer.totals.some, 2U);
  ASSERT_EQ(answer.results.size(), 2U);
  ASSERT_EQ(answer.results[0].mentions.size(), 1U);
  std::string lit;
  for (const query::Run& run : answer.results[0].mentions[0].runs) lit += run.highlight ? run.text + ";" : "";
  EXPECT_EQ(lit, "Needs;special;");
}

TEST(Judge, AnItemWithTheLabelComesBeforeItsWords) {
  EXPECT_EQ(order_of_two("special educational needs buses",
                         item_of("", {passage_of("Needs that are special, educational ones " + filler(40))}),
                         item_of("", {passage_of("Special educational needs " + filler(40))})),
            "| b.1 a.1");
}

TEST(Judge, OneWordHasNoTierSome) {
  Shelf shelf;
  shelf.add("a", {item_of("", {passage_of("Buses")})});
  shelf.publish();
  EXPECT_EQ(shelf.answer("ehcp").totals.some, 0U);
}

TEST(Judge, ExplainSaysWhyARowStandsWhereItDoes) {
  Shelf shelf;
  shelf.add("a", {item_of("Buses", {passage_of(filler(60))})});
  shelf.publish();
  query::SearchOptions options;
  options.explain = true;
  const query::Answer answer = shelf.answer("buses", options);
  const std::string& line = answer.explained.back();
  EXPECT_NE(line.find("1. " + answer.results[0].id), std::string::npos) << line;
  for (const char* merit : {"words ", "title 1.200", "length 0.880", "kind of paper 0.500"})
    EXPECT_NE(line.find(merit), std::string::npos) << line;
}

/// Three hundred items on one subject, more than are judged.
void fill(Shelf& shelf) {
  RandomPapers random(11);
  for (int i = 0; i < 150; ++i) {
    const auto text = [&] {
      return filler(random.below(60)) + " buses " + filler(random.below(9)) + (random.some(3) ? " fares" : "");
    };
    shelf.add("p" + std::to_string(i),
              {item_of(random.some(4) ? "Buses" : "Other", {passage_of(text())}),
               item_of("", {passage_of(text()), passage_of(text())})},
              static_cast<PaperKind>(random.below(schema::paper_kind_count)));
  }
}

TEST(Judge, TheOrderIsTheSameForOneShardAndFourAndForAllAtOnce) {
  Shelf one;
  Shelf four;
  fill(one);
  fill(four);
  one.publish(1);
  four.publish(4);
  for (const query::GroupBy group : {query::GroupBy::item, query::GroupBy::paper, query::GroupBy::meeting}) {
    for (const char* query : {"buses", "buses fares", "has anyone reviewed buses"}) {
      query::SearchOptions options;
      options.limit = 1000;
      options.group = group;
      options.strict = true;
      const std::string whole = one.order(query, options);
      EXPECT_EQ(whole, four.order(query, options));
      options.everything = true;
      EXPECT_EQ(whole, one.order(query, options));
      options.everything = false;
      options.limit = 13;
      std::string pages;
      do {
        const query::Answer page = four.answer(query, options);
        pages += (pages.empty() ? "" : " ") + Shelf::order_of(page);
        options.cursor = page.next;
      } while (!options.cursor.empty());
      EXPECT_EQ(pages, whole) << query;
    }
  }
}

TEST(Judge, ScoresFallFromRowToRowInTierAll) {
  Shelf shelf;
  fill(shelf);
  shelf.publish(2);
  query::SearchOptions options;
  options.everything = true;
  double before = 1e9;
  for (const query::Result& row : shelf.answer("buses", options).results) {
    EXPECT_LE(row.score, before);
    before = row.score;
  }
}

}  // namespace
}  // namespace minutebook
