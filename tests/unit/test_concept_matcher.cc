// Labels of the vocabulary in text: which of them count, and which do not.
#include <gtest/gtest.h>

#include <map>

#include "tests/unit/matching_fixture.h"

namespace minutebook::schema {
namespace {

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

}  // namespace
}  // namespace minutebook::schema
