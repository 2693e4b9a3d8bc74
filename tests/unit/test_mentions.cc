// Mentions and highlights against the slow search, and how a passage is cut into runs.
#include <gtest/gtest.h>

#include "query/mentions.h"
#include "schema/error.h"
#include "tests/unit/search_fixture.h"
#include "tests/unit/small_index.h"

namespace minutebook {
namespace {

using namespace testing_support;
using query::Answer;
using query::Run;
using query::SearchOptions;
using query::WordSpan;

std::string text_of(const std::vector<Run>& runs) {
  std::string text;
  for (const Run& run : runs) text += run.highlight ? "[" + run.text + "]" : run.text;
  return text;
}

/// Every mention as the slow search sees it: item, whole or part, and the highlighted words.
std::multiset<std::string> slow_mentions(const NaiveIndex& papers, const query::ResolvedQuery& query) {
  std::multiset<std::string> found;
  for (const NaiveItem& item : papers.items()) {
    const bool passes = std::all_of(query.filters.begin(), query.filters.end(),
                                    [&](const query::Filter& filter) { return papers.passes(filter, item); });
    if (!passes || !papers.holds(query.tree, item)) continue;
    for (std::size_t i = 0; i < item.passages.size(); ++i) {
      bool contributes = false;
      const std::set<std::size_t> lit = papers.lit(query.tree, item, i, {}, contributes);
      if (!contributes) continue;
      std::string mention = item.id + (papers.whole(query.tree, item, i) ? " whole" : " part");
      for (const std::size_t word : lit) mention += " " + item.passages[i].words[word]->written;
      found.insert(mention);
    }
  }
  return found;
}

std::multiset<std::string> fast_mentions(const Answer& answer) {
  std::multiset<std::string> found;
  for (const query::Result& row : answer.results) {
    for (const query::Mention& mention : row.mentions) {
      std::string line = row.id + (mention.whole ? " whole" : " part");
      schema::Lexicon lexicon;
      for (const Run& run : mention.runs) {
        if (!run.highlight) continue;
        std::vector<schema::Token> tokens;
        schema::tokenise(run.text, lexicon, tokens);
        for (const schema::Token& token : tokens) line += " " + lexicon.word(token.word).written;
      }
      found.insert(line);
    }
  }
  return found;
}

TEST(Mentions, PassagesWithTheSameWordsHaveIdsOfTheirOwn) {
  const std::string same = "The helpline was busy.";
  TemporaryFolder folder;
  schema::Paper paper = paper_named("a", 1);
  for (const std::string& text : {same, std::string("Another helpline."), same, std::string("Silence."), same})
    paper.items[0].passages.push_back({schema::PassageKind::text, schema::Outcome::none, 0, false, "", text});
  {
    indexer::IndexWriter writer(folder / "index", small_vocabulary());
    auto builder = writer.new_shard();
    builder->add_paper(paper, builder->add_source(source_named("a")));
    publish_one(writer, std::move(builder));
  }
  query::OpenIndex index(schema::open_index(folder / "index"));
  query::ResolvedQuery query;
  Node& node = query.tree.children.emplace_back();
  node.kind = NodeKind::leaf;
  node.leaf.stem = "helplin";
  const auto ids = [](const query::Result& row) {
    std::vector<std::string> ends;
    for (const query::Mention& mention : row.mentions) ends.push_back(mention.id.substr(row.id.size() + 1));
    return ends;
  };
  const std::string hash = schema::mention_id("", same).substr(1);
  const std::string other = schema::mention_id("", "Another helpline.").substr(1);
  const std::vector<std::string> expected = {hash, other, hash + "~2", hash + "~3"};
  EXPECT_EQ(ids(search(index, query, {.mention_rows = true}).results.at(0)), expected);
  std::vector<std::string> exported;
  export_mentions(index, query, {}, [&](const query::Result& row) { exported = ids(row); });
  EXPECT_EQ(exported, expected);
  // A page that begins in the middle of the item counts those before it.
  const query::SearchOptions first = {.limit = 2, .mention_rows = true};
  query::SearchOptions rest = first;
  rest.cursor = search(index, query, first).next;
  EXPECT_EQ(ids(search(index, query, rest).results.at(0)), (std::vector<std::string>{hash + "~2", hash + "~3"}));
}

TEST(Mentions, AreThoseOfTheSlowSearchWithTheSameWordsHighlighted) {
  // Passages of the fixture fit into a window, so that runs show every highlight.
  SearchFixture fixture(31, 80, 2);
  RandomQueries random(32, fixture.naive());
  std::size_t seen = 0;
  for (int i = 0; i < 300; ++i) {
    const query::ResolvedQuery query = random.query();
    SearchOptions options;
    options.everything = true;
    options.mention_rows = true;
    options.explain = true;
    const Answer answer = search(fixture.index(), query, options);
    std::string explained;
    for (const std::string& line : answer.explained) explained += line + "\n";
    const auto expected = slow_mentions(fixture.naive(), query);
    ASSERT_EQ(fast_mentions(answer), expected) << explained;
    ASSERT_EQ(answer.totals.mentions, expected.size());
    const auto whole = std::count_if(expected.begin(), expected.end(),
                                     [](const auto& one) { return one.find(" whole") != std::string::npos; });
    ASSERT_EQ(answer.totals.whole_mentions, static_cast<std::uint64_t>(whole));
    seen += expected.size();
  }
  EXPECT_GT(seen, 1000U);
}

TEST(Mentions, RowsComeInPagesWithoutLoss) {
  SearchFixture fixture(33, 50, 2);
  RandomQueries random(34, fixture.naive());
  for (int i = 0; i < 40; ++i) {
    const query::ResolvedQuery query = random.query();
    SearchOptions options;
    options.mention_rows = true;
    options.everything = true;
    const auto whole = fast_mentions(search(fixture.index(), query, options));
    options.everything = false;
    options.limit = 5;
    std::multiset<std::string> joined;
    for (;;) {
      const Answer page = search(fixture.index(), query, options);
      const auto rows = fast_mentions(page);
      ASSERT_TRUE(rows.size() == 5 || page.next.empty());
      joined.insert(rows.begin(), rows.end());
      if (page.next.empty()) break;
      options.cursor = page.next;
    }
    ASSERT_EQ(joined, whole);
  }
}

/// What a row says of its item, then of each mention, all but the runs.
std::vector<std::string> plain_rows(const Answer& answer) {
  std::vector<std::string> lines;
  for (const query::Result& row : answer.results) {
    lines.push_back(row.id + "|" + row.number + "|" + row.title + "|" + std::to_string(row.page) + "|" + row.council +
                    "|" + row.committee + "|" + row.paper.title + "|" + row.paper.source + "|" +
                    std::to_string(row.score) + "|" + std::to_string(row.mention_count));
    for (const query::Mention& one : row.mentions) {
      lines.push_back(one.id + "|" + (one.whole ? "whole" : "part") + "|" + std::string(schema::name_of(one.kind)) +
                      "|" + std::to_string(static_cast<int>(one.outcome)) + "|" + std::to_string(one.page) + "|" +
                      one.paragraph + "|" + one.text);
    }
  }
  return lines;
}

TEST(Mentions, AreExportedInTheSameOrderWithoutRuns) {
  SearchFixture fixture(37, 80, 2);
  RandomQueries random(38, fixture.naive());
  std::size_t seen = 0;
  for (int i = 0; i < 400; ++i) {
    const query::ResolvedQuery query = random.query();
    SearchOptions options{.everything = true, .mention_rows = true};
    options.sort = i % 2 == 0 ? query::SortOrder::relevance : query::SortOrder::oldest;
    const Answer with = search(fixture.index(), query, options);
    std::vector<query::Result> exported;
    Answer without = query::export_mentions(fixture.index(), query, options, [&](const query::Result& row) {
      if (!row.mentions.empty()) exported.push_back(row);
    });
    ASSERT_TRUE(without.results.empty());
    without.results = std::move(exported);
    ASSERT_EQ(plain_rows(without), plain_rows(with));
    ASSERT_EQ(without.totals.mentions, with.totals.mentions);
    ASSERT_EQ(without.totals.whole_mentions, with.totals.whole_mentions);
    ASSERT_TRUE(without.next.empty());
    for (const query::Result& row : without.results) {
      for (const query::Mention& one : row.mentions) EXPECT_TRUE(one.runs.empty());
    }
    seen += plain_rows(without).size();
  }
  EXPECT_GT(seen, 1000U);
}

TEST(Mentions, OfAPageCanDoWithoutRunsToo) {
  SearchFixture fixture(39, 40, 1);
  RandomQueries random(40, fixture.naive());
  for (int i = 0; i < 40; ++i) {
    const query::ResolvedQuery query = random.query();
    SearchOptions options{.limit = 5, .mention_rows = i % 2 == 0};
    const Answer with = search(fixture.index(), query, options);
    options.runs = false;
    const Answer without = search(fixture.index(), query, options);
    ASSERT_EQ(plain_rows(without), plain_rows(with));
    ASSERT_EQ(without.next, with.next);
  }
}

TEST(Mentions, BestComeFirstAndAreCountedBeyondTheLimit) {
  SearchFixture fixture(35, 60, 1);
  RandomQueries random(36, fixture.naive());
  for (int i = 0; i < 50; ++i) {
    SearchOptions options;
    options.mentions_per_item = 2;
    for (const query::Result& row : search(fixture.index(), random.query(), options).results) {
      EXPECT_LE(row.mentions.size(), 2U);
      EXPECT_GE(row.mention_count, row.mentions.size());
      EXPECT_TRUE(row.mentions.size() < 2 || row.mentions[0].whole || !row.mentions[1].whole);
    }
  }
}

std::vector<Run> cut(const std::string& text, const std::vector<WordSpan>& spans, std::size_t words,
                     std::size_t window) {
  return query::runs_of(text, spans, {words, window});
}

TEST(Runs, KeepEveryByteOfAnUncutText) {
  const std::string text = "(a) The timeliness of EHC plans, 66.5%.";
  EXPECT_EQ(text_of(cut(text, {{2, 2}, {4, 5}}, 7, 0)), "(a) The [timeliness] of [EHC plans], 66.5%.");
  EXPECT_EQ(text_of(cut(text, {}, 7, 0)), text);
}

TEST(Runs, CutALongTextRoundItsHighlights) {
  std::string text;
  for (int i = 0; i < 200; ++i) text += (i == 0 ? "w" : " w") + std::to_string(i);
  const std::string shown = text_of(cut(text, {{5, 5}, {120, 120}, {123, 124}}, 200, 40));
  EXPECT_TRUE(shown.starts_with("… w112 ")) << shown;
  EXPECT_NE(shown.find("[w120] w121 w122 [w123 w124]"), std::string::npos) << shown;
  EXPECT_TRUE(shown.ends_with(" w151 …")) << shown;
  EXPECT_TRUE(text_of(cut(text, {{199, 199}}, 200, 40)).ends_with("[w199]"));
  EXPECT_TRUE(text_of(cut(text, {}, 200, 40)).starts_with("w0 w1"));
}

TEST(Runs, RefuseATextThatIsNotTheRecord) {
  EXPECT_THROW(cut("two words", {{0, 0}}, 3, 0), schema::Error);
}

}  // namespace
}  // namespace minutebook
