// Words that papers spell in two ways: found together, shown and switched off; and words that only look so.
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis.h"
#include "schema/spelling.h"
#include "tests/unit/word_index.h"

namespace minutebook::query {
namespace {

using testing_support::WordIndex;
using Words = std::vector<std::string>;

struct Spelt {
  std::string_view word;
  Words others;
};

class OtherSpellings : public testing::TestWithParam<Spelt> {};

TEST_P(OtherSpellings, OfAWord) {
  EXPECT_EQ(schema::other_spellings(GetParam().word), GetParam().others);
}

INSTANTIATE_TEST_SUITE_P(
    Spelling, OtherSpellings,
    testing::Values(Spelt{"judgement", {"judgment"}}, Spelt{"judgments", {"judgements"}},
                    Spelt{"acknowledgements", {"acknowledgments"}}, Spelt{"organisation", {"organization"}},
                    Spelt{"organizational", {"organisational"}}, Spelt{"prioritise", {"prioritize"}},
                    Spelt{"prioritizing", {"prioritising"}}, Spelt{"recognisable", {"recognizable"}},
                    Spelt{"analysed", {"analyzed"}}, Spelt{"analyze", {"analyse"}}, Spelt{"programme", {"program"}},
                    Spelt{"programs", {"programmes"}}, Spelt{"programmed", {"program"}}, Spelt{"disc", {"disk"}},
                    Spelt{"licence", {"license"}}, Spelt{"licensed", {"licence"}},
                    Spelt{"practising", {"practice", "practizing"}}, Spelt{"advisers", {"advisors"}},
                    Spelt{"centres", {"centers"}}, Spelt{"centered", {"centred"}}, Spelt{"behavioural", {"behavioral"}},
                    Spelt{"neighborhoods", {"neighbourhoods"}}, Spelt{"labour", {"labor"}},
                    Spelt{"focused", {"focussed"}}, Spelt{"paediatrician", {"pediatrician"}},
                    // The same letters, another word.
                    Spelt{"size", {}}, Spelt{"sized", {}}, Spelt{"prize", {}}, Spelt{"seize", {}}, Spelt{"wise", {}},
                    Spelt{"rise", {}}, Spelt{"advise", {}}, Spelt{"devise", {}}, Spelt{"revised", {}},
                    Spelt{"noise", {}}, Spelt{"citizen", {}}, Spelt{"horizon", {}}, Spelt{"specialist", {}},
                    Spelt{"basis", {}}, Spelt{"enquiry", {}}, Spelt{"inquiry", {}}, Spelt{"metre", {}},
                    Spelt{"meter", {}}, Spelt{"mould", {}}, Spelt{"grey", {}}, Spelt{"tyre", {}}, Spelt{"four", {}},
                    Spelt{"hour", {}}, Spelt{"discuss", {}}, Spelt{"licensing", {}}, Spelt{"practical", {}},
                    Spelt{"advised", {}}, Spelt{"central", {}}, Spelt{"2019/20", {}}, Spelt{"cafés", {}},
                    Spelt{"", {}}));

TEST(Spelling, GoesBothWays) {
  for (const std::string_view word : {"organisation", "judgement", "programme", "centre", "analyse", "labour"}) {
    const Words others = schema::other_spellings(word);
    ASSERT_EQ(others.size(), 1U) << word;
    EXPECT_EQ(schema::other_spellings(others.front()), Words{std::string(word)});
  }
}

struct Stemmed {
  std::string_view word;
  std::string_view stem;
};

class SpeltStems : public testing::TestWithParam<Stemmed> {};

TEST_P(SpeltStems, AreThoseOfTheWord) {
  schema::Lexicon lexicon;
  EXPECT_EQ(lexicon.word(lexicon.id_of(GetParam().word)).stem, GetParam().stem);
}

INSTANTIATE_TEST_SUITE_P(Spelling, SpeltStems,
                         testing::Values(Stemmed{"organ", "organ"}, Stemmed{"organs", "organ"},
                                         Stemmed{"organization", "organiz"}, Stemmed{"organizations", "organiz"},
                                         Stemmed{"organizer", "organiz"}, Stemmed{"organise", "organis"},
                                         Stemmed{"organisation", "organis"}, Stemmed{"advised", "advis"},
                                         Stemmed{"adviser", "adviser"}, Stemmed{"advisers'", "adviser"},
                                         Stemmed{"learnt", "learn"}, Stemmed{"learned", "learn"}));

const Words& papers() {
  static const Words texts = {
      "The judgement was published.",
      "Inspectors gave their judgments.",
      "A new organisation was set up.",
      "Other organizations were heard.",
      "An organ was restored.",
      "The programme was agreed.",
      "A fast-track program was wanted.",
      "Lessons were learnt.",
      "The size of the prize was discussed.",
      "The adviser was thanked.",
      "An advisor came.",
      "Officers advised members.",
  };
  return texts;
}

TEST(Spelling, FindsEveryMentionAndSaysSo) {
  WordIndex index(papers());
  for (const char* typed : {"judgement", "judgment", "organisation", "organization", "organisations", "programme",
                            "program", "adviser", "advisors"})
    EXPECT_EQ(index.items(typed), 2U) << typed;
  const Answer answer = index.ask("judgement published OR organisation");
  ASSERT_EQ(answer.interpreted.expansions.size(), 2U);
  const ShownExpansion& added = answer.interpreted.expansions[0];
  EXPECT_TRUE(added.spelling && added.applied && !added.mined);
  EXPECT_EQ(added.of, "judgement");
  EXPECT_EQ(added.to, Words{"judgment"});
  EXPECT_EQ(added.items, 1U) << "the item that has the other spelling alone";
}

TEST(Spelling, IsSwitchedOff) {
  WordIndex index(papers());
  for (const char* typed :
       {"\"judgement\"", "=judgement", "=organizations", "\"program\"", "organisation*", "=adviser"})
    EXPECT_EQ(index.items(typed), 1U) << typed;
  for (const char* typed : {"judgement", "organization", "program", "advisor"}) {
    EXPECT_EQ(index.items(typed, {.expand = false}), 1U) << typed;
    EXPECT_TRUE(index.ask(typed, {.expand = false}).interpreted.expansions.empty()) << typed;
  }
  EXPECT_EQ(index.items("judgement", {.without = {"judgment"}}), 1U);
  EXPECT_EQ(index.items("judgement", {.without = {"judgments"}}), 1U) << "a plural makes no difference";
}

TEST(Spelling, WorksInsideOperators) {
  WordIndex index(papers());
  EXPECT_EQ(index.items("inspectors NEAR/5 judgement"), 1U);
  EXPECT_EQ(index.items("(organisation OR judgment) PARA (heard OR published)"), 2U);
  EXPECT_EQ(index.items("organization -heard"), 1U);
  EXPECT_EQ(index.items("fast-track programme"), 1U);
}

TEST(Spelling, IsNotShownWhereNoPaperHasIt) {
  WordIndex index({"The judgement was published.", "An exercise was held."});
  EXPECT_TRUE(index.ask("judgement").interpreted.expansions.empty());
  EXPECT_TRUE(index.ask("exercise").interpreted.expansions.empty());
  EXPECT_EQ(index.items("judgment"), 1U);
}

TEST(Spelling, LeavesOtherWordsAlone) {
  WordIndex index(papers());
  EXPECT_EQ(index.items("organ"), 1U);
  EXPECT_EQ(index.items("advised"), 1U);
  EXPECT_EQ(index.items("prise"), 0U);
  EXPECT_EQ(index.items("lessons learned"), 1U);
  EXPECT_EQ(index.items("size prize"), 1U);
}

TEST(Spelling, OfAHyphenIsThatOfAllForms) {
  WordIndex index({"Work was co-ordinated.", "Coordination failed.", "The co-operative met.", "Priests were ordained.",
                   "Members cooperate.", "The coop was cleaned."});
  for (const char* typed : {"coordination", "coordinate", "co-ordination", "co-ordinated", "coordinating"})
    EXPECT_EQ(index.items(typed), 2U) << typed;
  EXPECT_EQ(index.items("coop"), 1U) << "a beginning is no form";
  EXPECT_EQ(index.items("coordination", {.expand = false}), 1U);
}

}  // namespace
}  // namespace minutebook::query
