// What single passages say of reviews: the form, the name, the stage and the time; and what is no review.
#include <gtest/gtest.h>

#include <algorithm>

#include "query/review_members.h"
#include "query/review_signs.h"
#include "query/table_cells.h"

namespace minutebook::testing_support {
namespace {

using query::ReviewSign;
using query::ReviewStage;
using query::SignPlace;
using schema::PassageKind;

struct Said {
  const char* text;
  PassageKind kind;
  bool title;
  const char* form;  ///< empty: no review is spoken of
  const char* name;
  ReviewStage stage;
};

const Said passages[] = {
    {"Resolved that a Task and Finish Group on Young Carers be set up, to report back by October 2021.",
     PassageKind::resolution, false, "task and finish group", "Young Carers", ReviewStage::agreed},
    {"That a spotlight review of support while waiting be carried out in the autumn, with Councillors Ash and Birch.",
     PassageKind::resolution, false, "spotlight review", "", ReviewStage::agreed},
    {"that a working group on road safety be proposed to the Co-ordinating Committee.", PassageKind::resolution, false,
     "working group", "road safety", ReviewStage::planned},
    {"The Panel was reminded that a task group would be held to review the Council's Flood Action Plan.",
     PassageKind::text, false, "task group", "Flood Action Plan", ReviewStage::agreed},
    {"Note the summary of the work of the Flood Action Plan Task Group;", PassageKind::recommendation, false,
     "task group", "Flood Action Plan", ReviewStage::referred},
    {"LIBRARIES: TASK GROUP REPORT", PassageKind::heading, true, "task group", "LIBRARIES", ReviewStage::final_report},
    {"TASK AND FINISH GROUP - HIGHWAYS DIRECTORATE BUDGET", PassageKind::heading, true, "task and finish group",
     "HIGHWAYS DIRECTORATE BUDGET", ReviewStage::considered},
    {"Apprenticeships for Those We Look After - Task and Finish Group Interim Report", PassageKind::heading, true,
     "task and finish group", "Apprenticeships for Those We Look After", ReviewStage::interim},
    {"CABINET RESPONSE TO THE SPOTLIGHT REVIEW OF DAMP IN SCHOOLS", PassageKind::heading, true, "spotlight review",
     "DAMP IN SCHOOLS", ReviewStage::response},
    {"REVIEW OF SUPPORT FOR YOUNG CARERS – FINAL REPORT", PassageKind::heading, true, "review", "YOUNG CARERS",
     ReviewStage::final_report},
    {"YOUNG CARERS – SCOPE OF A REVIEW", PassageKind::heading, true, "review", "YOUNG CARERS", ReviewStage::planned},
    {"In July 2022 Cabinet had asked the Panel to review the first year of the new homes.", PassageKind::text, false,
     "review", "new homes", ReviewStage::agreed},
    {"A deep dive into missing episodes has begun.", PassageKind::text, false, "deep dive", "missing episodes",
     ReviewStage::under_way},
    {"The Chair introduced the report of the Task Group on waiting times.", PassageKind::text, false, "task group",
     "waiting times", ReviewStage::final_report},
    {"The Panel had asked for a short review of the support offered to carers.", PassageKind::text, false, "review",
     "carers", ReviewStage::agreed},
    {"Recommendations made at the scrutiny inquiry into ferries have not been met; the scrutiny inquiry into ferries "
     "began late.",
     PassageKind::text, false, "scrutiny inquiry", "ferries", ReviewStage::referred},
    {"The Committee asked officers for a deep dive into missing episodes.", PassageKind::text, false, "deep dive",
     "missing episodes", ReviewStage::referred},
    // No reviews.
    {"The other provider is undertaking a deep dive into performance.", PassageKind::text, false, "", "",
     ReviewStage::referred},
    {"Leaders have put in place dip sampling and thematic reviews of areas that they are concerned about.",
     PassageKind::text, false, "", "", ReviewStage::referred},
    {"It was also reported that LAC reviews had been held on time.", PassageKind::text, false, "", "",
     ReviewStage::referred},
    {"The annual review form has no question about travel.", PassageKind::text, false, "", "", ReviewStage::referred},
    {"A review of the Fostering Panel has been undertaken by officers.", PassageKind::text, false, "", "",
     ReviewStage::referred},
    {"The Committee reviewed the strategic risk register.", PassageKind::text, false, "", "", ReviewStage::referred},
    {"REVIEW OF A PRIVATE HIRE DRIVER'S LICENCE", PassageKind::heading, true, "", "", ReviewStage::referred},
    {"Process – Review by Cabinet", PassageKind::heading, true, "", "", ReviewStage::referred},
    {"A multi-agency working group meets weekly.", PassageKind::text, false, "", "", ReviewStage::referred},
    {"A family may ask for a review by a senior officer and appeal to a panel of three.", PassageKind::text, false, "",
     "", ReviewStage::referred},
};

TEST(ReviewSigns, FormNameAndStage) {
  query::PassageReader reader;
  for (const Said& said : passages) {
    SCOPED_TRACE(said.text);
    const SignPlace place{said.kind, said.title, false, {}, {2022, 11, 14}};
    const std::vector<ReviewSign> signs = query::find_review_signs(reader, said.text, place);
    if (*said.form == '\0') {
      EXPECT_TRUE(signs.empty()) << signs.front().form << ": " << signs.front().name.subject;
      continue;
    }
    ASSERT_FALSE(signs.empty());
    EXPECT_EQ(signs.front().form, said.form);
    EXPECT_EQ(signs.front().name.subject, said.name);
    EXPECT_EQ(name_of(signs.front().stage), name_of(said.stage));
  }
}

TEST(ReviewSigns, EarlierOnesAndTheirYears) {
  query::PassageReader reader;
  const SignPlace place{PassageKind::text, false, false, {}, {2020, 1, 20}};
  const auto in_2013 =
      query::find_review_signs(reader, "In 2013 the Panel reviewed the support available to young carers.", place);
  ASSERT_EQ(in_2013.size(), 1U);
  EXPECT_EQ(in_2013[0].years, std::vector<int>{2013});
  EXPECT_TRUE(in_2013[0].earlier);
  const auto both = query::find_review_signs(
      reader, "a Spotlight Review to revisit the recommendations made at a previous Young Carers Scrutiny Review.",
      place);
  ASSERT_EQ(both.size(), 2U);
  EXPECT_FALSE(both[0].earlier);
  EXPECT_TRUE(both[1].earlier);
  EXPECT_EQ(both[0].name.key, both[1].name.key) << "a review of an earlier one has its subject";
}

TEST(ReviewSigns, TitlesInQuotes) {
  query::PassageReader reader;
  const SignPlace title{PassageKind::heading, true, false, {}, {2017, 6, 20}};
  const auto response = query::find_review_signs(
      reader, "Cabinet Response to \"Getting There\": Report of the Task and Finish Group on Ferries", title);
  ASSERT_EQ(response.size(), 1U);
  EXPECT_EQ(response[0].name.quoted, "Getting There");
  EXPECT_EQ(response[0].name.subject, "Ferries");
  const auto own =
      query::find_review_signs(reader, "Getting There: Report of the Task and Finish Group on Ferries", title);
  ASSERT_EQ(own.size(), 1U);
  EXPECT_EQ(own[0].name.quoted, "Getting There");
  const SignPlace text{PassageKind::text, false, false, {}, {2020, 7, 14}};
  const auto passing =
      query::find_review_signs(reader, "The team came out of the \"Getting There\" review in 2017.", text);
  ASSERT_EQ(passing.size(), 1U);
  EXPECT_EQ(passing[0].name.quoted, "Getting There");
  EXPECT_EQ(passing[0].stage, ReviewStage::referred);
}

TEST(ReviewSigns, ReviewsOfOtherCouncils) {
  query::PassageReader reader;
  const SignPlace place{PassageKind::text, false, false, {}, {2020, 3, 23}, "Quayside Borough Council"};
  const std::pair<const char*, const char*> cases[] = {
      {"Moorby Council's Health Committee undertook a review into ferries in August 2013.", "Moorby Council"},
      {"In 2013 Quayside Council's Health Committee undertook a review into ferries.", ""},
      {"In 2013 the Council's Health Committee undertook a review into ferries.", ""},
  };
  for (const auto& [text, council] : cases) {
    const auto signs = query::find_review_signs(reader, text, place);
    ASSERT_FALSE(signs.empty()) << text;
    EXPECT_EQ(signs.front().other_council, council) << text;
  }
}

TEST(ReviewSigns, StageByTheTitleAbove) {
  query::PassageReader reader;
  const SignPlace place{PassageKind::text, false, false, "\"Getting There\": twelve months on", {2018, 5, 15}};
  const auto signs = query::find_review_signs(reader, "Members recalled the Task Group on ferries.", place);
  ASSERT_EQ(signs.size(), 1U);
  EXPECT_EQ(signs[0].stage, ReviewStage::update);
  const SignPlace interim{PassageKind::text, false, false, "Ferries: Interim Report", {2018, 5, 15}};
  const auto report = query::find_review_signs(reader, "The Task Group report on ferries goes to the Panel.", interim);
  ASSERT_FALSE(report.empty());
  EXPECT_EQ(report[0].stage, ReviewStage::interim);
}

TEST(ReviewSigns, RowsOfAWorkProgramme) {
  query::PassageReader reader;
  const SignPlace place{PassageKind::table_row, false, true, "Work programme", {2020, 3, 23}};
  const auto spotlight = query::find_review_signs(
      reader,
      "Title: Young Carers | Description: In 2013 the Panel reviewed the support available to young carers. | "
      "Method: Spotlight Review | Date: Meeting 19 th March 2020",
      place);
  ASSERT_EQ(spotlight.size(), 2U);
  EXPECT_EQ(spotlight[0].stage, ReviewStage::planned);
  EXPECT_EQ(spotlight[0].form, "spotlight review");
  EXPECT_EQ(spotlight[0].planned_for, "Meeting 19 th March 2020");
  EXPECT_EQ(spotlight[0].days, (std::vector<schema::Date>{{2020, 3, 19}}));
  EXPECT_EQ(spotlight[1].years, std::vector<int>{2013});
  const auto years = query::find_review_signs(
      reader,
      "Date: 8 April 2020 | Item: Carers | Aim: what happened to the reviews of 2012 and 2016 | "
      "Form: Task and finish (scoping)",
      place);
  ASSERT_EQ(years.size(), 3U);
  EXPECT_EQ(years[1].years, std::vector<int>{2012});
  EXPECT_EQ(years[2].years, std::vector<int>{2016});
  const auto past =
      query::find_review_signs(reader, "Meeting: 20 January 2020 | Title: Review of Young Carers 2016", place);
  ASSERT_EQ(past.size(), 1U);
  EXPECT_EQ(past[0].stage, ReviewStage::referred);
  EXPECT_TRUE(query::find_review_signs(reader, "Title: CAMHS | Method: Report", place).empty());
}

TEST(ReviewSigns, Members) {
  using Names = std::vector<std::string>;
  const std::pair<const char*, Names> cases[] = {
      {"Its members were Councillors Mrs Ruth Ash (Chairman), Fergus Oak and Sunita Elm, with Mr Keith Fir, governor.",
       {"Ruth Ash (Chairman)", "Fergus Oak", "Sunita Elm", "Keith Fir"}},
      {"Members of the Task Group were: Cllr Ann Ash (chair), Cllr Bo Birch and Cllr Cy Cole.",
       {"Ann Ash (chair)", "Bo Birch", "Cy Cole"}},
      {"Councillors Ash, Birch and Mrs G Cole volunteered to serve on the group.", {"Ash", "Birch", "G Cole"}},
      {"Councillor Ash thanked the officers and Councillor Birch agreed.", {}},
      {"The group comprised officers.", {}},
  };
  query::PassageReader reader;
  for (const auto& [text, names] : cases) EXPECT_EQ(query::members_in(reader.read(text)), names) << text;
}

TEST(ReviewSigns, MembersOnTheFront) {
  schema::Item front;
  for (const char* line : {"Libraries Report", "March 2020", "Task Group", "Councillors –", "Ann Ash (Chair)",
                           "Bo Birch", "Chair's Foreword and much more than a name"})
    front.passages.push_back({PassageKind::text, schema::Outcome::none, 0, false, "", line});
  query::PassageReader reader;
  const query::MemberList list = query::members_on_front(front, reader);
  EXPECT_EQ(list.names, (std::vector<std::string>{"Ann Ash (Chair)", "Bo Birch"}));
  EXPECT_EQ(list.lead, 3U);
}

TEST(TableCells, HeadsAndColumns) {
  const auto cells =
      query::cells_of("Rec No: 3 | Recommendation: Train all; at once | Agreed Action and Date: ; Agreed: May");
  ASSERT_EQ(cells.size(), 3U);
  EXPECT_EQ(cells[1].value, "Train all; at once");
  EXPECT_EQ(cells[2].value, "Agreed: May");
  EXPECT_EQ(query::cell_in(cells, query::Column::number)->value, "3");
  EXPECT_FALSE(query::cell_in(cells, query::Column::officer));
  EXPECT_EQ(query::column_of_label("Cabinet Response"), query::Column::response);
  EXPECT_EQ(query::column_of_label("Notes"), query::Column::other) << "no word of a head that only begins like it";
}

}  // namespace
}  // namespace minutebook::testing_support
