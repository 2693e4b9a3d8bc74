// What papers themselves say about words: acronyms, hyphens, words written as one. Removed papers say nothing.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "tests/unit/word_index.h"

namespace minutebook::query {
namespace {

using testing_support::WordIndex;

const std::vector<std::string>& lantern_papers() {
  static const std::vector<std::string> texts = {
      "The Lantern Repair Tool (LRT) was shown to members.",
      "Training on the LRT was well attended.",
      "A lantern repair tool is wanted in every library.",
      "Each lantern needs repair; the tool is lost.",
      "Museums were discussed.",
  };
  return texts;
}

TEST(MinedInQueries, AcronymFindsItsLongFormAndSaysSo) {
  WordIndex index(lantern_papers());
  const Answer answer = index.ask("LRT");
  EXPECT_EQ(answer.totals.items, 3U);
  ASSERT_EQ(answer.interpreted.expansions.size(), 1U);
  const ShownExpansion& added = answer.interpreted.expansions[0];
  EXPECT_TRUE(added.mined && added.applied);
  EXPECT_EQ(added.of, "LRT");
  EXPECT_EQ(added.to, std::vector<std::string>{"Lantern Repair Tool"});
  EXPECT_EQ(added.papers, 1U);
  EXPECT_EQ(added.items, 1U) << "the item that has the long form and not the acronym";
}

TEST(MinedInQueries, LongFormFindsItsAcronym) {
  WordIndex index(lantern_papers());
  EXPECT_EQ(index.items("lantern repair tool", {.expand = false}), 3U);
  const Answer answer = index.ask("lantern repair tools");
  EXPECT_EQ(answer.totals.items, 4U);
  ASSERT_EQ(answer.interpreted.expansions.size(), 1U);
  EXPECT_EQ(answer.interpreted.expansions[0].to, std::vector<std::string>{"LRT"});
  EXPECT_EQ(answer.interpreted.expansions[0].items, 1U);
}

TEST(MinedInQueries, AcronymsAndTheirPluralsAreOneWord) {
  WordIndex index({"The LRT was lent.", "Two LRTs were lent.", "The LRT's handle broke.", "A lantern."});
  for (const char* typed : {"LRT", "LRTs", "LRT's"}) EXPECT_EQ(index.items(typed), 3U) << typed;
}

const std::vector<std::string>& levy_papers() {
  static const std::vector<std::string> texts = {"The Local Ember Vault Initiative (LEVI) began.",
                                                 "LEVI pays for embers.",
                                                 "LEVI EMBERS AND VAULTS",
                                                 "The levy was levied on lamps.",
                                                 "Mr Levi spoke of lamps.",
                                                 "A local ember vault initiative.",
                                                 "Two LEVIs were lent."};
  return texts;
}

TEST(MinedInQueries, InCapitalsItIsTheAcronymAndNoFormOfAWord) {
  WordIndex index(levy_papers(), 2);
  const Answer answer = index.ask("LEVI");
  EXPECT_EQ(answer.totals.items, 5U) << "with the long form and a heading in capitals, without levies and Mr Levi";
  ASSERT_EQ(answer.interpreted.expansions.size(), 1U);
  EXPECT_EQ(answer.interpreted.expansions[0].to.front(), "Local Ember Vault Initiative");
  EXPECT_EQ(answer.interpreted.expansions[0].items, 1U);
  ASSERT_EQ(answer.interpreted.notes.size(), 1U);
  EXPECT_EQ(answer.interpreted.notes[0], "LEVI: the acronym in capitals, not forms of a word");
  for (const char* typed : {"LEVIs", "LEVI's", "(LEVI OR quorn)", "embers LEVI OR LEVI", "LEVI PARA LEVI"})
    EXPECT_EQ(index.items(typed), 5U) << typed;
  EXPECT_EQ(index.items("LEVI", {.expand = false}), 4U);
  EXPECT_EQ(index.items("LEVI", {.only = true}), 4U);
  EXPECT_EQ(index.items("local ember vault initiative"), 5U) << "the acronym that the papers give it is the same";
}

TEST(MinedInQueries, InSmallLettersItIsAWord) {
  WordIndex index(levy_papers());
  EXPECT_EQ(index.items("levi"), 6U) << "in any form: levy, Levi, LEVI";
  EXPECT_EQ(index.items("LEVY"), 6U) << "nobody explains LEVY";
}

TEST(MinedInQueries, WhereAllIsTypedInCapitalsTheyTellNothing) {
  WordIndex index(levy_papers());
  EXPECT_EQ(index.items("LEVI LAMPS"), 2U) << "levies and Mr Levi";
  EXPECT_EQ(index.items("LEVI lamps"), 0U);
}

TEST(MinedInQueries, CanBeSwitchedOff) {
  WordIndex index(lantern_papers());
  EXPECT_EQ(index.items("LRT", {.expand = false}), 2U);
  EXPECT_EQ(index.items("LRT", {.only = true}), 2U);
  EXPECT_EQ(index.items("LRT", {.without = {"lantern repair tool"}}), 2U);
  EXPECT_EQ(index.items("lantern repair tool", {.without = {"LRT"}}), 3U);
  EXPECT_EQ(index.items("\"LRT\""), 2U);
  EXPECT_EQ(index.items("=LRT"), 2U);
}

TEST(MinedInQueries, MeaningsThatDifferAreShownAndNoneIsAdded) {
  std::vector<std::string> texts = lantern_papers();
  texts.push_back("The Library Review Team (LRT) met.");
  texts.push_back("The library review team reported.");
  WordIndex index(texts);
  const Answer answer = index.ask("LRT");
  EXPECT_EQ(answer.totals.items, 3U);
  ASSERT_EQ(answer.interpreted.expansions.size(), 2U);
  for (const ShownExpansion& one : answer.interpreted.expansions) {
    EXPECT_FALSE(one.applied);
    EXPECT_EQ(one.items, 1U);
  }
  EXPECT_EQ(index.items("lantern repair tool"), 3U) << "the acronym may mean something else";
  EXPECT_EQ(index.items("LRT", {.without = {"Library Review Team"}}), 4U) << "with one ruled out the other counts";
}

TEST(MinedInQueries, VocabularyBeatsPapers) {
  WordIndex index({"The Extra Heavy Candle Plan (EHCP) was lit.", "The extra heavy candle plan again."});
  for (const ShownExpansion& one : index.ask("EHCP").interpreted.expansions) EXPECT_FALSE(one.mined);
}

TEST(MinedInQueries, RemovedPapersSayNothing) {
  for (const std::size_t shards : {1U, 2U}) {
    WordIndex index(lantern_papers(), shards);
    index.remove(0);
    EXPECT_TRUE(index.ask("LRT").interpreted.expansions.empty());
    EXPECT_EQ(index.items("LRT"), 1U);
    EXPECT_TRUE(index.index().words().long_forms("lantern repair").empty());
  }
}

TEST(MinedInQueries, NothingOfARemovedPaperStaysInARewrittenShard) {
  WordIndex index({"The Zebra Lantern Tool (ZLT) was shown.", "Museums.", "Libraries."});
  const auto holds_zebra = [&] {
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(index.folder())) {
      if (!entry.is_regular_file()) continue;
      std::ifstream in(entry.path(), std::ios::binary);
      const std::string bytes{std::istreambuf_iterator<char>(in), {}};
      files += bytes.find("ZLT/Zebra") != std::string::npos ? 1U : 0U;
    }
    return files > 0;
  };
  EXPECT_TRUE(holds_zebra()) << "the definition is a term";
  index.remove(0);
  index.remove(1);  // the generation before keeps its shards
  EXPECT_FALSE(holds_zebra());
}

TEST(WhoIsNamed, InTheFieldsOfAFrontSheet) {
  WordIndex index({"Report of: Hilary Brooks Director of Lanterns",
                   "Contact officer: R. Tindall, Property Services Manager", "Author: Mary J. Quill, Lamps",
                   "Report by: Head of Housing (V. Saltmarsh)", "Author: Finance",
                   "The author Sam Lamp wrote about wicks.", "REPORT OF HOUSING ALLOCATIONS",
                   "Lead officer Cllr Ann Wick", "Prepared by J B Ember for the committee"});
  for (const char* name : {"Brooks", "hilary", "Tindall", "quill", "Mary", "Wick", "Ember"})
    EXPECT_EQ(index.items("who:" + std::string(name)), 1U) << name;
  for (const char* word :
       {"Director", "Property", "Lamps", "Head", "Finance", "Lamp", "Housing", "Allocations", "officer"})
    EXPECT_EQ(index.items("who:" + std::string(word)), 0U) << word;
  EXPECT_EQ(index.items("who:\"Hilary Brooks\""), 1U);
  EXPECT_EQ(index.items("who:\"R Tindall\""), 1U);
}

struct Same {
  const char* a;
  const char* b;
};

class SameItems : public testing::TestWithParam<Same> {};

TEST_P(SameItems, HoweverItIsWritten) {
  WordIndex index({"The call-in was heard.",
                   "The decision was called in by members.",
                   "A call in of the decision.",
                   "A phone call; nobody was in.",
                   "Multi-agency work began.",
                   "Multi agency training.",
                   "Multiagency teams met.",
                   "Agency staff and multi-storey parking.",
                   "Home-to-school travel.",
                   "From home to school by bus.",
                   "School was near home.",
                   "The head teacher spoke.",
                   "The headteacher spoke.",
                   "Children's homes.",
                   "The childrens home.",
                   "Children’s homes",
                   "Reviews of policies.",
                   "The review of a policy.",
                   "Drop-in sessions.",
                   "Come and drop in.",
                   "Attendance will drop because nobody came in."});
  const Answer a = index.ask(GetParam().a);
  const Answer b = index.ask(GetParam().b);
  EXPECT_GT(a.totals.items, 0U);
  EXPECT_EQ(a.totals.items, b.totals.items);
  EXPECT_EQ(a.totals.mentions, b.totals.mentions);
}

INSTANTIATE_TEST_SUITE_P(CrossChecks, SameItems,
                         testing::Values(Same{"call-in", "call in"}, Same{"call-in", "callin"},
                                         Same{"call-in", "called-in"}, Same{"call-in", "Call-Ins"},
                                         Same{"multi-agency", "multi agency"}, Same{"multi-agency", "multiagency"},
                                         Same{"home-to-school", "home to school"},
                                         Same{"home-to-school", "hometoschool"}, Same{"drop-in", "drop in"},
                                         Same{"drop-in", "dropin"}, Same{"children's homes", "childrens home"},
                                         Same{"children’s homes", "children's homes"},
                                         Same{"review policy", "reviews policies"}));

TEST(SideBySide, TrapsAreAvoided) {
  WordIndex index({"The call-in was heard.", "A phone call; nobody was in.", "Multi-agency work.",
                   "Agency staff and multi-storey parking.", "School was near home.", "Home-to-school travel."});
  EXPECT_EQ(index.items("call in"), 1U);
  EXPECT_EQ(index.items("multi agency"), 1U);
  EXPECT_EQ(index.items("home to school"), 1U);
  EXPECT_EQ(index.items("agency staff"), 1U);
}

TEST(SideBySide, LabelsTellWhichWordsBelongTogetherToo) {
  WordIndex index({"From home to school by bus.", "School was near home; it went to them."});
  EXPECT_EQ(index.items("home to school"), 1U);
  EXPECT_EQ(index.items("school to home"), 2U);
}

TEST(SideBySide, APairIsAlsoFoundJoined) {
  WordIndex index({"The head teacher spoke.", "The headteacher spoke.", "The teacher shook her head."});
  const Answer answer = index.ask("head teacher");
  EXPECT_EQ(answer.totals.items, 3U);
  EXPECT_EQ(answer.interpreted.notes, std::vector<std::string>{"head teacher: also written \"headteacher\""});
  EXPECT_EQ(index.items("head teacher", {.expand = false}), 2U);
}

TEST(SideBySide, OnlyWherePapersUseHyphens) {
  WordIndex index({"A drop of wax came in.", "Come and drop in."});
  EXPECT_EQ(index.items("drop in"), 2U) << "nothing says that the words belong together";
}

}  // namespace
}  // namespace minutebook::query
