// The whole search against the slow one: which items, in which tier, in which order, whatever the number of shards.
#include <gtest/gtest.h>

#include <set>

#include "query/bitmap.h"
#include "schema/error.h"
#include "tests/unit/search_fixture.h"

namespace minutebook {
namespace {

using namespace testing_support;
using query::Answer;
using query::SearchOptions;
using query::Tier;

constexpr int queries = 400;

SearchOptions everything() {
  SearchOptions options;
  options.everything = true;
  return options;
}

std::set<std::string> ids(const Answer& answer, Tier tier) {
  std::set<std::string> found;
  for (const query::Result& row : answer.results) {
    if (row.tier == tier) found.insert(row.id);
  }
  return found;
}

/// What one side alone has; empty if they agree.
std::string difference(const std::set<std::string>& found, const std::set<std::string>& expected) {
  std::string text;
  for (const std::string& id : found) text += expected.contains(id) ? "" : " +" + id;
  for (const std::string& id : expected) text += found.contains(id) ? "" : " -" + id;
  return text;
}

bool passes_filters(const NaiveIndex& papers, const query::ResolvedQuery& query, const NaiveItem& item) {
  return std::all_of(query.filters.begin(), query.filters.end(),
                     [&](const query::Filter& filter) { return papers.passes(filter, item); });
}

/// Holds a bare operand by its words: a reading as a filter alone is no answer.
bool by_words(const NaiveIndex& papers, const Node& operand, const NaiveItem& item) {
  if (operand.kind != NodeKind::any_of) return papers.holds(operand, item);
  return std::any_of(operand.children.begin(), operand.children.end(), [&](const Node& child) {
    const bool text = child.kind != NodeKind::filter && child.kind != NodeKind::none_of;
    return text && papers.holds(child, item);
  });
}

/// Alternatives that are themselves made of filters and exclusions are left to the other tests.
bool plain(const query::ResolvedQuery& query) {
  const auto simple = [](const Node& child) {
    return child.kind == NodeKind::leaf || child.kind == NodeKind::filter || child.kind == NodeKind::none_of ||
           child.kind == NodeKind::scoped || child.kind == NodeKind::near || child.kind == NodeKind::same_passage;
  };
  return std::all_of(query.tree.children.begin(), query.tree.children.end(), [&](const Node& operand) {
    return operand.kind != NodeKind::any_of || std::all_of(operand.children.begin(), operand.children.end(), simple);
  });
}

TEST(Evaluate, FindsExactlyWhatTheSlowSearchFinds) {
  SearchFixture fixture(1, 120, 3);
  RandomQueries random(2, fixture.naive());
  int found_something = 0;
  for (int i = 0; i < queries; ++i) {
    const query::ResolvedQuery query = random.query();
    std::set<std::string> expected;
    for (const NaiveItem& item : fixture.naive().items()) {
      if (passes_filters(fixture.naive(), query, item) && fixture.naive().holds(query.tree, item))
        expected.insert(item.id);
    }
    SearchOptions options = everything();
    options.explain = true;
    const Answer answer = search(fixture.index(), query, options);
    std::string explained;
    for (const std::string& line : answer.explained) explained += line + "\n";
    ASSERT_EQ(difference(ids(answer, Tier::all), expected), "") << explained;
    ASSERT_EQ(answer.totals.items, expected.size()) << explained;
    ASSERT_EQ(answer.emptied.has_value(), expected.empty()) << explained;
    if (!expected.empty()) ++found_something;
  }
  EXPECT_GT(found_something, queries / 3);
}

TEST(Evaluate, TierSomeHoldsTheRestOfTheItemsWithAWord) {
  SearchFixture fixture(3, 60, 2);
  RandomQueries random(4, fixture.naive());
  int with_some = 0;
  for (int i = 0; i < queries; ++i) {
    const query::ResolvedQuery query = random.query();
    const auto bare = std::count_if(query.tree.children.begin(), query.tree.children.end(),
                                    [](const Node& child) { return child.bare; });
    const bool parts = std::any_of(query.tree.children.begin(), query.tree.children.end(),
                                   [](const Node& child) { return !child.parts.empty(); });
    if ((bare < 2 && !parts) || !plain(query)) continue;
    std::set<std::string> expected;
    for (const NaiveItem& item : fixture.naive().items()) {
      bool required = passes_filters(fixture.naive(), query, item);
      bool any = false;
      for (const Node& operand : query.tree.children) {
        if (!operand.bare) required = required && fixture.naive().holds(operand, item);
        if (operand.bare) any = any || by_words(fixture.naive(), operand, item);
        for (const Node& part : operand.parts) any = any || fixture.naive().holds(part, item);
      }
      if (required && any && !fixture.naive().holds(query.tree, item)) expected.insert(item.id);
    }
    SearchOptions options;
    options.limit = 100000;
    const Answer answer = search(fixture.index(), query, options);
    ASSERT_EQ(difference(ids(answer, Tier::some), expected), "") << query.typed;
    ASSERT_EQ(answer.totals.some, expected.size());
    if (!expected.empty()) ++with_some;
    options.strict = true;
    ASSERT_EQ(search(fixture.index(), query, options).totals.some, 0U);
  }
  EXPECT_GT(with_some, 20);
}

std::vector<std::string> rows(const Answer& answer) {
  std::vector<std::string> made;
  for (const query::Result& row : answer.results)
    made.push_back(row.id + " " + std::to_string(row.score) + " " + iso_date(row.date));
  return made;
}

TEST(Evaluate, OrderAndScoresDoNotDependOnTheNumberOfShards) {
  SearchFixture one(5, 90, 1);
  SearchFixture many(5, 90, 4);
  RandomQueries random(6, one.naive());
  for (int i = 0; i < 200; ++i) {
    const query::ResolvedQuery query = random.query();
    SearchOptions options;
    options.limit = 40;
    options.sort = static_cast<query::SortOrder>(i % 3);
    options.group = static_cast<query::GroupBy>(i / 3 % 3);
    ASSERT_EQ(rows(search(one.index(), query, options)), rows(search(many.index(), query, options))) << query.typed;
  }
}

TEST(Evaluate, PagesPutTogetherAreTheWholeAnswer) {
  SearchFixture fixture(7, 90, 3);
  RandomQueries random(8, fixture.naive());
  for (int i = 0; i < 60; ++i) {
    const query::ResolvedQuery query = random.query();
    SearchOptions options;
    options.group = static_cast<query::GroupBy>(i % 3);
    options.limit = 100000;
    const std::vector<std::string> whole = rows(search(fixture.index(), query, options));
    options.limit = 7;
    std::vector<std::string> joined;
    do {
      const Answer page = search(fixture.index(), query, options);
      const auto more = rows(page);
      ASSERT_TRUE(more.size() == 7 || page.next.empty());
      joined.insert(joined.end(), more.begin(), more.end());
      options.cursor = page.next;
    } while (!options.cursor.empty());
    ASSERT_EQ(joined, whole) << query.typed;
  }
}

TEST(Evaluate, NewestAndOldestPutUndatedPapersLast) {
  SearchFixture fixture(9, 60, 2);
  query::ResolvedQuery all_papers;
  SearchOptions options = everything();
  for (const query::SortOrder order : {query::SortOrder::newest, query::SortOrder::oldest}) {
    options.sort = order;
    const Answer answer = search(fixture.index(), all_papers, options);
    ASSERT_EQ(answer.results.size(), fixture.naive().items().size());
    bool undated = false;
    schema::Date before = answer.results.front().date;
    for (const query::Result& row : answer.results) {
      undated = undated || !row.date.known();
      ASSERT_EQ(undated, !row.date.known());
      const bool in_order = order == query::SortOrder::newest ? row.date <= before : row.date >= before;
      ASSERT_TRUE(undated || in_order);
      before = row.date;
    }
    EXPECT_TRUE(undated);
  }
}

TEST(Evaluate, RefusesACursorOfAnotherQuery) {
  SearchFixture fixture(10, 30, 1);
  query::ResolvedQuery query;
  query.interpreted = "everything";
  SearchOptions options;
  options.limit = 3;
  options.cursor = search(fixture.index(), query, options).next;
  ASSERT_FALSE(options.cursor.empty());
  query.interpreted = "something else";
  EXPECT_THROW(search(fixture.index(), query, options), schema::Error);
}

Node word_node(const std::string& stem) {
  Node made;
  made.kind = NodeKind::leaf;
  made.leaf.kind = LeafKind::stem;
  made.leaf.stem = stem;
  made.leaf.word = stem;
  made.leaf.typed = stem;
  return made;
}

query::Filter filter_on(schema::FieldId field, const std::string& value, const std::string& typed) {
  query::Filter made;
  made.field = field;
  made.values = {value};
  made.typed = typed;
  return made;
}

TEST(Evaluate, AnEmptyAnswerNamesTheWordOrFilterThatEmptiedIt) {
  SearchFixture fixture(11, 60, 2);
  query::ResolvedQuery query;
  query.tree.children = {word_node("committe"), word_node("zebra")};
  Answer answer = search(fixture.index(), query, {});
  ASSERT_TRUE(answer.emptied.has_value());
  EXPECT_EQ(answer.emptied->reason, "no item has \"zebra\"");
  EXPECT_GT(answer.emptied->operands[0].items, 0U);
  EXPECT_EQ(answer.emptied->operands[1].items, 0U);

  query.tree.children = {word_node("committe")};
  const std::string found = std::to_string(search(fixture.index(), query, {}).totals.items);
  query.filters = {filter_on(schema::FieldId::council, "X99", "council:nowhere")};
  answer = search(fixture.index(), query, {});
  ASSERT_TRUE(answer.emptied.has_value());
  EXPECT_EQ(answer.emptied->reason, "no item fits «council:nowhere»");

  query.filters = {filter_on(schema::FieldId::council, "X01", "council:one"),
                   filter_on(schema::FieldId::council, "X02", "council:two")};
  answer = search(fixture.index(), query, {});
  ASSERT_TRUE(answer.emptied.has_value());
  EXPECT_NE(answer.emptied->reason.find("«council:two» leaves none of the "), std::string::npos)
      << answer.emptied->reason;
  EXPECT_NE(answer.emptied->reason.find("that the filters before it leave"), std::string::npos);
}

TEST(Evaluate, RefusesPaperInsideAParagraph) {
  SearchFixture fixture(12, 10, 1);
  query::ResolvedQuery query;
  Node paper;
  paper.kind = NodeKind::same_paper;
  paper.children = {word_node("a"), word_node("b")};
  Node passage;
  passage.kind = NodeKind::same_passage;
  passage.children = {paper, word_node("c")};
  query.tree.children = {passage};
  EXPECT_THROW(search(fixture.index(), query, {}), schema::Error);
}

TEST(Bitmap, RangesCountAndClear) {
  query::Bitmap bits(300);
  bits.set_range(60, 200);
  EXPECT_EQ(bits.count(), 140U);
  EXPECT_EQ(bits.count_range(64, 128), 64U);
  EXPECT_EQ(bits.count_range(1, 61), 1U);
  bits.clear_range(100, 101);
  EXPECT_FALSE(bits.test(100));
  EXPECT_EQ(bits.next(100), 101U);
  EXPECT_EQ(bits.next(200), 0U);
  EXPECT_EQ(bits.next(1), 60U);
  bits.fill();
  EXPECT_EQ(bits.count(), 300U);
  EXPECT_FALSE(bits.test(0));
}

}  // namespace
}  // namespace minutebook
