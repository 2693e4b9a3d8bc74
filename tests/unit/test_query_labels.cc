// Labels in queries, and words met after the matcher was made.
#include <gtest/gtest.h>

#include "tests/unit/matching_fixture.h"

namespace minutebook::schema {
namespace {

TEST_F(Matching, QueriesTakeAnyFormOfALabel) {
  for (const char* text : {"ehcps", "EHCP's", "EHCP", "Ehcp", "ehcp\u2019s"})
    EXPECT_EQ(query(text), Spans{"0+1 ehc-plans"}) << text;
  EXPECT_EQ(query("EHC plans"), Spans{"0+2 ehc-plans"});
  EXPECT_EQ(query("education, health and care plans"), Spans{"0+5 ehc-plans"});
  EXPECT_EQ(query("has anyone reviewed send strategy"), Spans{"3+1 send"}) << "a hint stays words";
  EXPECT_EQ(query("damp and mould"), Spans{"0+3 damp-and-mould"});
  EXPECT_EQ(query("placement stability"), Spans{});
  EXPECT_EQ(query("EHCP timeliness"), Spans{"0+2 ehcp-timeliness"});
  EXPECT_EQ(query("lateness of EHCPs"), Spans{"0+3 ehcp-timeliness"});
  EXPECT_EQ(query("second homes"), Spans{});
  EXPECT_EQ(query("timeliness of EHCPs in care"), Spans{"0+3 ehcp-timeliness"});
  EXPECT_EQ(query("care leavers and ehcps"), (Spans{"0+2 care-leavers", "3+1 ehc-plans"}));
}

TEST_F(Matching, LowerCaseAcronymsInQueriesFollowTheVocabulary) {
  EXPECT_EQ(query("send"), Spans{"0+1 send"});
  EXPECT_EQ(query("SEND"), Spans{"0+1 send"});
  EXPECT_EQ(query("bid"), Spans{});
  EXPECT_EQ(query("BID"), Spans{"0+1 business-improvement-districts"});
  EXPECT_EQ(query("salt"), Spans{});
  EXPECT_EQ(query("lac"), Spans{"0+1 looked-after-children?"});
  EXPECT_EQ(query("pa"), Spans{});
  EXPECT_EQ(query("PA"), Spans{"0+1 persistent-absence personal-advisers planning-applications?"});
  EXPECT_EQ(query("parks"), Spans{}) << "weak labels stay words";
}

TEST_F(Matching, WordsMetAfterTheMatcherWasMadeAreKnown) {
  EXPECT_EQ(concepts("fostering"), Ids{"fostering"});
  for (int i = 0; i < 1000; ++i) lexicon_.id_of("word" + std::to_string(i));
  EXPECT_EQ(concepts("Care-Leavers"), Ids{"care-leavers"});
  EXPECT_EQ(match({}).size(), 0U);
  EXPECT_TRUE(match_one("").empty());
}

}  // namespace
}  // namespace minutebook::schema
