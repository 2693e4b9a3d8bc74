// Reviews and requests out of a small index of made-up papers: entries, answers, what is open and what nobody can tell.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <nlohmann/json.hpp>
#include <sstream>
#include <stdexcept>

#include "query/print_actions.h"
#include "query/print_reviews.h"
#include "tests/unit/reviews_fixture.h"

namespace minutebook::testing_support {
namespace {

TEST_F(ReviewsAndActions, OneEntryForAReview) {
  const query::Reviews found = query::reviews(*index_, understood("gangways"));
  ASSERT_EQ(found.reviews.size(), 1U);
  const query::Review& review = found.reviews.front();
  EXPECT_EQ(review.stage, query::ReviewStage::final_report);
  EXPECT_EQ(review.report_date, (schema::Date{2020, 1, 6}));
  EXPECT_EQ(review.first_mention, (schema::Date{2019, 3, 4}));
  EXPECT_TRUE(review.names_subject);
  EXPECT_EQ(review.statements.size(), 2U);
  EXPECT_EQ(found.councils, std::vector<std::string>{"Quayside Council"});
}

TEST_F(ReviewsAndActions, WordsForReviewsAreNotRequired) {
  const query::Reviews found = query::reviews(*index_, understood("gangways task group review"));
  EXPECT_EQ(found.reviews.size(), 1U);
  EXPECT_EQ(found.searched.interpreted.optional, (std::vector<std::string>{"task", "group", "review"}));
  EXPECT_EQ(query::reviews(*index_, understood("review")).searched.interpreted.optional, std::vector<std::string>());
}

TEST_F(ReviewsAndActions, NothingFoundSaysSo) {
  const query::Reviews found = query::reviews(*index_, understood("timetables"));
  EXPECT_TRUE(found.reviews.empty());
  std::ostringstream out;
  query::print_reviews_text(out, found, {});
  EXPECT_NE(out.str().find("no review found: 2 items speak of the subject"), std::string::npos) << out.str();
  EXPECT_NE(out.str().find("searched: 2 papers, 2019-03-04 to 2020-01-06"), std::string::npos) << out.str();
}

TEST_F(ReviewsAndActions, FiltersAloneListEveryReview) {
  EXPECT_EQ(query::reviews(*index_, understood("kind:minutes")).reviews.size(), 1U);
  EXPECT_EQ(query::reviews(*index_, understood("since:2021")).reviews.size(), 0U);
}

TEST_F(ReviewsAndActions, SayThatTheyAreNotCompleteWhenTheirTimeIsOver) {
  const auto now = std::chrono::steady_clock::now();
  const query::Reviews cut = query::reviews(*index_, understood("gangways"), now);
  EXPECT_TRUE(cut.reviews.empty());
  EXPECT_FALSE(cut.searched.complete);
  std::ostringstream json, text;
  query::print_reviews_json(json, cut);
  query::print_reviews_text(text, cut, {});
  EXPECT_NE(json.str().find("\"complete\":false"), std::string::npos) << json.str();
  EXPECT_NE(json.str().find("\"incomplete_reason\":\"" + cut.searched.incomplete_reason), std::string::npos);
  EXPECT_NE(text.str().find("not complete: "), std::string::npos) << text.str();
  const query::Actions none = query::actions(*index_, {}, {.deadline = now});
  EXPECT_TRUE(none.actions.empty());
  EXPECT_FALSE(none.searched.complete);
  EXPECT_NE(none.searched.incomplete_reason.find("more requests"), std::string::npos);
  // Time enough changes nothing, nor does the limit of the call before.
  const query::Deadline enough = now + std::chrono::hours(1);
  EXPECT_EQ(query::reviews(*index_, understood("gangways"), enough).reviews.size(), 1U);
  EXPECT_TRUE(query::actions(*index_, {}, {.deadline = enough}).searched.complete);
  EXPECT_EQ(query::actions(*index_, {}, {.deadline = enough}).actions.size(),
            query::actions(*index_, {}, {}).actions.size());
  EXPECT_GT(query::actions(*index_, {}, {}).actions.size(), 0U);
}

const query::Action& asked_for(const query::Actions& found, const std::string& word) {
  for (const query::Action& one : found.actions) {
    if (one.text.find(word) != std::string::npos) return one;
  }
  throw std::runtime_error("nothing about " + word);
}

TEST_F(ReviewsAndActions, AnsweredOpenAndUnknown) {
  const query::Actions found = query::actions(*index_, {}, {});
  ASSERT_EQ(found.actions.size(), 3U);
  const query::Action& timetables = asked_for(found, "timetables");
  EXPECT_EQ(timetables.trace, query::Trace::answered);
  EXPECT_EQ(timetables.answer->where.number, "8");
  EXPECT_TRUE(timetables.answer->says_so);
  EXPECT_EQ(timetables.due.words, "to the next meeting");
  const query::Action& drills = asked_for(found, "drills");
  EXPECT_EQ(drills.trace, query::Trace::none_found);
  EXPECT_EQ(drills.searched_until, (schema::Date{2020, 1, 6}));
  EXPECT_EQ(asked_for(found, "paint").trace, query::Trace::cannot_tell);
  EXPECT_EQ(found.answered + found.none_found + found.cannot_tell, 3U);
}

TEST_F(ReviewsAndActions, OptionsAndFilters) {
  const query::Actions open = query::actions(*index_, {}, {.open_only = true});
  ASSERT_EQ(open.actions.size(), 1U);
  EXPECT_EQ(open.answered, 1U) << "what is left out is counted";
  EXPECT_EQ(query::actions(*index_, {}, {.everything = true}).actions.size(), 5U);
  EXPECT_EQ(query::actions(*index_, understood("since:2020"), {}).actions.size(), 1U);
  EXPECT_EQ(asked_for(query::actions(*index_, understood("before:2020"), {}), "timetables").trace,
            query::Trace::answered)
      << "an answer may lie outside the filters";
}

TEST_F(ReviewsAndActions, AnotherCommitteeAnswersNothing) {
  papers_[1].committee = "Harbour Scrutiny Panel";
  publish();
  EXPECT_EQ(asked_for(query::actions(*index_, {}, {}), "timetables").trace, query::Trace::cannot_tell);
}

TEST_F(ReviewsAndActions, ListsBelongToWhatOpensThem) {
  add(paper(PaperKind::minutes, {2021, 1, 6}, panel, "Minutes of 2021",
            {item("3", "ROPES",
                  {resolved("Resolved that:"), resolved("the committee receive details of:", "(1)"), resolved("knots,"),
                   resolved("splices.")})}));
  publish();
  const query::Actions found = query::actions(*index_, understood("ropes"), {});
  ASSERT_EQ(found.actions.size(), 1U);
  EXPECT_EQ(found.actions[0].text, "the committee receive details of: knots, splices.");
}

TEST_F(ReviewsAndActions, DiscussionAndResolutionAreOneRequest) {
  add(paper(PaperKind::minutes, {2021, 1, 6}, panel, "Minutes of 2021",
            {item("3", "ROPES",
                  {said("It was agreed that an update on mooring ropes would be provided in May."),
                   resolved("an update on mooring ropes be provided in May.")})}));
  publish();
  const query::Actions found = query::actions(*index_, understood("ropes"), {});
  ASSERT_EQ(found.actions.size(), 1U);
  EXPECT_EQ(found.actions[0].said, query::SaidAs::resolution);
  EXPECT_EQ(found.actions[0].also.size(), 1U);
}

TEST_F(ReviewsAndActions, JsonAndCsv) {
  std::ostringstream json;
  query::print_actions_json(json, query::actions(*index_, {}, {}));
  const auto parsed = nlohmann::json::parse(json.str());
  EXPECT_EQ(parsed["actions"].size(), 3U);
  EXPECT_EQ(parsed["open"], 1);
  std::ostringstream csv;
  query::print_actions_csv(csv, query::actions(*index_, {}, {}));
  const std::string rows = csv.str();
  EXPECT_EQ(std::count(rows.begin(), rows.end(), '\n'), 4);
  std::ostringstream entries;
  query::print_reviews_json(entries, query::reviews(*index_, understood("gangways")));
  EXPECT_EQ(nlohmann::json::parse(entries.str())["reviews"][0]["stage"], "final-report");
  std::ostringstream text;
  query::print_actions_text(text, query::actions(*index_, {}, {}), {});
  EXPECT_NE(text.str().find("3 requests: 1 answered, it seems, 1 open, 1 that cannot be told"), std::string::npos)
      << text.str();
  EXPECT_NE(text.str().find("no later item of this committee found that answers it"), std::string::npos);
}

}  // namespace
}  // namespace minutebook::testing_support
