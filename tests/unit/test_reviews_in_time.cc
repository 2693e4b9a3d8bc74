// What is told of reviews when the time is over, and of requests in pieces.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <sstream>

#include "query/open_index.h"
#include "query/print_actions.h"
#include "query/print_reviews.h"
#include "tests/unit/reviews_fixture.h"

namespace minutebook::testing_support {
namespace {

TEST_F(ReviewsAndActions, ActionsInPiecesAreTheSame) {
  const query::Actions whole = query::actions(*index_, {}, {.everything = true});
  for (const query::ActionForm form : {query::ActionForm::json, query::ActionForm::csv}) {
    std::ostringstream out;
    form == query::ActionForm::json ? print_actions_json(out, whole) : print_actions_csv(out, whole);
    query::ActionPieces pieces(query::find_actions(*index_, {}, {.everything = true}), form);
    std::string joined;
    for (std::string piece = pieces.next(); !piece.empty(); piece = pieces.next()) joined += piece;
    EXPECT_EQ(joined, out.str());
    EXPECT_EQ(pieces.next(), "");
  }
  query::ActionPieces none(query::find_actions(*index_, understood("zzyzx"), {}), query::ActionForm::json);
  EXPECT_TRUE(none.next().ends_with(",\"actions\":[]}\n"));
}

TEST_F(ReviewsAndActions, ManyActionsComeInManyPiecesInTheirOrder) {
  for (int number = 1; number <= 90; ++number) {
    const std::string words = "rope number " + std::to_string(number);
    add(paper(PaperKind::minutes, {2000 + number / 12, 1 + number % 12, 2}, panel, words,
              {item("1", words, {resolved("a report on " + words + " be submitted to the next meeting.")})}));
  }
  publish();
  query::ActionList list = query::find_actions(*index_, {}, {});
  EXPECT_EQ(list.left(), 93U);
  const query::Actions whole = query::actions(*index_, {}, {});
  for (const query::Action& expected : whole.actions) {
    const std::optional<query::Action> told = list.next();
    ASSERT_TRUE(told);
    EXPECT_EQ(told->where.mention, expected.where.mention);
  }
  EXPECT_FALSE(list.next());
  const auto later = [](const query::Action& a, const query::Action& b) { return b.where.date < a.where.date; };
  EXPECT_TRUE(std::is_sorted(whole.actions.begin(), whole.actions.end(), later));
  query::ActionPieces pieces(query::find_actions(*index_, {}, {}), query::ActionForm::json);
  int number = 0;
  std::string joined;
  for (std::string piece = pieces.next(); !piece.empty(); piece = pieces.next(), ++number) {
    EXPECT_LT(piece.size(), 65536U);
    joined += piece;
  }
  EXPECT_GT(number, 2);
  EXPECT_EQ(nlohmann::json::parse(joined)["actions"].size(), 93U);
}

/// A clock that goes on by a millisecond whenever it is looked at.
std::int64_t ticks = 0;
std::chrono::steady_clock::time_point looked_at() noexcept {
  return std::chrono::steady_clock::time_point(std::chrono::milliseconds(++ticks));
}

TEST_F(ReviewsAndActions, WhatWasFoundUntilTheTimeWasOverIsListed) {
  // Letters that no two of them share: each is a review of its own.
  for (int number = 0; number < 40; ++number) {
    const std::string subject = std::string("quay") + static_cast<char>('a' + number % 26) +
                                static_cast<char>('a' + number / 26) + "ton harbour";
    add(paper(PaperKind::minutes, {2019, 1 + number % 12, 1 + number / 12}, panel, "Minutes " + subject,
              {item("1", subject, {resolved("Resolved that a Task and Finish Group on " + subject + " be set up.")})}));
  }
  publish();
  const std::size_t all = query::reviews(*index_, {}).reviews.size();
  ASSERT_GT(all, 40U);
  index_->parts().buffers.time = query::TimeLimit(looked_at);
  std::size_t cut_with_some = 0;
  std::size_t cut_while_putting_together = 0;
  bool complete = false;
  for (int time = 1; !complete && time < 10000; time += 1 + time / 16) {
    const query::Deadline end = std::chrono::steady_clock::time_point(std::chrono::milliseconds(ticks + time));
    const query::Reviews found = query::reviews(*index_, {}, end);
    complete = found.searched.complete;
    EXPECT_LE(found.reviews.size(), all);
    if (complete) {
      EXPECT_EQ(found.reviews.size(), all);
      continue;
    }
    EXPECT_NE(found.searched.incomplete_reason, "");
    cut_with_some += !found.reviews.empty();
    cut_while_putting_together +=
        !found.reviews.empty() && found.searched.incomplete_reason.find("put together") != std::string::npos;
    for (const query::Review& one : found.reviews) {
      for (const std::size_t other : one.may_be_same) EXPECT_LT(other, found.reviews.size());
    }
  }
  EXPECT_TRUE(complete);
  EXPECT_GT(cut_with_some, 10U);
  EXPECT_GT(cut_while_putting_together, 3U);
}

}  // namespace
}  // namespace minutebook::testing_support
