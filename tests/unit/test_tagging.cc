#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "indexer/tagging.h"

namespace minutebook::indexer {
namespace {

using schema::Item;
using schema::Paper;
using schema::Passage;
using schema::PassageKind;
using schema::TopicEvidence;

Passage passage(const std::string& text, PassageKind kind = PassageKind::text) {
  Passage out;
  out.kind = kind;
  out.text = text;
  return out;
}

Item item(const std::string& title, const std::vector<Passage>& passages) {
  Item out;
  out.title = title;
  if (!title.empty()) out.passages.push_back(passage(title, PassageKind::heading));
  out.passages.insert(out.passages.end(), passages.begin(), passages.end());
  return out;
}

class Tagging : public ::testing::Test {
 protected:
  std::vector<AnalysedItem> tag(Paper& paper) { return tagger_.tag(paper); }

  std::vector<TopicEvidence> topics(const Item& one) {
    Paper paper;
    paper.items = {one};
    tagger_.tag(paper);
    return paper.items[0].topics;
  }

  static std::vector<std::string> ids(const std::vector<TopicEvidence>& topics, bool inherited = false) {
    std::vector<std::string> out;
    for (const TopicEvidence& topic : topics) {
      if (topic.inherited == inherited) out.push_back(topic.topic);
    }
    return out;
  }

  using Ids = std::vector<std::string>;
  schema::Lexicon lexicon_;
  Tagger tagger_{schema::Vocabulary::built_in(), lexicon_};
};

TEST_F(Tagging, OneClearMentionIsEnough) {
  EXPECT_EQ(ids(topics(item("", {passage("Members asked about EHCPs.")}))), Ids{"ehc-plans"});
  EXPECT_EQ(ids(topics(item("", {passage("Members asked about teenage pregnancy.")}))), Ids{"teenage-conceptions"});
}

TEST_F(Tagging, OnePassingMentionOfABroadOrCommonWordIsNot) {
  EXPECT_TRUE(topics(item("", {passage("The education services were thanked.")})).empty());
  EXPECT_TRUE(topics(item("", {passage("A library was mentioned.")})).empty());
  EXPECT_EQ(ids(topics(item("Education and skills", {passage("A report was noted.")}))), Ids{"education"});
  EXPECT_EQ(ids(topics(item("", {passage("The library closed."), passage("Another library opened.")}))),
            Ids{"libraries"});
}

TEST_F(Tagging, EvidenceSaysWhy) {
  const auto found =
      topics(item("Fostering", {passage("Two foster carers spoke."), passage("EHCPs were noted. Each EHCP counts.")}));
  ASSERT_GE(found.size(), 2U);
  EXPECT_EQ(found[0], (TopicEvidence{"fostering", "Fostering", 2, 0, false}));
  EXPECT_EQ(found[1], (TopicEvidence{"ehc-plans", "EHCPs", 2, 2, false}));
}

TEST_F(Tagging, BroaderTopicsFollowAsInherited) {
  const auto found = topics(item("", {passage("EHCPs and school places")}));
  EXPECT_EQ(ids(found), (Ids{"ehc-plans", "school-places"}));
  EXPECT_EQ(ids(found, true), (Ids{"send", "children", "education"}));
  ASSERT_EQ(found.size(), 5U);
  EXPECT_EQ(found[2], (TopicEvidence{"send", "EHCPs", 1, 0, true}));
  EXPECT_EQ(found[4].count, 2U) << "education lies above both";
}

TEST_F(Tagging, AtMostEightTopicsOfTheItsOwn) {
  const Item many =
      item("", {passage("EHCPs, CAMHS, NEET, UASC, LADO, ILACS, MASH, care leavers, young carers, school governors, "
                        "free school meals, teenage pregnancy")});
  const auto found = topics(many);
  EXPECT_EQ(ids(found).size(), 8U);
  EXPECT_FALSE(ids(found, true).empty());
}

TEST_F(Tagging, HeadingsOutweighMentions) {
  const auto found = topics(item("Short breaks", {passage("EHCPs"), passage("EHCPs"), passage("EHCPs")}));
  EXPECT_EQ(ids(found), (Ids{"disabled-children", "ehc-plans"}));
}

TEST_F(Tagging, WeakLabelsCountHalf) {
  EXPECT_EQ(ids(topics(item("Petitions", {passage("None was received.")}))), Ids{"petitions"});
  EXPECT_TRUE(topics(item("", {passage("A petition was received.")})).empty());
}

TEST_F(Tagging, AttendanceAndBoilerplateAreAnalysedButNotTagged) {
  Paper paper;
  paper.items = {item(
      "", {passage("Miss Poe (Care leavers)", PassageKind::attendance), passage("EHCP", PassageKind::boilerplate)})};
  const auto analysed = tag(paper);
  EXPECT_TRUE(paper.items[0].topics.empty());
  EXPECT_EQ(analysed[0].passages[0].tokens.size(), 4U);
  EXPECT_TRUE(analysed[0].passages[0].spans.empty());
}

TEST_F(Tagging, NamesOfThePaperAreMasked) {
  Paper paper;
  paper.committee = "Children in Care Scrutiny Panel";
  paper.portfolios = {"Housing, Planning Applications and Roads", "Young Carers"};
  paper.items = {
      item("", {passage("CHILDREN IN CARE SCRUTINY PANEL"), passage("Housing, Planning Applications and Roads"),
                passage("The Cabinet Member for Young Carers spoke.")})};
  tag(paper);
  EXPECT_TRUE(paper.items[0].topics.empty());
  paper.items = {item("", {passage("Young carers were heard.")})};
  tag(paper);
  EXPECT_EQ(ids(paper.items[0].topics), Ids{"young-carers"}) << "a portfolio that is also a topic counts by itself";
}

TEST_F(Tagging, TheTitleOfThePaperIsNoTopicOfItsFront) {
  Paper paper;
  paper.title = "Care leavers strategy";
  paper.items = {item("Care leavers strategy", {passage("A. Writer")}), item("Costs", {passage("None.")})};
  const auto analysed = tag(paper);
  EXPECT_TRUE(paper.items[0].topics.empty());
  EXPECT_EQ(analysed[0].passages[0].spans.size(), 1U) << "search still finds it";
  paper.items.pop_back();
  tag(paper);
  EXPECT_EQ(ids(paper.items[0].topics), Ids{"care-leavers"}) << "a paper of one item is about its title";
}

TEST_F(Tagging, CompositesAreTopics) {
  const auto found = topics(item("", {passage("The backlog of EHCPs is worrying.")}));
  EXPECT_EQ(ids(found), (Ids{"ehcp-timeliness", "ehc-plans"}));
}

TEST_F(Tagging, HintsGiveTopicsButNoMentions) {
  Paper paper;
  paper.items = {item("Street lighting", {passage("The SEND strategy is due.")})};
  const auto analysed = tag(paper);
  EXPECT_EQ(ids(paper.items[0].topics), (Ids{"highways", "send", "send-improvement"}));
  EXPECT_EQ(paper.items[0].topics[2], (TopicEvidence{"send-improvement", "SEND strategy", 1, 1, false}));
  EXPECT_TRUE(analysed[0].passages[0].spans.empty());
  EXPECT_EQ(analysed[0].passages[0].hints.size(), 1U);
  EXPECT_EQ(analysed[0].passages[1].spans.size(), 1U) << "SEND alone is a mention";
}

TEST_F(Tagging, OnlyTheFirstHeadingOfAnItemIsItsTitle) {
  Paper paper;
  paper.items = {item("EHC plans", {passage("The backlog fell.")}),
                 item("Roads", {passage("EHC plans", PassageKind::heading), passage("The backlog fell.")}),
                 item("", {passage("The backlog fell.")})};
  const auto analysed = tag(paper);
  EXPECT_EQ(analysed[0].passages[1].spans.size(), 1U);
  EXPECT_TRUE(analysed[1].passages[2].spans.empty());
  EXPECT_TRUE(analysed[2].passages[0].spans.empty());
}

TEST_F(Tagging, EmptyPapers) {
  Paper paper;
  EXPECT_TRUE(tag(paper).empty());
  paper.items.emplace_back();
  EXPECT_EQ(tag(paper).size(), 1U);
}

}  // namespace
}  // namespace minutebook::indexer
