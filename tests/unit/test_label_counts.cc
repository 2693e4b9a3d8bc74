// Labels of an expansion one by one: what each brings, leaving one out, only the typed one; completions.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "query/include/minutebook/complete.h"
#include "tests/unit/small_index.h"
#include "tests/unit/word_index.h"

namespace minutebook::query {
namespace {

using testing_support::label_of;
using testing_support::refusal;
using testing_support::WordIndex;

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
