// Words in lists of who was there and in standing text: found, but late; left out on request.
#include <gtest/gtest.h>

#include "schema/error.h"
#include "tests/unit/shelf.h"

namespace minutebook {
namespace {

using namespace testing_support;
using schema::PassageKind;

class Boilerplate : public ::testing::Test {
 protected:
  Boilerplate() {
    shelf_.add("present", {item_of("", {passage_of("Head of Home Schools, Norma Quill", PassageKind::attendance)})});
    shelf_.add("standing", {item_of("", {passage_of("Background papers: home schools", PassageKind::boilerplate)})});
    shelf_.add("capitals", {item_of("", {passage_of("Officer for EHCP", PassageKind::attendance)})});
    shelf_.add("said", {item_of("", {passage_of("Home schools were spoken of, and Norma Quill by name.")})});
    shelf_.publish();
  }

  Shelf shelf_;
};

struct Case {
  const char* query;
  std::uint64_t included;
  std::uint64_t excluded;
};

TEST_F(Boilerplate, IsFoundByDefaultAndLeftOutOnRequest) {
  for (const Case& one : {
           Case{"home schools", 3, 1},                          // a label: tagged in prose, as typed in lists
           Case{"EHCP", 1, 0}, Case{"ehcp", 1, 0},              // an acronym of one meaning in any case
           Case{"norma", 2, 1},                                 // a word
           Case{"norma NEAR quill", 2, 1},                      // an operator
           Case{"\"norma quill\" OR background", 3, 1},         // alternatives, each by itself
           Case{"background -norma", 1, 0},                     // negations
           Case{"spoken -background", 1, 1},                    //
           Case{"in:attendance norma", 1, 1},                   // what names its own place stays
           Case{"kind:minutes", 4, 4}, Case{"who:norma", 1, 1}  // filters and people
       }) {
    EXPECT_EQ(shelf_.answer(one.query).totals.items, one.included) << one.query;
    EXPECT_EQ(shelf_.answer(one.query, {}, false).totals.items, one.excluded) << one.query;
  }
}

TEST_F(Boilerplate, ComesLast) {
  EXPECT_EQ(shelf_.order("home schools").substr(0, 6), "said.1");
  EXPECT_EQ(shelf_.order("norma"), "said.1 present.1");
}

TEST_F(Boilerplate, TheAnswerSaysThatItIsLeftOut) {
  const query::Answer answer = shelf_.answer("norma", {}, false);
  ASSERT_EQ(answer.interpreted.notes.size(), 1U);
  EXPECT_NE(answer.interpreted.notes[0].find("standing text do not count"), std::string::npos);
}

TEST_F(Boilerplate, ACursorFitsOnlyTheSameChoice) {
  query::SearchOptions options;
  options.limit = 1;
  options.cursor = shelf_.answer("norma", options).next;
  ASSERT_FALSE(options.cursor.empty());
  EXPECT_THROW(shelf_.answer("norma", options, false), schema::Error);
}

TEST_F(Boilerplate, MentionsAgreeWithCountsEitherWay) {
  for (const bool boilerplate : {true, false}) {
    query::SearchOptions options;
    options.everything = options.mention_rows = options.count_mentions = true;
    const query::Answer answer = shelf_.answer("home schools", options, boilerplate);
    std::size_t rows = 0;
    for (const query::Result& row : answer.results) rows += row.mentions.size();
    EXPECT_EQ(rows, boilerplate ? 3U : 1U);
    EXPECT_EQ(answer.totals.mentions, rows);
  }
}

TEST(Mentions, ProseIsShownBeforeRowsAndLists) {
  Shelf shelf;
  shelf.add("a", {item_of("", {passage_of("Buses, standing", PassageKind::boilerplate),
                               passage_of("Buses in a row", PassageKind::table_row), passage_of("Buses in prose")})});
  shelf.publish();
  std::string kinds;
  const query::Answer answer = shelf.answer("buses");
  for (const query::Mention& mention : answer.results.at(0).mentions)
    kinds += std::string(schema::name_of(mention.kind)) + " ";
  EXPECT_EQ(kinds, "text table-row boilerplate ");
}

}  // namespace
}  // namespace minutebook
