// Counts by time and council: they add up to what a search finds, whatever the period, and print safely.
#include <gtest/gtest.h>

#include <chrono>
#include <sstream>

#include "query/print_timeline.h"
#include "tests/unit/search_fixture.h"

namespace minutebook::testing_support {
namespace {

using query::Period;
using query::PeriodCounts;
using query::Timeline;

PeriodCounts sum_of(const std::vector<PeriodCounts>& periods) {
  PeriodCounts sum;
  for (const PeriodCounts& one : periods) {
    sum.searched += one.searched;
    sum.papers += one.papers;
    sum.items += one.items;
    sum.mentions += one.mentions;
  }
  return sum;
}

TEST(Timeline, AddsUpToTheAnswer) {
  SearchFixture fixture(71, 60, 2);
  RandomQueries random(72, fixture.naive());
  std::uint64_t seen = 0;
  for (int i = 0; i < 150; ++i) {
    const query::ResolvedQuery query = random.query();
    const query::Answer answer = search(fixture.index(), query, {.limit = 0, .strict = true, .count_mentions = true});
    const Timeline timeline = query::timeline(fixture.index(), query, static_cast<Period>(i % 3));
    EXPECT_EQ(timeline.total.items, answer.totals.items);
    EXPECT_EQ(timeline.total.papers, answer.totals.papers);
    EXPECT_EQ(timeline.total.mentions, answer.totals.mentions);
    EXPECT_EQ(timeline.total.searched, answer.coverage.papers);
    std::vector<PeriodCounts> parts = timeline.periods;
    parts.push_back(timeline.undated);
    EXPECT_EQ(sum_of(parts), timeline.total);
    std::vector<PeriodCounts> councils;
    for (const query::CouncilCounts& one : timeline.councils) {
      EXPECT_EQ(one.periods.size(), timeline.periods.size());
      councils.push_back(one.total);
    }
    EXPECT_EQ(sum_of(councils), timeline.total);
    seen += timeline.total.mentions;
  }
  EXPECT_GT(seen, 500U);
}

TEST(Timeline, SaysThatItIsNotCompleteWhenItsTimeIsOver) {
  SearchFixture fixture(75, 60, 2);
  const query::ResolvedQuery everything;
  const Timeline whole = query::timeline(fixture.index(), everything, Period::year);
  EXPECT_TRUE(whole.complete);
  const auto now = std::chrono::steady_clock::now();
  const Timeline cut = query::timeline(fixture.index(), everything, Period::year, now);
  EXPECT_FALSE(cut.complete);
  EXPECT_FALSE(cut.incomplete_reason.empty());
  EXPECT_LT(cut.total.items, whole.total.items);
  std::ostringstream text, json, picture;
  query::print_timeline_text(text, cut, 80);
  query::print_timeline_json(json, cut);
  query::print_timeline_svg(picture, cut);
  EXPECT_NE(text.str().find("not complete: " + cut.incomplete_reason), std::string::npos);
  EXPECT_NE(json.str().find("\"complete\":false,\"incomplete_reason\":\"" + cut.incomplete_reason), std::string::npos);
  EXPECT_NE(picture.str().find("not complete: " + cut.incomplete_reason), std::string::npos);
  // Time enough changes nothing, nor does the limit of the call before.
  const Timeline enough = query::timeline(fixture.index(), everything, Period::year, now + std::chrono::hours(1));
  EXPECT_TRUE(enough.complete);
  EXPECT_EQ(enough.total, whole.total);
}

TEST(Timeline, PeriodsFollowEachOtherWithoutAGap) {
  SearchFixture fixture(73, 60, 1);
  const query::ResolvedQuery everything;
  const Timeline years = query::timeline(fixture.index(), everything, Period::year);
  ASSERT_GT(years.periods.size(), 2U);
  for (std::size_t i = 1; i < years.periods.size(); ++i)
    EXPECT_EQ(std::stoi(years.periods[i].period), std::stoi(years.periods[i - 1].period) + 1);
  const Timeline months = query::timeline(fixture.index(), everything, Period::month);
  for (std::size_t i = 1; i < months.periods.size(); ++i) {
    const std::string& before = months.periods[i - 1].period;
    const int month = std::stoi(before.substr(5));
    const std::string next = month == 12 ? std::to_string(std::stoi(before) + 1) + "-01"
                                         : before.substr(0, 5) + (month < 9 ? "0" : "") + std::to_string(month + 1);
    EXPECT_EQ(months.periods[i].period, next);
  }
  EXPECT_GT(months.periods.size(), years.periods.size());
}

Timeline small() {
  Timeline made;
  made.interpreted.text = "<script> & \"words\"";
  made.periods = {{"2021", 10, 2, 3, 4}, {"2022", 0, 0, 0, 0}, {"2023", 8, 1, 1, 1}};
  made.total = {"", 20, 3, 4, 5};
  made.undated = {"", 2, 0, 0, 0};
  made.coverage.not_searched = 3;
  return made;
}

TEST(Timeline, IsPrintedWithEmptyPeriods) {
  std::ostringstream out;
  print_timeline_text(out, small(), 80);
  EXPECT_NE(out.str().find("2021                 4         3        10      40.0  \u2588"), std::string::npos)
      << out.str();
  EXPECT_NE(out.str().find("2022                 0         0         0         \u2013\n"), std::string::npos);
  EXPECT_NE(out.str().find("undated              0         0         2       0.0\n"), std::string::npos);
  EXPECT_NE(out.str().find("3 sources could not be searched"), std::string::npos);
}

Timeline of_councils() {
  Timeline made = small();
  made.revision = 7;
  made.councils = {{"X1", "=North, Vale", {"", 10, 2, 3, 4}, {}, {{"2021", 10, 2, 3, 4}, {"2022"}, {"2023"}}},
                   {"", "", {"", 10, 1, 1, 1}, {"", 2, 0, 0, 0}, {{"2021"}, {"2022"}, {"2023", 8, 1, 1, 1}}}};
  return made;
}

TEST(Timeline, CouncilsByYearsSaySilenceFromAbsence) {
  std::ostringstream wide;
  print_council_table(wide, of_councils(), 80);
  EXPECT_EQ(wide.str(),
            "\n                        2021      2022      2023\n"
            "=North, Vale        4 (40.0)         \u2013         \u2013\n"
            "council not stated         \u2013         \u2013  1 (12.5)\n"
            "mentions, and in brackets for each 100 papers searched; \u2013 none was\n");
  std::ostringstream narrow;
  print_council_table(narrow, of_councils(), 40);
  const std::string text = narrow.str();
  EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 9);
  EXPECT_NE(text.find("\n                        2021      2022\n=North"), std::string::npos) << text;
}

TEST(Timeline, CsvHasARowForEachCouncilAndPeriod) {
  std::ostringstream out;
  print_timeline_csv(out, of_councils());
  EXPECT_EQ(out.str(),
            "council,council_name,period,searched,papers,items,mentions,per_100,revision\r\n"
            "X1,\"'=North, Vale\",2021,10,2,3,4,40.0,7\r\n"
            "X1,\"'=North, Vale\",2022,0,0,0,0,,7\r\n"
            "X1,\"'=North, Vale\",2023,0,0,0,0,,7\r\n"
            ",council not stated,2021,0,0,0,0,,7\r\n"
            ",council not stated,2022,0,0,0,0,,7\r\n"
            ",council not stated,2023,8,1,1,1,12.5,7\r\n"
            ",council not stated,undated,2,0,0,0,0.0,7\r\n");
}

TEST(Timeline, PictureSaysInWordsWhatItShows) {
  std::ostringstream out;
  print_timeline_svg(out, small());
  EXPECT_NE(out.str().find("&lt;script&gt; &amp; &quot;words&quot;"), std::string::npos);
  EXPECT_EQ(out.str().find("<script"), std::string::npos);
  EXPECT_NE(out.str().find("2021: 4; 2022: 0; 2023: 1; all: 5"), std::string::npos);
}

TEST(Timeline, WhatStandsBesideABarIsTheReaders) {
  std::ostringstream out;
  print_timeline_svg(out, small());
  EXPECT_NE(out.str().find(">4 in 10 papers</text>"), std::string::npos);
  std::ostringstream mine;
  print_timeline_svg(mine, small(), [](const PeriodCounts& one) { return std::to_string(one.mentions) + " < mewn"; });
  EXPECT_NE(mine.str().find(">4 &lt; mewn</text>"), std::string::npos);
  EXPECT_EQ(mine.str().find(" in "), std::string::npos);
}

TEST(Timeline, JsonHasEveryFigure) {
  std::ostringstream out;
  print_timeline_json(out, small());
  EXPECT_NE(out.str().find(R"({"period":"2021","mentions":4,"items":3,"papers":2,"searched":10,"per_100":40.0})"),
            std::string::npos);
  EXPECT_NE(out.str().find(R"("not_searched":3)"), std::string::npos);
}

}  // namespace
}  // namespace minutebook::testing_support
