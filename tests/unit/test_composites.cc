// Composite concepts: a label and an expression in one passage, or under a heading.
#include <gtest/gtest.h>

#include "tests/unit/matching_fixture.h"

namespace minutebook::schema {
namespace {

TEST_F(Matching, CompositeNeedsALabelAndAnExpressionInOnePassage) {
  EXPECT_EQ(match_one("progress of EHCPs given the backlog of requests"),
            (Spans{"ehc-plans:EHCPs", "ehcp-timeliness:EHCPs", "ehcp-timeliness:backlog"}));
  for (const char* text :
       {"EHC plans issued within the 20-week limit", "the timeliness of EHC needs assessments",
        "EHCPs were completed in the allotted timescale", "plans, all EHCPs, ready ahead of the statutory deadline",
        "EHCPs overdue", "EHCPs are often issued late", "families waiting for an EHC plan", "the lateness of EHC plans",
        "EHCPs take too long"}) {
    EXPECT_TRUE(concepts(text).contains("ehcp-timeliness")) << text;
  }
}

TEST_F(Matching, NearMissesAreNotTimeliness) {
  for (const char* text :
       {"had a negative impact on the timeliness and quality of the mandatory health reviews",
        "The IRO looked at quality and timeliness of planning", "plan for permanence without delay", "within 20 weeks",
        "An EHCP names the provision", "EHCPs for children with developmental delay",
        "EHCPs as they stand at this point in time", "EHCPs have risen since late 2022",
        "EHCPs: apologies for the lateness of the report", "a late paper on EHCPs"}) {
    EXPECT_FALSE(concepts(text).contains("ehcp-timeliness")) << text;
  }
}

TEST_F(Matching, TheTitleOfAnItemSpeaksForItsParagraphs) {
  const std::vector<Line> lines{{.text = "EHC plans", .item = 1, .item_title = true},
                                {.text = "The backlog fell.", .item = 1},
                                {.text = "Sub-heading", .heading = true, .item = 1},
                                {.text = "The backlog rose.", .item = 1},
                                {.text = "Road works", .item = 2, .item_title = true},
                                {.text = "EHC plans", .heading = true, .item = 2},
                                {.text = "The backlog fell.", .item = 2},
                                {.text = "EHC plans", .item = 3, .item_title = true},
                                {.text = "The backlog of an item without a title.", .item = 4}};
  const auto spans = match(lines);
  EXPECT_EQ(spans[1], Spans{"ehcp-timeliness:backlog"});
  EXPECT_EQ(spans[3], Spans{"ehcp-timeliness:backlog"});
  EXPECT_TRUE(spans[6].empty()) << "a sub-heading does not";
  EXPECT_TRUE(spans[8].empty()) << "nor does the title of the item before";
}

TEST(MatchingComposites, HeadingCountsWhereTheVocabularySaysSo) {
  const Vocabulary vocabulary = Vocabulary::from_xml(
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\" "
      "xmlns:skos=\"http://www.w3.org/2004/02/skos/core#\" "
      "xmlns:mb=\"urn:minutebook:vocabulary#\"><skos:Concept rdf:about=\"u#a\"><skos:notation>roads</skos:notation>"
      "<skos:prefLabel>Roads</skos:prefLabel></skos:Concept><skos:Concept rdf:about=\"u#b\" mb:headingCounts=\"true\">"
      "<skos:notation>road-works</skos:notation><skos:prefLabel>Road works</skos:prefLabel><skos:broader "
      "rdf:resource=\"u#a\"/>"
      "<mb:of rdf:resource=\"u#a\"/><mb:expression>closed</mb:expression></skos:Concept></rdf:RDF>",
      "test");
  Lexicon lexicon;
  ConceptMatcher matcher(vocabulary, lexicon);
  const std::vector<std::string> texts{"Roads", "Two are closed.", "Shops", "Two are closed."};
  std::vector<std::vector<Token>> tokens(texts.size());
  std::vector<MatchablePassage> passages;
  for (std::size_t i = 0; i < texts.size(); ++i) {
    tokenise(texts[i], lexicon, tokens[i]);
    const bool title = i % 2 == 0;
    const auto item = static_cast<std::uint32_t>(i / 2);
    passages.push_back({.text = texts[i], .tokens = tokens[i], .heading = title, .item = item, .item_title = title});
  }
  const auto matched = matcher.match(passages, {});
  EXPECT_EQ(matched[1].spans, (std::vector<ConceptSpan>{{1, 2, 1}}));
  EXPECT_TRUE(matched[3].spans.empty());
}

}  // namespace
}  // namespace minutebook::schema
