// Which statements are taken for one review, which stay apart, and what is said to be doubtful; and recommendations
// with the replies to them.
#include <gtest/gtest.h>

#include "query/review_groups.h"
#include "query/review_recommendations.h"

namespace minutebook::testing_support {
namespace {

using query::FormFamily;
using query::ReviewStage;
using query::ReviewTrace;
using query::Stance;
using query::TraceGroup;

ReviewTrace trace(ReviewStage stage, const schema::Date& date, std::vector<std::string> key,
                  FormFamily family = FormFamily::group) {
  ReviewTrace made;
  made.sign.stage = stage;
  made.sign.family = family;
  made.sign.name.key = std::move(key);
  made.where.council = "E01";
  made.where.date = date;
  made.where.paper = schema::iso_date(date);
  made.where.item = made.where.paper + ".1";
  return made;
}

std::vector<TraceGroup> grouped(const std::vector<ReviewTrace>& traces) {
  query::TimeLimit no_limit;
  return query::group_traces(traces, no_limit).groups;
}

std::size_t groups(const std::vector<ReviewTrace>& traces) {
  return grouped(traces).size();
}

const std::vector<std::string> carers = {"carer", "young"};

TEST(ReviewGroups, OneReviewFromResolutionToUpdate) {
  const std::vector<TraceGroup> found = grouped(
      {trace(ReviewStage::agreed, {2016, 3, 14}, carers), trace(ReviewStage::final_report, {2017, 3, 7}, carers),
       trace(ReviewStage::response, {2017, 6, 20}, carers), trace(ReviewStage::update, {2018, 5, 15}, carers)});
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].joined_by, std::vector<std::string>{"the same subject, at times that agree"});
}

TEST(ReviewGroups, WhatStaysApart) {
  const ReviewTrace agreed = trace(ReviewStage::agreed, {2016, 3, 14}, carers);
  ReviewTrace elsewhere = trace(ReviewStage::final_report, {2016, 12, 1}, carers);
  elsewhere.where.council = "E02";
  EXPECT_EQ(groups({agreed, elsewhere}), 2U) << "another council";
  ReviewTrace unknown = agreed;
  unknown.where.council.clear();
  EXPECT_EQ(groups({unknown, unknown}), 2U) << "councils that are not known need not be the same";
  EXPECT_EQ(groups({agreed, trace(ReviewStage::planned, {2024, 2, 5}, carers)}), 2U) << "eight years later";
  EXPECT_EQ(groups({agreed, trace(ReviewStage::agreed, {2016, 5, 1}, {"carer"})}), 2U) << "another subject";
  EXPECT_EQ(groups({agreed, trace(ReviewStage::agreed, {2016, 5, 1}, carers, FormFamily::spotlight)}), 2U)
      << "another form in another paper";
}

TEST(ReviewGroups, YearsTellWhichOneIsMeant) {
  ReviewTrace of_2016 = trace(ReviewStage::referred, {2019, 9, 16}, carers, FormFamily::review);
  of_2016.sign.years = {2016};
  of_2016.sign.earlier = true;
  ReviewTrace of_2010 = of_2016;
  of_2010.sign.years = {2010};
  const auto found = grouped({trace(ReviewStage::agreed, {2016, 3, 14}, carers), of_2016, of_2010});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].traces, (std::vector<std::size_t>{0, 1}));
  EXPECT_TRUE(found[0].may_be_same.empty()) << "2010 is not 2016";
}

TEST(ReviewGroups, AnEarlierOneWithoutAYearIsDoubtful) {
  ReviewTrace of_2013 = trace(ReviewStage::referred, {2020, 3, 23}, carers, FormFamily::review);
  of_2013.sign.years = {2013};
  of_2013.sign.earlier = true;
  ReviewTrace earlier = trace(ReviewStage::referred, {2020, 1, 20}, carers, FormFamily::review);
  earlier.sign.earlier = true;
  const auto found =
      grouped({trace(ReviewStage::agreed, {2020, 1, 20}, carers, FormFamily::spotlight), of_2013, earlier});
  ASSERT_EQ(found.size(), 3U);
  EXPECT_TRUE(found[0].may_be_same.empty()) << "an earlier one is not the one at hand";
  EXPECT_EQ(found[1].may_be_same, std::vector<std::size_t>{2});
  EXPECT_EQ(found[2].may_be_same, std::vector<std::size_t>{1});
}

TEST(ReviewGroups, TitlesDaysAndProgrammes) {
  ReviewTrace report = trace(ReviewStage::final_report, {2017, 3, 7}, {"ferri", "pupil"});
  report.sign.name.quoted = "Getting There";
  ReviewTrace later = trace(ReviewStage::update, {2018, 5, 15}, {"get"});
  later.sign.name.quoted = "GETTING THERE";
  EXPECT_EQ(groups({report, later}), 1U) << "the same title";
  ReviewTrace met = trace(ReviewStage::agreed, {2020, 1, 20}, {"ofst", "plan"});
  met.sign.days = {{2020, 1, 24}};
  ReviewTrace told = trace(ReviewStage::referred, {2020, 3, 23}, {"ilac", "plan"});
  told.sign.days = {{2020, 1, 24}};
  EXPECT_EQ(groups({met, told}), 1U) << "the same day";
  told.sign.days = {{2020, 1, 25}};
  EXPECT_EQ(groups({met, told}), 2U);
  ReviewTrace row = trace(ReviewStage::planned, {2017, 1, 10}, {"bus", "ferri", "pupil"});
  row.sign.days = {{2017, 3, 7}};
  EXPECT_EQ(groups({report, row}), 1U) << "planned for the day of the report";
}

TEST(ReviewGroups, NamelessOnesJoinTheOnlyReviewOfTheirItem) {
  const ReviewTrace named = trace(ReviewStage::agreed, {2020, 1, 20}, carers);
  const ReviewTrace nameless = trace(ReviewStage::referred, {2020, 1, 20}, {});
  EXPECT_EQ(grouped({named, nameless})[0].traces.size(), 2U);
  const ReviewTrace other = trace(ReviewStage::agreed, {2020, 1, 20}, {"ferri"});
  const auto found = grouped({named, other, nameless});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].traces.size() + found[1].traces.size(), 2U) << "which of the two is not said";
}

TEST(Recommendations, Numbers) {
  using Numbers = std::vector<std::string>;
  const std::pair<const char*, Numbers> cases[] = {
      {"5\u20138", {"5", "6", "7", "8"}},
      {"12-14", {"12", "13", "14"}},
      {"1 and 2", {"1", "2"}},
      {"R3", {"3"}},
      {"6.1", {"6.1"}},
      {"3 to 5", {"3", "4", "5"}},
      {"a", {"a"}},
      {"", {}},
  };
  for (const auto& [text, numbers] : cases) EXPECT_EQ(query::recommendation_numbers(text), numbers) << text;
}

TEST(Recommendations, Stances) {
  const std::pair<const char*, Stance> cases[] = {
      {"Accepted. In place for September", Stance::agreed},
      {"Accepted in part. New staff only", Stance::partly},
      {"Partially agreed", Stance::partly},
      {"Not accepted at present", Stance::not_agreed},
      {"The recommendation is rejected", Stance::not_agreed},
      {"Yes", Stance::agreed},
      {"No, the cost is too high", Stance::not_agreed},
      {"November 2020", Stance::unstated},
      {"A new form will be written by the end of the year, as agreed with the schools", Stance::unstated},
      {"", Stance::unstated},
  };
  for (const auto& [words, stance] : cases) EXPECT_EQ(name_of(query::stance_of(words)), name_of(stance)) << words;
}

query::ReadItem item_of(const std::vector<schema::Passage>& passages, const std::string& title) {
  query::ReadItem read;
  read.id = "p.1";
  read.item.title = title;
  read.item.passages = passages;
  return read;
}

schema::Passage passage(schema::PassageKind kind, const std::string& text, const std::string& paragraph = "") {
  return {kind, schema::Outcome::none, 0, false, paragraph, text};
}

TEST(Recommendations, OfAReport) {
  using schema::PassageKind;
  const auto found = query::report_recommendations(
      {item_of({passage(PassageKind::recommendation, "The Group recommends to the Cabinet:"),
                passage(PassageKind::recommendation, "Recommendation 1 – That a line be open."),
                passage(PassageKind::recommendation, "Recommendation 2 – That staff be trained."),
                passage(PassageKind::recommendation, "Appendix A – Who we spoke to")},
               "Recommendations")});
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].number, "1");
  EXPECT_EQ(found[0].text, "That a line be open.");
  const auto paragraphs =
      query::report_recommendations({item_of({passage(PassageKind::recommendation, "That staff be trained.", "6.1"),
                                              passage(PassageKind::recommendation, "Sources")},
                                             "Recommendations")});
  ASSERT_EQ(paragraphs.size(), 1U);
  EXPECT_EQ(paragraphs[0].number, "6.1");
  EXPECT_TRUE(
      query::report_recommendations({item_of({passage(PassageKind::recommendation, "X")}, "Findings")}).empty());
}

TEST(Recommendations, RepliesFindTheirNumbers) {
  using schema::PassageKind;
  std::vector<query::ReviewRecommendation> list(2);
  list[0].number = "6.1";
  list[1].number = "6.2";
  const auto table =
      item_of({passage(PassageKind::table_row, "Rec No | Recommendation | Response"),
               passage(PassageKind::table_row,
                       "Rec No: 2 | Recommendation: Train staff | Lead Officer: "
                       "Head of Ferries | Response: Not agreed"),
               passage(PassageKind::table_row, "Rec No: 3\u20134 | Recommendation: Paint | Progress: Done")},
              "Response");
  query::add_replies(query::replies_in(table, false), list);
  ASSERT_EQ(list.size(), 3U);
  ASSERT_EQ(list[1].responses.size(), 1U);
  EXPECT_EQ(list[1].responses[0].officer, "Head of Ferries");
  EXPECT_EQ(list[1].responses[0].stance, Stance::not_agreed);
  EXPECT_EQ(list[2].number, "3\u20134");
  ASSERT_EQ(list[2].updates.size(), 1U);
  const auto minutes = item_of(
      {passage(PassageKind::text, "Recommendations 1 and 2 (communication): done."),
       passage(PassageKind::text, "Recommendation 4: painted."), passage(PassageKind::text, "Members were pleased.")},
      "Update");
  query::add_replies(query::replies_in(minutes, true), list);
  ASSERT_EQ(list.size(), 3U);
  EXPECT_EQ(list[0].updates.at(0).words, "(communication): done.");
  EXPECT_EQ(list[1].updates.size(), 1U);
  EXPECT_EQ(list[2].updates.size(), 2U) << "4 is one of 3–4";
}

TEST(Recommendations, OfMinutes) {
  query::ReadItem read = item_of({passage(schema::PassageKind::resolution, "That it be recommended:"),
                                  passage(schema::PassageKind::resolution, "that data be shared", "a"),
                                  passage(schema::PassageKind::resolution, "the report be noted", "b")},
                                 "Task Group");
  read.item.passages[0].outcome = read.item.passages[1].outcome = schema::Outcome::recommended;
  read.item.passages[2].outcome = schema::Outcome::noted;
  const auto found = query::recommended_in(read);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].number, "a");
}

}  // namespace
}  // namespace minutebook::testing_support
