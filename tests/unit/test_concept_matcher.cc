#include <gtest/gtest.h>

#include <map>
#include <set>
#include <string>
#include <vector>

#include "schema/concept_matcher.h"

namespace minutebook::schema {
namespace {

struct Line {
  std::string text;
  bool heading = false;
  bool masked = false;
  std::uint32_t item = 0;
  bool item_title = false;
};

class Matching : public ::testing::Test {
 protected:
  /// "concept:words" of each span, by passage.
  std::vector<std::vector<std::string>> match(const std::vector<Line>& lines,
                                              const std::vector<std::string>& masks = {}) {
    return match(lines, masks, &MatchedPassage::spans);
  }

  std::vector<std::vector<std::string>> match(const std::vector<Line>& lines, const std::vector<std::string>& masks,
                                              std::vector<ConceptSpan> MatchedPassage::*which) {
    std::vector<std::vector<Token>> tokens(lines.size());
    std::vector<MatchablePassage> passages;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      tokenise(lines[i].text, lexicon_, tokens[i]);
      passages.push_back({.text = lines[i].text,
                          .tokens = tokens[i],
                          .heading = lines[i].heading || lines[i].item_title,
                          .masked = lines[i].masked,
                          .item = lines[i].item,
                          .item_title = lines[i].item_title});
    }
    const auto matched = matcher_.match(passages, masks);
    std::vector<std::vector<std::string>> found(matched.size());
    for (std::size_t i = 0; i < matched.size(); ++i) {
      for (const ConceptSpan& span : matched[i].*which) {
        const std::uint32_t begin = tokens[i][span.first].begin;
        const std::uint32_t end = tokens[i][span.first + span.count - 1].end;
        found[i].push_back(vocabulary_.concepts()[span.concept_index].id + ":" +
                           lines[i].text.substr(begin, end - begin));
      }
    }
    return found;
  }

  std::vector<std::string> match_one(const std::string& text, bool heading = false) {
    return match({{text, heading}})[0];
  }

  std::vector<std::string> hints(const std::string& text, bool heading = false) {
    return match({{text, heading}}, {}, &MatchedPassage::hints)[0];
  }

  std::set<std::string> concepts(const std::string& text, bool heading = false) {
    std::set<std::string> ids;
    for (const std::string& span : match_one(text, heading)) ids.insert(span.substr(0, span.find(':')));
    return ids;
  }

  /// "first+count concept…" of each label of a query; "?" after it: the plain word too.
  std::vector<std::string> query(const std::string& text) {
    std::vector<Token> tokens;
    tokenise(text, lexicon_, tokens);
    std::vector<std::string> found;
    for (const QueryLabel& label : matcher_.match_query(tokens)) {
      std::string line = std::to_string(label.first) + "+" + std::to_string(label.count);
      std::set<std::string> ids;
      for (const std::uint32_t number : label.concepts) ids.insert(vocabulary_.concepts()[number].id);
      for (const std::string& id : ids) line += " " + id;
      found.push_back(line + (label.word_too ? "?" : ""));
    }
    return found;
  }

  using Spans = std::vector<std::string>;
  using Ids = std::set<std::string>;
  const Vocabulary& vocabulary_ = Vocabulary::built_in();
  Lexicon lexicon_;
  ConceptMatcher matcher_{vocabulary_, lexicon_};
};

TEST_F(Matching, FamiliesOfNames) {
  const std::map<std::string, std::string> expected{
      {"an education health & care plan", "ehc-plans"},
      {"Education, Health and Care Plans", "ehc-plans"},
      {"Educational, Health and Care Plans", "ehc-plans"},
      {"each EHCP\u2019s content", "ehc-plans"},
      {"children we look after", "looked-after-children"},
      {"looked-after child", "looked-after-children"},
      {"care experienced young people", "care-leavers"},
      {"special educational needs and/or disabilities", "send"},
      {"home-to-school transport", "home-to-school-transport"},
      {"the CAHMS offer", "camhs"},
      {"trask and finish", "scrutiny-reviews"},
      {"section\u00A0106 money", "section-106"},
      {"DoLS cases", "dols"},
  };
  for (const auto& [text, id] : expected) EXPECT_EQ(concepts(text), Ids{id}) << text;
}

TEST_F(Matching, PluralsAndPossessivesAreFree) {
  EXPECT_EQ(match_one("Care leavers' views, a care leaver's view"),
            (Spans{"care-leavers:Care leavers", "care-leavers:care leaver's"}));
}

TEST_F(Matching, AcronymsNeedTheirOwnCase) {
  EXPECT_EQ(concepts("We will send letters."), Ids{});
  EXPECT_EQ(concepts("The SEND offer"), Ids{"send"});
  EXPECT_EQ(concepts("SEND OFFER AND NEXT STEPS", true), Ids{"send"});
  EXPECT_EQ(concepts("A neet solution"), Ids{});
  EXPECT_EQ(concepts("The SEN&XY team"), Ids{});
}

TEST_F(Matching, EnglishWordsInHeadingsSetInCapitalsAreWords) {
  EXPECT_EQ(concepts("OUTCOME OF THE BID FOR NEW LORRIES", true), Ids{});
  EXPECT_EQ(concepts("The BID levy"), Ids{"business-improvement-districts"});
}

TEST_F(Matching, SentencesAndBracketsPartLabels) {
  EXPECT_EQ(concepts("She left care. Leavers of school"), Ids{});
  EXPECT_EQ(concepts("care (leavers)"), Ids{});
  EXPECT_EQ(concepts("schools, transport and roads"), Ids{}) << "a list";
  EXPECT_EQ(concepts("education, health and care (EHC) plan"), Ids{"ehc-plans"});
}

TEST_F(Matching, LongestLabelWinsAndAcronymsInsideItCountToo) {
  EXPECT_EQ(match_one("EHCP timeliness"), (Spans{"ehcp-timeliness:EHCP timeliness", "ehc-plans:EHCP",
                                                 "ehcp-timeliness:EHCP", "ehcp-timeliness:timeliness"}));
  EXPECT_EQ(match_one("The school transport policy"), Spans{"home-to-school-transport:school transport"});
  EXPECT_EQ(match_one("suitable accommodation for care leavers"),
            Spans{"care-leaver-accommodation:suitable accommodation for care leavers"});
}

TEST_F(Matching, HintsAreNoMentionsAndTakeNoneAway) {
  EXPECT_EQ(match_one("The SEND strategy"), Spans{"send:SEND"});
  EXPECT_EQ(hints("The SEND strategy"), Spans{"send-improvement:SEND strategy"});
  EXPECT_EQ(match_one("children in care council"), Spans{"looked-after-children:children in care"});
  EXPECT_EQ(hints("children in care council"), Spans{"corporate-parenting:children in care council"});
  EXPECT_EQ(match_one("placement stability"), Spans{});
  EXPECT_EQ(hints("placement stability"), Spans{"placements:placement stability"});
  EXPECT_EQ(match_one("mould, damp or mould"), Spans{"damp-and-mould:damp or mould"});
  EXPECT_EQ(hints("mould, damp or mould"), Spans{});
}

TEST_F(Matching, HintsGiveWayToLongerLabelsAndToLabelsOfTheirConcept) {
  EXPECT_EQ(hints("a care leaver covenant for care leavers"), Spans{"care-leaver-offer:care leaver covenant"});
  EXPECT_EQ(hints("autism diagnosis"), Spans{}) << "the mention inside it says as much";
  EXPECT_EQ(match_one("autism diagnosis"), Spans{"autism:autism"});
  EXPECT_EQ(hints("EHCP timeliness"), Spans{});
}

TEST_F(Matching, AcronymsAndWeakLabelsMayBeHints) {
  EXPECT_EQ(match_one("the MARAC"), Spans{});
  EXPECT_EQ(hints("the MARAC"), Spans{"domestic-abuse:MARAC"});
  EXPECT_EQ(hints("The marac"), Spans{}) << "acronyms need their own case";
  EXPECT_EQ(hints("Museums", true), Spans{"culture:Museums"});
  EXPECT_EQ(match_one("Museums", true), Spans{});
  EXPECT_EQ(hints("the museums"), Spans{});
}

TEST_F(Matching, PhrasesWithSeveralSensesNeedContext) {
  EXPECT_EQ(hints("Improvement notices were served on the landlord of the dwelling."),
            Spans{"private-rented:Improvement notices"});
  EXPECT_EQ(hints("The DfE issued an improvement notice after Ofsted had seen the services for children."),
            Spans{"improvement-board:improvement notice"});
  EXPECT_EQ(hints("An improvement notice was mentioned."), Spans{});
  EXPECT_EQ(hints("The foster carers are like a second home to her."), Spans{});
  EXPECT_EQ(hints("the premium on empty and second homes"), Spans{"council-tax:second homes"});
}

TEST_F(Matching, AmbiguousAcronymsNeedContext) {
  EXPECT_EQ(concepts("The PA was late"), Ids{});
  EXPECT_EQ(concepts("Each care leaver has a PA."), (Ids{"care-leavers", "personal-advisers"}));
  EXPECT_EQ(match_one("A PA paid by direct payment"), Spans{"direct-payments:direct payment"});
  EXPECT_EQ(hints("Her PA was employed for ten hours"), Spans{"direct-payments:PA"});
  EXPECT_EQ(concepts("The PA rate rose with absence in schools"), Ids{"persistent-absence"});
  EXPECT_EQ(concepts("A PA helps him at home, at school and in the park"), Ids{});
  const std::string far(200, 'x');
  EXPECT_EQ(concepts("A PA " + far + " pathway"), Ids{}) << "more than 150 bytes away";
}

TEST_F(Matching, TiesBetweenSensesTagNothing) {
  // One word for "adult social care", one for "autism".
  EXPECT_EQ(concepts("ASC for an adult with a diagnosis"), Ids{});
  EXPECT_EQ(concepts("ASC commissioning for older people"), (Ids{"adults"}));
}

TEST_F(Matching, LowerCaseFormsNeedContext) {
  EXPECT_EQ(concepts("bangers and mash"), Ids{});
  EXPECT_EQ(concepts("referrals to the mash"), Ids{"front-door"});
}

TEST_F(Matching, DefinitionsOfThePaperWin) {
  const auto spans = match({{"The Local Area Committee (LAC) met."}, {"LAC looked at care placements."}});
  EXPECT_TRUE(spans[1].empty()) << "a sense the vocabulary does not know";
  const auto known = match({{"LAC reviews"}, {"Looked After Children (LAC) are told."}, {"The LAC spoke."}});
  EXPECT_EQ(known[0], Spans{"looked-after-children:LAC"});
  EXPECT_EQ(known[2], Spans{"looked-after-children:LAC"});
  EXPECT_TRUE(match({{"The LAC spoke."}})[0].empty()) << "definitions do not outlive their paper";
}

TEST_F(Matching, DefinitionsAfterTheAcronym) {
  const std::vector<Line> partnership{{"CSP (Community Safety Partnership)"}, {"The CSP met."}};
  EXPECT_EQ(match(partnership, {}, &MatchedPassage::hints)[1], Spans{"safety:CSP"});
  EXPECT_TRUE(match(partnership)[1].empty()) << "what is defined is a hint";
  EXPECT_EQ(match({{"AP \u2013 alternative provision"}, {"The AP list"}})[1], Spans{"alternative-provision:AP"});
  EXPECT_TRUE(match({{"AP: Action Plan"}, {"Pupils in AP"}})[1].empty());
}

TEST_F(Matching, DefinitionsInOtherWordsDoNotSilenceAnAcronymWithOneSense) {
  const auto spans = match({{"Special Educational Needs Department (SEND)"}, {"The SEND offer"}});
  EXPECT_EQ(spans[1], Spans{"send:SEND"});
  EXPECT_TRUE(match({{"Country Land Association (CLA)"}, {"The CLA wrote"}})[1].empty());
}

TEST_F(Matching, TwoDefinitionsThatDifferCancelEachOther) {
  const auto spans = match({{"Area Plan (AP)"}, {"Alternative Provision (AP)"}, {"Pupils in AP"}, {"The AP"}});
  EXPECT_EQ(spans[2], Spans{"alternative-provision:AP"}) << "context decides again";
  EXPECT_TRUE(spans[3].empty());
}

TEST_F(Matching, WeakLabelsCountInHeadingsOrBesideTheirConcept) {
  EXPECT_EQ(concepts("A walk in the parks"), Ids{});
  EXPECT_EQ(concepts("Parks", true), Ids{"parks"});
  EXPECT_EQ(match_one("Parks and allotments"), Spans{"parks:Parks"});
  EXPECT_EQ(hints("Parks and allotments"), Spans{"parks:allotments"});
}

TEST_F(Matching, MasksHideNames) {
  EXPECT_EQ(concepts("A letter from the Department for Levelling Up, Housing and Communities"), Ids{});
  const std::vector<Line> lines{{"CHILDREN AND YOUNG PEOPLE SERVICES SCRUTINY COMMITTEE"},
                                {"children and young people's services"}};
  const auto spans = match(lines, {"Children and Young People Services Scrutiny Committee"});
  EXPECT_TRUE(spans[0].empty());
  EXPECT_EQ(spans[1], Spans{"children:children and young people's services"});
  EXPECT_TRUE(match({{"Care leavers present", false, true}})[0].empty()) << "masked passage";
}

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
