// Pages by cursor: one after the other they are the whole answer, and none costs more reading than its own rows.
#include <gtest/gtest.h>

#include <chrono>

#include "query/open_index.h"
#include "query/rank.h"
#include "schema/error.h"
#include "tests/unit/search_fixture.h"

namespace minutebook::testing_support {
namespace {

using query::Answer;
using query::GroupBy;
using query::SearchOptions;
using query::SortOrder;

query::ResolvedQuery common_words() {
  query::ResolvedQuery made;
  for (const char* stem : {"council", "committe"}) {
    query::Node& node = made.tree.children.emplace_back();
    node.kind = query::NodeKind::leaf;
    node.leaf.kind = query::LeafKind::stem;
    node.leaf.stem = stem;
    node.leaf.typed = stem;
    node.bare = true;
  }
  made.typed = made.interpreted = "council committee";
  return made;
}

query::ResolvedQuery everything() {
  query::ResolvedQuery made;
  made.typed = made.interpreted = "everything";
  return made;
}

std::vector<std::string> ids_of(const Answer& answer) {
  std::vector<std::string> ids;
  for (const query::Result& row : answer.results) {
    std::string line = row.id + " " + std::to_string(row.grouped);
    for (const query::Mention& mention : row.mentions) ids.push_back(line + " " + mention.id);
    if (row.mentions.empty()) ids.push_back(line);
  }
  return ids;
}

/// Two runs over an index of one shard and one of several, in every order and grouping.
class Pages : public testing::TestWithParam<int> {};

TEST_P(Pages, AreTheWholeAnswer) {
  SearchFixture fixture(91, 60, GetParam());
  for (const GroupBy group : {GroupBy::item, GroupBy::paper, GroupBy::meeting}) {
    for (const SortOrder sort : {SortOrder::relevance, SortOrder::newest, SortOrder::oldest}) {
      SearchOptions options = {.limit = 10000, .sort = sort, .group = group};
      const std::vector<std::string> whole = ids_of(search(fixture.index(), common_words(), options));
      ASSERT_GT(whole.size(), 20U);
      options.limit = 7;
      std::vector<std::string> paged;
      do {
        const Answer page = search(fixture.index(), common_words(), options);
        EXPECT_LE(page.results.size(), 7U);
        const std::vector<std::string> ids = ids_of(page);
        paged.insert(paged.end(), ids.begin(), ids.end());
        options.cursor = page.next;
      } while (!options.cursor.empty());
      EXPECT_EQ(paged, whole);
    }
  }
}

TEST_P(Pages, AllReadTheTextOfTheirOwnRowsOnly) {
  SearchFixture fixture(92, 120, GetParam());
  for (const GroupBy group : {GroupBy::item, GroupBy::paper, GroupBy::meeting}) {
    SearchOptions options = {.limit = 5, .group = group};
    std::uint64_t pages = 0;
    do {
      const std::uint64_t before = fixture.index().parts().items_read;
      const Answer page = search(fixture.index(), common_words(), options);
      EXPECT_EQ(fixture.index().parts().items_read - before, page.results.size());
      EXPECT_EQ(page.totals.items, search(fixture.index(), common_words(), {.limit = 0}).totals.items);
      options.cursor = page.next;
      ++pages;
    } while (!options.cursor.empty());
    EXPECT_GT(pages, 5U);
  }
}

/// What is ranked is bounded by the page, not by where it stands: rows behind the cursor alone are kept.
TEST_P(Pages, BeginBehindTheRowOfTheCursor) {
  SearchFixture fixture(94, 120, GetParam());
  query::OpenIndex::Parts& index = fixture.index().parts();
  std::vector<query::Candidate> all;
  for (std::uint32_t number = 0; number < index.shards.size(); ++number) {
    const query::OpenShard& shard = index.shards[number];
    shard.live.for_each([&](std::uint32_t docid) {
      all.push_back({0, docid % 3, shard.papers[shard.paper_of[docid]].date, number, docid, 1});
    });
  }
  ASSERT_GT(all.size(), 200U);
  query::Ranking whole(index, {.keep = all.size()});
  for (const query::Candidate& one : all) whole.offer(one);
  const std::vector<query::Candidate> order = whole.take();
  for (const std::size_t page : {0U, 1U, 9U, 17U}) {
    query::RankingWish wish = {.keep = 10};
    if (page > 0) wish.after = order[page * 10 - 1];
    query::Ranking ranking(index, wish);
    for (const query::Candidate& one : all) ranking.offer(one);
    EXPECT_EQ(ranking.rows(), all.size());
    const std::vector<query::Candidate> rows = ranking.take();
    ASSERT_EQ(rows.size(), 10U);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      EXPECT_EQ(rows[i].shard, order[page * 10 + i].shard);
      EXPECT_EQ(rows[i].docid, order[page * 10 + i].docid);
    }
  }
}

TEST(Cursors, WrittenByAnybodyAreRefused) {
  SearchFixture fixture(95, 60, 2);
  const std::string cursor = search(fixture.index(), common_words(), {.limit = 3}).next;
  ASSERT_FALSE(cursor.empty());
  const std::size_t place = cursor.find('-', cursor.find('-', cursor.find('-') + 1) + 1) + 1;
  const std::string head = cursor.substr(0, place);
  const std::string tail = cursor.substr(cursor.rfind('-'));
  for (const char* other : {"0.0.0.0.0.0.0", "0.0.0.0.0.9.1", "0.0.0.0.0.0.99999999", "0.0.0.0.0.1", "x", "",
                            "0.0.0.0.0.0.1.1", "0.0.0.0.0.0.-1", "0.0.99999999999.0.0.0.1"}) {
    SearchOptions options = {.limit = 3, .cursor = head + other + tail};
    EXPECT_THROW(search(fixture.index(), common_words(), options), schema::Error) << other;
  }
  SearchOptions options = {.limit = 3, .cursor = head + "0.0.0.0.0.0.1" + tail};
  EXPECT_NO_THROW(search(fixture.index(), common_words(), options));
}

INSTANTIATE_TEST_SUITE_P(Shards, Pages, testing::Values(1, 4));

/// Sorted by date most items tie; the paper's id decides, not where it is stored.
TEST(Pages, DoNotDependOnTheNumberOfShards) {
  SearchFixture one(93, 60, 1);
  SearchFixture four(93, 60, 4);
  for (const GroupBy group : {GroupBy::item, GroupBy::paper, GroupBy::meeting}) {
    const SearchOptions options = {.limit = 10000, .sort = SortOrder::newest, .group = group, .strict = true};
    const auto whole = [&](SearchFixture& fixture) {
      std::vector<std::string> lines;
      for (const query::Result& row : search(fixture.index(), everything(), options).results)
        lines.push_back(schema::iso_date(row.date) + " " + (group == GroupBy::item ? row.id : row.paper.id));
      return lines;
    };
    EXPECT_EQ(whole(one), whole(four));
  }
}

/// Nothing is known of what was not reached, and the answer says so.
TEST(Deadline, EndsASearchThatSaysItIsNotComplete) {
  SearchFixture fixture(97, 120, 2);
  query::ResolvedQuery phrase = everything();
  query::Node& node = phrase.tree.children.emplace_back();
  node.kind = query::NodeKind::leaf;
  node.leaf.kind = query::LeafKind::phrase;
  node.leaf.words = {"children"};
  const Answer whole = search(fixture.index(), phrase, {.limit = 3});
  ASSERT_GT(whole.totals.items, 64U);
  EXPECT_TRUE(whole.complete);
  SearchOptions options = {.limit = 3};
  options.deadline = std::chrono::steady_clock::now();
  const Answer cut = search(fixture.index(), phrase, options);
  EXPECT_FALSE(cut.complete);
  EXPECT_FALSE(cut.incomplete_reason.empty());
  EXPECT_LT(cut.totals.items, whole.totals.items);
  // Words that are only looked up are cut off as well, and what is not known is not explained.
  query::ResolvedQuery words = everything();
  query::Node& word = words.tree.children.emplace_back();
  word.kind = query::NodeKind::leaf;
  word.leaf.kind = query::LeafKind::stem;
  word.leaf.stem = word.leaf.typed = "council";
  for (const query::ResolvedQuery* query : {&words, &phrase}) {
    for (const bool mentions : {false, true}) {
      SearchOptions over = options;
      over.mention_rows = mentions;
      const Answer none = search(fixture.index(), *query, over);
      EXPECT_FALSE(none.complete);
      EXPECT_EQ(none.emptied, std::nullopt);
    }
  }
  // The next search has all the time it needs.
  EXPECT_EQ(search(fixture.index(), phrase, {.limit = 3}).totals.items, whole.totals.items);
}

}  // namespace
}  // namespace minutebook::testing_support
