// What the library hands out of prior reviews, requests and completions: nothing is lost on the way. Enumerations have
// the same names on both sides.
#include <gtest/gtest.h>

#include <string>

#include "query/facade_reviews.h"

namespace minutebook {
namespace {

query::Cited cited(const std::string& mention) {
  query::Cited made;
  made.council = "E00";
  made.council_name = "Moorby Council";
  made.committee = "Cabinet";
  made.date = {2024, 1, 8};
  made.paper = "p";
  made.paper_kind = schema::PaperKind::minutes;
  made.paper_title = "Minutes";
  made.source = "/a.txt";
  made.url = "https://a";
  made.item = "p.1";
  made.number = "1";
  made.title = "Lanterns";
  made.page = 3;
  made.scanned = true;
  made.paragraph = "4.1";
  made.kind = schema::PassageKind::action;
  made.outcome = schema::Outcome::agreed;
  made.mention = mention;
  made.text = "That lanterns be lent.";
  return made;
}

void expect_cited(const CitedPassage& made, const std::string& mention) {
  EXPECT_EQ(made.council + made.council_name + made.committee + iso_date(made.date),
            "E00Moorby CouncilCabinet2024-01-08");
  EXPECT_EQ(made.paper + made.paper_title + made.source + made.url, "pMinutes/a.txthttps://a");
  EXPECT_EQ(made.item + made.number + made.title + made.paragraph, "p.11Lanterns4.1");
  EXPECT_EQ(made.paper_kind, PaperKind::minutes);
  EXPECT_EQ(made.kind, PassageKind::action);
  EXPECT_EQ(made.outcome, Outcome::agreed);
  EXPECT_EQ(made.page, 3);
  EXPECT_TRUE(made.scanned);
  EXPECT_EQ(made.mention, mention);
  EXPECT_EQ(made.text, "That lanterns be lent.");
}

TEST(FacadeReviews, AReviewIsWhole) {
  query::Review review;
  review.name = "Lanterns";
  review.also_called = {"Lamps"};
  review.forms = {"task group"};
  review.council = "E00";
  review.council_name = "Moorby Council";
  review.committees = {"Cabinet"};
  review.stage = query::ReviewStage::response;
  review.names_subject = true;
  review.first_mention = {2023, 1, 1};
  review.last_mention = {2024, 2, 2};
  review.report_date = {2023, 3, 3};
  review.years = {2022, 2023};
  review.planned_for = {"spring"};
  review.members = {{{"A Lamp (Chair)"}, cited("m1")}};
  review.recommendations = {{"3", "Lend.", cited("m2"), {{query::Stance::agreed, "Yes", "B Wick", cited("m3")}}, {}}};
  review.statements = {{query::ReviewStage::interim, "task group", cited("m4")}};
  review.joined_by = {"name"};
  review.may_be_same = {7};
  query::Reviews found;
  found.searched.query = "lanterns";
  found.reviews = {review};
  found.councils = {"Moorby Council"};
  const Reviews made = query::to_public(found);
  EXPECT_EQ(made.searched.query, "lanterns");
  EXPECT_EQ(made.councils, found.councils);
  ASSERT_EQ(made.reviews.size(), 1U);
  const Review& one = made.reviews[0];
  EXPECT_EQ(one.name + one.also_called.at(0) + one.forms.at(0) + one.committees.at(0),
            "LanternsLampstask groupCabinet");
  EXPECT_EQ(one.council + one.council_name, "E00Moorby Council");
  EXPECT_EQ(one.stage, ReviewStage::response);
  EXPECT_TRUE(one.names_subject);
  EXPECT_EQ(iso_date(one.first_mention) + iso_date(one.last_mention) + iso_date(one.report_date),
            "2023-01-012024-02-022023-03-03");
  EXPECT_EQ(one.years, review.years);
  EXPECT_EQ(one.planned_for.at(0) + one.joined_by.at(0), "springname");
  EXPECT_EQ(one.may_be_same, review.may_be_same);
  EXPECT_EQ(one.members.at(0).names, review.members[0].names);
  expect_cited(one.members[0].where, "m1");
  const ReviewRecommendation& asked = one.recommendations.at(0);
  EXPECT_EQ(asked.number + asked.text, "3Lend.");
  expect_cited(asked.where, "m2");
  EXPECT_EQ(asked.responses.at(0).stance, Stance::agreed);
  EXPECT_EQ(asked.responses[0].words + asked.responses[0].officer, "YesB Wick");
  expect_cited(asked.responses[0].where, "m3");
  EXPECT_TRUE(asked.updates.empty());
  EXPECT_EQ(one.statements.at(0).stage, ReviewStage::interim);
  EXPECT_EQ(one.statements[0].form, "task group");
  expect_cited(one.statements[0].where, "m4");
}

TEST(FacadeReviews, ARequestIsWhole) {
  query::Action action;
  action.asked = query::Asked::update;
  action.said = query::SaidAs::discussion;
  action.text = "An update in May.";
  action.addressee = "the officer";
  action.due = {"by May 2024", "2024-05"};
  action.where = cited("m1");
  action.also = {cited("m2")};
  action.trace = query::Trace::answered;
  action.answer = {cited("m3"), {"lanterns"}, true, true};
  action.searched_until = {2024, 12, 1};
  query::Actions found;
  found.actions = {action};
  found.answered = 1;
  found.none_found = 2;
  found.cannot_tell = 3;
  const Actions made = query::to_public(found);
  EXPECT_EQ(made.answered, 1U);
  EXPECT_EQ(made.none_found, 2U);
  EXPECT_EQ(made.cannot_tell, 3U);
  const Action& one = made.actions.at(0);
  EXPECT_EQ(one.asked, Asked::update);
  EXPECT_EQ(one.said, SaidAs::discussion);
  EXPECT_EQ(one.trace, Trace::answered);
  EXPECT_EQ(one.text + one.addressee + one.due.words + one.due.date, "An update in May.the officerby May 20242024-05");
  expect_cited(one.where, "m1");
  expect_cited(one.also.at(0), "m2");
  ASSERT_TRUE(one.answer);
  expect_cited(one.answer->where, "m3");
  EXPECT_EQ(one.answer->words, std::vector<std::string>{"lanterns"});
  EXPECT_TRUE(one.answer->in_title && one.answer->says_so);
  EXPECT_EQ(iso_date(one.searched_until), "2024-12-01");
}

TEST(FacadeReviews, OptionsAndCompletionsAreCarried) {
  EXPECT_TRUE(query::from_public(ActionOptions{.everything = true}).everything);
  EXPECT_FALSE(query::from_public(ActionOptions{.everything = true}).open_only);
  EXPECT_TRUE(query::from_public(ActionOptions{.open_only = true}).open_only);
  const Completion made = query::to_public(query::Completion{query::CompletionKind::committee, "Cabinet", 4});
  EXPECT_EQ(made.kind, CompletionKind::committee);
  EXPECT_EQ(made.text, "Cabinet");
  EXPECT_EQ(made.items, 4U);
}

/// Both sides print a value alike, there and back, for the first `count` values.
template <typename Ours>
void expect_same_names(int count) {
  for (int number = 0; number < count; ++number) {
    const auto ours = static_cast<Ours>(number);
    EXPECT_EQ(name_of(query::to_public(ours)), query::name_of(ours)) << number;
    EXPECT_EQ(query::from_public(query::to_public(ours)), ours) << number;
  }
}

TEST(FacadeReviews, EnumerationsHaveTheSameNames) {
  expect_same_names<query::ReviewStage>(9);
  expect_same_names<query::Stance>(4);
  expect_same_names<query::Asked>(6);
  expect_same_names<query::SaidAs>(4);
  expect_same_names<query::Trace>(3);
  EXPECT_EQ(name_of(CompletionKind::label), "label");
  EXPECT_EQ(name_of(CompletionKind::committee), "committee");
  EXPECT_EQ(name_of(CompletionKind::word), "word");
}

}  // namespace
}  // namespace minutebook
