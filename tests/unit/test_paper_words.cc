// What papers themselves say about words: acronyms, hyphens, spelling, labels one by one, completions. Removed papers
// say nothing.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "query/include/minutebook/complete.h"
#include "query/near_words.h"
#include "query/spelling.h"
#include "tests/unit/small_index.h"
#include "tests/unit/word_index.h"

namespace minutebook::query {
namespace {

using testing_support::refusal;
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
  WordIndex index({"The Zebra Lantern Tool (ZLT) was shown.", "Museums."});
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
  EXPECT_FALSE(holds_zebra());
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

INSTANTIATE_TEST_SUITE_P(
    CrossChecks, SameItems,
    testing::Values(Same{"call-in", "call in"}, Same{"call-in", "callin"}, Same{"call-in", "called-in"},
                    Same{"call-in", "Call-Ins"}, Same{"multi-agency", "multi agency"},
                    Same{"multi-agency", "multiagency"}, Same{"home-to-school", "home to school"},
                    Same{"home-to-school", "hometoschool"}, Same{"drop-in", "drop in"}, Same{"drop-in", "dropin"},
                    Same{"head teacher", "headteacher"}, Same{"children's homes", "childrens home"},
                    Same{"children’s homes", "children's homes"}, Same{"review policy", "reviews policies"}));

TEST(SideBySide, TrapsAreAvoided) {
  WordIndex index({"The call-in was heard.", "A phone call; nobody was in.", "Multi-agency work.",
                   "Agency staff and multi-storey parking.", "School was near home.", "Home-to-school travel."});
  EXPECT_EQ(index.items("call in"), 1U);
  EXPECT_EQ(index.items("multi agency"), 1U);
  EXPECT_EQ(index.items("home to school"), 1U);
  EXPECT_EQ(index.items("agency staff"), 1U);
}

TEST(SideBySide, OnlyWherePapersUseHyphens) {
  WordIndex index({"A drop of wax came in.", "Come and drop in."});
  EXPECT_EQ(index.items("drop in"), 2U) << "nothing says that the words belong together";
}

TEST(NearWords, SlipsOfOneAndTwo) {
  WordIndex index({"safeguarding safeguard guarding guardian xsafeguarding afeguarding safeguardign lantern"});
  const schema::Shard& shard = *index.index().index().shards[0].shard;
  const auto near = [&](const std::string& word, int slips, bool same_first = false) {
    std::string text;
    for (const NearWord& one : near_words(shard, word, slips, same_first))
      text += (text.empty() ? "" : " ") + one.folded + std::to_string(one.distance);
    return text;
  };
  EXPECT_EQ(near("safegaurding", 1), "safeguarding1");
  EXPECT_EQ(near("safeguarding", 1), "afeguarding1 safeguardign1 xsafeguarding1");
  EXPECT_EQ(near("safeguarding", 1, true), "safeguardign1");
  EXPECT_EQ(near("lanten", 1), "lantern1");
  EXPECT_EQ(near("lanterna", 1), "lantern1");
  EXPECT_EQ(near("latnrn", 1), "");
  EXPECT_EQ(near("latnrn", 2), "lantern2");
  EXPECT_EQ(near("guardan", 2), "guardian1 guarding2");
  EXPECT_EQ(near("museum", 2), "");
}

TEST(NearWords, AreThoseOfTryingEveryWord) {
  testing_support::RandomPapers random(5);
  std::string text;
  for (int i = 0; i < 400; ++i) {
    for (int letters = 2 + random.below(6); letters > 0; --letters) text += static_cast<char>('a' + random.below(4));
    text += ' ';
  }
  WordIndex index({text});
  const schema::Shard& shard = *index.index().index().shards[0].shard;
  const auto distance = [](const std::string& a, const std::string& b) {
    std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
      for (std::size_t j = 0; j <= b.size(); ++j) {
        if (i == 0 || j == 0) {
          d[i][j] = static_cast<int>(i + j);
          continue;
        }
        d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
        if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
          d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
      }
    }
    return d[a.size()][b.size()];
  };
  for (const std::string word : {"abcd", "aabbcc", "dcba", "abab", "bcdabc"}) {
    for (const int slips : {1, 2}) {
      std::vector<NearWord> expected;
      for (std::uint32_t place = 0; place < shard.word_count(); ++place) {
        const std::string other(shard.folded(shard.word_at_place(place)));
        const int slip = distance(word, other);
        if (slip > 0 && slip <= slips) expected.push_back({other, slip});
      }
      EXPECT_EQ(near_words(shard, word, slips, false), expected) << word << " " << slips;
    }
  }
}

std::string suggested(const Answer& answer) {
  std::string text;
  for (const Suggestion& one : answer.suggestions)
    text += (text.empty() ? "" : "; ") + one.query + " " + std::to_string(one.items);
  return text;
}

const std::vector<std::string>& guarded_papers() {
  static const std::vector<std::string> texts = {
      "The safeguarding partnership met.", "Safeguarding partnership report.", "Safeguarding of libraries.",
      "A partnership of lanterns.",        "Councillor Maguire spoke.",        "The forum met."};
  return texts;
}

TEST(Suggestions, AreOfferedWithTheItemsTheyFind) {
  WordIndex index(guarded_papers());
  const Answer answer = index.ask("safegaurding partnership");
  EXPECT_EQ(answer.totals.items, 0U) << "never applied in silence";
  ASSERT_EQ(answer.suggestions.size(), 1U);
  const Suggestion& one = answer.suggestions[0];
  EXPECT_EQ(one.query, "safeguarding partnership");
  EXPECT_EQ(one.items, index.items(one.query));
  EXPECT_EQ(one.corrections, (std::vector<Correction>{{"safegaurding", "safeguarding"}}));
}

struct Offer {
  const char* query;
  const char* suggested;
};

class Offers : public testing::TestWithParam<Offer> {};

TEST_P(Offers, AsDocumented) {
  WordIndex index(guarded_papers());
  EXPECT_EQ(suggested(index.ask(GetParam().query)), GetParam().suggested) << GetParam().query;
}

INSTANTIATE_TEST_SUITE_P(
    Queries, Offers,
    testing::Values(Offer{"safegaurding", "safeguarding 3"},
                    Offer{"safegaurding partnrship", "safeguarding partnership 2"},
                    Offer{"\"safegaurding partnership\"", "\"safeguarding partnership\" 2"},
                    Offer{"title:safegaurding OR safegaurding", "title:safeguarding OR safeguarding 3"},
                    Offer{"who:Magiure", "who:maguire 1"}, Offer{"(partnership NEAR safegaurding) since:1900", ""},
                    Offer{"=safegaurding", "=safeguarding 3"}, Offer{"safegauding reports", "safeguarding reports 1"},
                    Offer{"safeguarding", ""}, Offer{"safegaurd*", ""}, Offer{"-safegaurding", ""}, Offer{"zzzzzz", ""},
                    Offer{"fourm", "forum 1"}, Offer{"frm", ""}));

TEST(Suggestions, AreNeverWordsOfRemovedPapersOrOfTheSameStem) {
  WordIndex index({"Zebras are safeguarded.", "Museums.", "Lanterns are safe."});
  EXPECT_EQ(suggested(index.ask("zebars")), "zebras 1");
  index.remove(0);
  EXPECT_EQ(suggested(index.ask("zebars")), "");
}

TEST(Suggestions, AWordOfARemovedPaperIsNotOfferedThoughItsStemLives) {
  std::vector<std::string> texts = {"The zebrason herd.", "Museums.", "A.", "B.", "C.", "D.", "E."};
  WordIndex index(texts);
  EXPECT_TRUE(stands_in_live_item(index.index().parts(), "zebrason"));
  EXPECT_FALSE(stands_in_live_item(index.index().parts(), "zebra"));
  index.remove(0);
  EXPECT_FALSE(stands_in_live_item(index.index().parts(), "zebrason"));
}

TEST(Suggestions, ARareWordIsQuestionedOnlyBesideAFarCommonerOne) {
  std::vector<std::string> texts(60, "The lantern was lit.");
  texts.push_back("The lanterm was lit.");
  texts.push_back("The lamtern was not.");
  texts.push_back("Canterns are rare.");
  WordIndex index(texts);
  EXPECT_EQ(suggested(index.ask("lanterm")), "lantern 60");
  EXPECT_EQ(suggested(index.ask("lantern")), "");
  WordIndex few({"The lantern was lit.", "The lantern again.", "The lanterm was lit."});
  EXPECT_EQ(suggested(few.ask("lanterm")), "") << "two against one says nothing";
}

const std::vector<std::string>& plan_papers() {
  static const std::vector<std::string> texts = {"EHCP numbers rose.",
                                                 "EHC plans were issued.",
                                                 "An education, health and care plan.",
                                                 "EHCPs and EHC plans differ.",
                                                 "The annual review of EHCPs.",
                                                 "Annual reviews of EHC plans.",
                                                 "Libraries."};
  return texts;
}

const ShownLabel* label_of(const Answer& answer, const std::string& name) {
  for (const ShownExpansion& one : answer.interpreted.expansions) {
    for (const ShownLabel& label : one.labels) {
      if (label.label == name) return &label;
    }
  }
  return nullptr;
}

TEST(Labels, EachSaysWhatItBrings) {
  for (const std::size_t shards : {1U, 3U}) {
    WordIndex index(plan_papers(), shards);
    const Answer answer = index.ask("EHCP");
    const ShownLabel* typed = label_of(answer, "EHCP");
    const ShownLabel* plan = label_of(answer, "EHC plan");
    ASSERT_TRUE(typed != nullptr && plan != nullptr);
    EXPECT_TRUE(typed->typed);
    EXPECT_EQ(typed->items, index.items("=EHCP OR =EHCPs"));
    EXPECT_EQ(plan->adds, plan->items - 1) << "one item has both";
    for (const ShownLabel& label : answer.interpreted.expansions[0].labels) {
      if (label.typed || label.adds == 0) continue;
      const std::uint64_t without = index.items("EHCP", {.without = {label.label}});
      EXPECT_LE(answer.totals.items - label.adds, without);
      EXPECT_LE(without, answer.totals.items);
    }
  }
}

TEST(Labels, OneCanBeLeftOut) {
  WordIndex index(plan_papers());
  const std::uint64_t all = index.items("EHCP");
  const Answer answer = index.ask("EHCP", {.without = {"EHC plans"}});
  EXPECT_LT(answer.totals.items, all);
  const ShownLabel* plan = label_of(answer, "EHC plan");
  ASSERT_NE(plan, nullptr);
  EXPECT_TRUE(plan->left_out);
  EXPECT_EQ(answer.interpreted.expansions[0].items, answer.totals.items);
  EXPECT_LT(*answer.totals.mentions, *index.ask("EHCP").totals.mentions);
}

TEST(Labels, OnlyTheTypedOneInAnySpelling) {
  WordIndex index(plan_papers());
  EXPECT_EQ(index.items("EHCP", {.only = true}), 3U);
  EXPECT_EQ(index.items("EHC plan", {.only = true}), 3U);
  EXPECT_EQ(index.items("education health and care plans", {.only = true}), 1U);
  const Answer answer = index.ask("EHCP PARA rose", {.only = true});
  EXPECT_EQ(answer.totals.items, 1U);
  EXPECT_TRUE(answer.interpreted.expansions[0].to.empty());
}

TEST(Labels, AreTheSameInPassagesAsInItems) {
  WordIndex index(plan_papers());
  const ExpansionWish wish{.without = {"EHC plan"}};
  EXPECT_EQ(index.items("EHCP", wish), index.items("(EHCP PARA EHCP)", wish));
  EXPECT_EQ(index.items("EHCP NEAR/4 review"), 2U);
  EXPECT_EQ(index.items("EHCP NEAR/4 review", wish), index.items("(EHCP PARA review)", wish));
}

TEST(Labels, OneThatAddsNothingIsRefused) {
  WordIndex index(plan_papers());
  EXPECT_NE(refusal([&] { index.items("EHCP", {.without = {"lantern"}}); }).find("\"lantern\""), std::string::npos);
  EXPECT_NE(refusal([&] { index.items("libraries -museum", {.without = {"EHCP"}}); }), "");
}

TEST(Labels, ACursorBelongsToWhatWasWanted) {
  WordIndex index(plan_papers());
  SearchOptions options;
  options.limit = 1;
  const Answer first = search(index.index(), index.read("EHCP"), options);
  options.cursor = first.next;
  EXPECT_EQ(refusal([&] { search(index.index(), index.read("EHCP"), options); }), "");
  EXPECT_NE(refusal([&] { search(index.index(), index.read("EHCP", {.only = true}), options); }), "");
}

TEST(Complete, LabelsCommitteesAndWordsOfLivePapers) {
  WordIndex index({"EHC plans and zebras.", "EHCP and zephyr.", "Zebras.", "Museums.", "Lanterns."});
  const auto texts = [&](const std::string& typed) {
    std::string all;
    for (const Completion& one : complete(index.index(), typed, 3))
      all += (all.empty() ? "" : ", ") + one.text + " " + std::to_string(one.items);
    return all;
  };
  EXPECT_EQ(texts("ZEB"), "zebras 2");
  EXPECT_EQ(texts("ze"), "zebras 2, zephyr 1");
  EXPECT_EQ(texts("z"), "");
  EXPECT_EQ(texts("ehc p"), "EHC plan 1");
  EXPECT_TRUE(complete(index.index(), "ze", 0).empty());
  index.remove(1);
  EXPECT_EQ(texts("ze"), "zebras 2");
}

}  // namespace
}  // namespace minutebook::query
