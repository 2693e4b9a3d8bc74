// Facets, totals and coverage against counts made one item at a time.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <tuple>

#include "tests/unit/search_fixture.h"

namespace minutebook {
namespace {

using namespace testing_support;
using query::Answer;
using query::SearchOptions;
using schema::FieldId;

std::vector<FieldId> facet_fields() {
  std::vector<FieldId> made;
  for (const schema::Field& field : schema::fields) {
    if (field.facet) made.push_back(field.id);
  }
  return made;
}

SearchOptions all_facets() {
  SearchOptions options;
  options.limit = 0;
  for (const FieldId field : facet_fields()) options.facets.push_back({field, 0});
  return options;
}

using Counts = std::map<std::string, std::uint64_t>;

/// Items that hold the words and pass every filter, those on `own` aside.
std::vector<const NaiveItem*> matching(const NaiveIndex& papers, const query::ResolvedQuery& query,
                                       const FieldId* own) {
  std::vector<const NaiveItem*> found;
  for (const NaiveItem& item : papers.items()) {
    const bool passes = std::all_of(query.filters.begin(), query.filters.end(), [&](const query::Filter& filter) {
      return (own != nullptr && filter.field == *own) || papers.passes(filter, item);
    });
    if (passes && papers.holds(query.tree, item)) found.push_back(&item);
  }
  return found;
}

Counts slow_counts(const NaiveIndex& papers, const query::ResolvedQuery& query, FieldId field) {
  Counts counts;
  for (const NaiveItem* item : matching(papers, query, &field)) {
    for (const std::string& value : papers.values(field, *item)) ++counts[value];
  }
  return counts;
}

Counts counts_of(const query::Facet& facet) {
  Counts counts;
  for (const query::FacetCount& one : facet.counts) {
    if (one.count > 0) counts[one.value] = one.count;
  }
  return counts;
}

TEST(Facets, EveryValueIsCountedAsIfItsOwnFilterWereNotThere) {
  SearchFixture fixture(21, 100, 3);
  RandomQueries random(22, fixture.naive());
  for (int i = 0; i < 250; ++i) {
    const query::ResolvedQuery query = random.query();
    const Answer answer = search(fixture.index(), query, all_facets());
    ASSERT_EQ(answer.facets.size(), facet_fields().size());
    for (const query::Facet& facet : answer.facets) {
      ASSERT_EQ(counts_of(facet), slow_counts(fixture.naive(), query, facet.field))
          << schema::field_of(facet.field).name;
    }
  }
}

TEST(Facets, TotalsCountItemsPapersAndMeetings) {
  SearchFixture fixture(23, 100, 2);
  RandomQueries random(24, fixture.naive());
  for (int i = 0; i < 250; ++i) {
    const query::ResolvedQuery query = random.query();
    const auto items = matching(fixture.naive(), query, nullptr);
    std::set<std::size_t> papers;
    std::set<std::string> meetings;
    for (const NaiveItem* item : items) {
      papers.insert(item->paper);
      const schema::Paper& paper = fixture.naive().paper(*item);
      const bool known = paper.date.known() && !paper.council.empty() && !paper.committee.empty();
      const std::string committee = *fixture.naive().values(FieldId::committee, *item).begin();
      meetings.insert(known ? committee + iso_date(paper.date) : "paper " + std::to_string(item->paper));
    }
    const query::Totals totals = search(fixture.index(), query, all_facets()).totals;
    ASSERT_EQ(totals.items, items.size());
    ASSERT_EQ(totals.papers, papers.size());
    ASSERT_EQ(totals.meetings, meetings.size());
    ASSERT_FALSE(totals.mentions.has_value());
  }
}

TEST(Facets, ASelectedValueStaysWithCountNoughtAndBeyondTheLimit) {
  SearchFixture fixture(25, 60, 1);
  query::ResolvedQuery query;
  query::Filter council;
  council.field = FieldId::council;
  council.values = {"X03"};
  query::Filter never;
  never.field = FieldId::date;
  never.range.to = schema::Date{1900, 1, 1};
  query.filters = {council, never};
  SearchOptions options;
  options.facets = {{FieldId::council, 1}};
  const Answer answer = search(fixture.index(), query, options);
  ASSERT_EQ(answer.facets.front().counts.size(), 1U);
  EXPECT_EQ(answer.facets.front().counts.front().value, "X03");
  EXPECT_EQ(answer.facets.front().counts.front().label, "Council X03");
  EXPECT_TRUE(answer.facets.front().counts.front().selected);
  EXPECT_EQ(answer.facets.front().counts.front().count, 0U);

  query.filters = {council};
  const query::Facet councils = search(fixture.index(), query, options).facets.front();
  EXPECT_GT(councils.values, 1U);
  EXPECT_LE(councils.counts.size(), 2U);
  EXPECT_TRUE(
      std::any_of(councils.counts.begin(), councils.counts.end(), [](const auto& one) { return one.value == "X03"; }));
}

TEST(Facets, CoverageCountsPapersInReachAndTheUndated) {
  SearchFixture fixture(26, 80, 2);
  std::set<std::size_t> papers;
  std::set<std::size_t> undated;
  schema::Date first;
  for (const NaiveItem& item : fixture.naive().items()) {
    const schema::Date date = fixture.naive().paper(item).date;
    if (!date.known()) undated.insert(item.paper);
    if (!date.known() || date < schema::Date{2015, 1, 1}) continue;
    papers.insert(item.paper);
    if (!first.known() || date < first) first = date;
  }
  query::ResolvedQuery query;
  query::Filter since;
  since.field = FieldId::date;
  since.range.from = schema::Date{2015, 1, 1};
  query.filters = {since};
  const query::Coverage coverage = search(fixture.index(), query, {}).coverage;
  // Papers without items are papers too, so the real count may be larger.
  EXPECT_GE(coverage.papers, papers.size());
  EXPECT_GE(coverage.undated, undated.size());
  EXPECT_GT(undated.size(), 0U);
  EXPECT_LE(coverage.from, first);
  EXPECT_GE(coverage.from, (schema::Date{2015, 1, 1}));
  EXPECT_EQ(coverage.not_searched, 0U);
}

TEST(Facets, SourcesThatWereNotSearchedAreCountedWithinTheFilters) {
  TemporaryFolder folder;
  const auto vocabulary = small_vocabulary();
  {
    indexer::IndexWriter writer(folder / "index", vocabulary);
    std::vector<std::unique_ptr<indexer::ShardBuilder>> builders;
    builders.push_back(writer.new_shard());
    const auto add = [&](const std::string& name, const std::string& status, const std::string& council,
                         std::uint32_t date) {
      schema::SourceRow row;
      row.path = row.id = name;
      row.status = status;
      row.council = council;
      row.date = date;
      builders.front()->add_source(row);
    };
    add("a", "failed", "X01", 20200101);
    add("b", "exempt", "X02", 20200101);
    add("c", "empty", "", 0);
    add("d", "indexed", "X01", 20200101);
    writer.publish(std::move(builders));
  }
  query::OpenIndex index(schema::open_index(folder / "index"));
  query::ResolvedQuery query;
  EXPECT_EQ(search(index, query, {}).coverage.not_searched, 3U);
  query::Filter council;
  council.field = FieldId::council;
  council.values = {"X01"};
  query.filters = {council};
  EXPECT_EQ(search(index, query, {}).coverage.not_searched, 2U)
      << "of one source the council is not known: it may be this one";
  query::Filter later;
  later.field = FieldId::date;
  later.range.from = schema::Date{2021, 1, 1};
  query.filters = {council, later};
  EXPECT_EQ(search(index, query, {}).coverage.not_searched, 1U);
}

}  // namespace
}  // namespace minutebook
