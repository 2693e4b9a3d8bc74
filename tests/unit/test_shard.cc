// A shard gives back what was put in: papers, items, words, spans, ledger.
#include <gtest/gtest.h>

#include <map>
#include <set>
#include <thread>

#include "schema/error.h"
#include "schema/index_terms.h"
#include "schema/word_marks.h"
#include "tests/unit/built_shard.h"

namespace minutebook {
namespace {

using testing_support::Built;
using testing_support::documents;
using testing_support::RandomPapers;
using testing_support::source_row;
using testing_support::TemporaryFolder;
using testing_support::vocabulary;

class RoundTrip : public testing::TestWithParam<unsigned> {};

TEST_P(RoundTrip, GivesBackPapersAndItems) {
  const Built built(GetParam());
  std::uint32_t docid = 1;
  ASSERT_EQ(built.shard->papers().size(), built.papers.size());
  for (std::uint32_t ordinal = 0; ordinal < built.papers.size(); ++ordinal) {
    const schema::Paper& expected = built.papers[ordinal];
    const std::string id = built.shard->paper_id(ordinal);
    EXPECT_EQ(id, schema::paper_id(expected));
    const std::vector<std::string> ids = schema::item_ids(expected, id);
    schema::Paper found = built.shard->paper(ordinal);
    EXPECT_EQ(built.shard->papers()[ordinal].first_item, docid);
    ASSERT_EQ(found.items.size(), expected.items.size());
    for (std::size_t i = 0; i < expected.items.size(); ++i, ++docid) {
      EXPECT_EQ(found.items[i].number, expected.items[i].number);
      EXPECT_EQ(found.items[i].title, expected.items[i].title);
      EXPECT_EQ(found.items[i].page, expected.items[i].page);
      EXPECT_EQ(found.items[i].exempt, expected.items[i].exempt);
      EXPECT_EQ(built.shard->item_id(docid), ids[i]);
      EXPECT_EQ(built.shard->paper_of(docid), ordinal);
      found.items[i] = built.shard->item(docid);
    }
    EXPECT_EQ(found, expected);
  }
  EXPECT_EQ(built.shard->item_count(), docid - 1);
}

TEST_P(RoundTrip, GivesBackWordsAndSpans) {
  const Built built(GetParam());
  std::vector<schema::ForwardPassage> passages;
  std::uint32_t docid = 0;
  for (std::size_t p = 0; p < built.papers.size(); ++p) {
    for (std::size_t i = 0; i < built.papers[p].items.size(); ++i) {
      const schema::Item& item = built.papers[p].items[i];
      ASSERT_EQ(built.shard->forward(++docid, passages), item.passages.size());
      for (std::size_t k = 0; k < item.passages.size(); ++k) {
        const indexer::AnalysedPassage& expected = built.analysed[p][i].passages[k];
        EXPECT_EQ(passages[k].kind, item.passages[k].kind);
        EXPECT_EQ(passages[k].outcome, item.passages[k].outcome);
        EXPECT_EQ(passages[k].spans, expected.spans);
        ASSERT_EQ(passages[k].words.size(), expected.tokens.size());
        for (std::size_t w = 0; w < expected.tokens.size(); ++w) {
          EXPECT_EQ(built.shard->written(passages[k].words[w]), built.lexicon.word(expected.tokens[w].word).written);
        }
      }
    }
  }
}

TEST_P(RoundTrip, GivesBackTheLexicon) {
  const Built built(GetParam(), 10);
  const schema::Shard& shard = *built.shard;
  schema::Lexicon lexicon;
  std::map<std::string, std::set<schema::WordId>> by_folded;
  std::map<std::string, std::set<schema::WordId>> by_stem;
  std::map<std::string, std::set<schema::WordId>> by_capitals;
  const auto set_of = [](const std::vector<schema::WordId>& words) { return std::set(words.begin(), words.end()); };
  for (schema::WordId id = 0; id < shard.word_count(); ++id) {
    const schema::WordId as_written = lexicon.id_of(shard.written(id));
    const schema::Word& word = lexicon.word(shard.unstemmed(id) ? lexicon.unstemmed(as_written) : as_written);
    EXPECT_EQ(shard.written(id), word.written);
    EXPECT_EQ(shard.folded(id), word.folded);
    EXPECT_EQ(shard.stem(id), word.stem);
    EXPECT_EQ(shard.acronym(id), word.acronym);
    EXPECT_EQ(shard.capitals(id), word.capitals);
    EXPECT_EQ(shard.marks(id), schema::marks_of(word));
    by_folded[word.folded].insert(id);
    by_stem[word.stem].insert(id);
    if (word.acronym) by_capitals[word.capitals].insert(id);
  }
  for (const auto& [folded, ids] : by_folded) EXPECT_EQ(set_of(shard.words_with_folded(folded)), ids) << folded;
  for (const auto& [stem, ids] : by_stem) EXPECT_EQ(set_of(shard.words_with_stem(stem)), ids) << stem;
  for (const auto& [capitals, ids] : by_capitals)
    EXPECT_EQ(set_of(shard.words_with_capitals(capitals)), ids) << capitals;
  std::set<schema::WordId> with_sc;
  for (const auto& [folded, ids] : by_folded) {
    if (folded.starts_with("sc")) with_sc.insert(ids.begin(), ids.end());
  }
  EXPECT_FALSE(with_sc.empty());
  EXPECT_EQ(set_of(shard.words_with_prefix("sc")), with_sc);
  EXPECT_EQ(shard.words_with_prefix("").size(), shard.word_count());
  EXPECT_TRUE(shard.words_with_stem("no such stem").empty());
}

TEST_P(RoundTrip, FindsEveryStemPairAndId) {
  const Built built(GetParam());
  std::map<std::string, std::set<std::uint32_t>> expected;
  std::uint32_t docid = 0;
  for (std::size_t p = 0; p < built.papers.size(); ++p) {
    for (const indexer::AnalysedItem& item : built.analysed[p]) {
      ++docid;
      expected[schema::item_id_term(built.shard->item_id(docid))] = {docid};
      expected[schema::paper_id_term(built.shard->paper_id(static_cast<std::uint32_t>(p)))].insert(docid);
      for (const indexer::AnalysedPassage& passage : item.passages) {
        std::string before;
        for (const schema::Token& token : passage.tokens) {
          const schema::Word& word = built.lexicon.word(token.word);
          if (word.stem.empty()) continue;
          const std::string stem = word.unstemmed ? schema::unstemmed_term(word.folded) : schema::stem_term(word.stem);
          expected[stem].insert(docid);
          const auto pair = [&] { return schema::pair_number(schema::stem_number(before), schema::stem_number(stem)); };
          if (!before.empty() && !stem.empty()) expected[schema::pair_term(pair())].insert(docid);
          before = stem;
        }
      }
    }
  }
  expected.erase("");
  for (const auto& [term, docids] : expected) EXPECT_EQ(documents(*built.shard, term), docids) << term;
}

INSTANTIATE_TEST_SUITE_P(Seeds, RoundTrip, testing::Values(1U, 2U, 3U, 4U));

TEST(Shard, NumbersPapersThatNothingTellsApart) {
  TemporaryFolder folder;
  indexer::ShardBuilder builder(folder / "shard", vocabulary());
  const schema::Paper paper = RandomPapers(7).paper();
  for (int i = 0; i < 3; ++i) builder.add_paper(paper, builder.add_source(source_row(i)));
  builder.finish();
  const auto shard = schema::Shard::open(folder / "shard");
  const std::string id = schema::paper_id(paper);
  EXPECT_EQ(shard->paper_id(0), id);
  EXPECT_EQ(shard->paper_id(1), id + "~2");
  EXPECT_EQ(shard->paper_id(2), id + "~3");
}

TEST(Shard, KeepsTheLedgerOfSourcesWithoutPapers) {
  TemporaryFolder folder;
  indexer::ShardBuilder builder(folder / "shard", vocabulary());
  schema::SourceRow failed = source_row(3);
  failed.status = "failed";
  failed.reason = "no text";
  EXPECT_EQ(builder.add_source(failed), 0U);
  builder.finish();
  const auto shard = schema::Shard::open(folder / "shard");
  ASSERT_EQ(shard->sources().size(), 1U);
  const schema::SourceRow& found = shard->sources()[0];
  EXPECT_EQ(found.path, failed.path);
  EXPECT_EQ(found.reason, failed.reason);
  EXPECT_EQ(found.bytes, failed.bytes);
  EXPECT_EQ(found.warnings, failed.warnings);
  EXPECT_EQ(found.exempt_items, 7U);
  EXPECT_EQ(shard->item_count(), 0U);
  EXPECT_THROW(shard->item(1), schema::Error);
  EXPECT_THROW(shard->item(0), schema::Error);
}

TEST(Shard, ReadsSomePassagesAsTheWholeItemHasThem) {
  const Built built(12);
  std::vector<schema::ForwardPassage> passages;
  schema::Item some;  // used again, so that what is left over from another item would show
  for (std::uint32_t docid = 1; docid <= built.shard->item_count(); ++docid) {
    const schema::Item whole = built.shard->item(docid);
    const std::size_t count = built.shard->forward(docid, passages);
    for (std::size_t step = 1; step <= 3; ++step) {
      std::vector<std::size_t> wanted;
      for (std::size_t i = docid % 2; i < count; i += step) wanted.push_back(i);
      built.shard->excerpt(docid, {std::span(passages).first(count), wanted}, some);
      EXPECT_EQ(some.number, whole.number);
      EXPECT_EQ(some.title, whole.title);
      EXPECT_EQ(some.page, whole.page);
      EXPECT_TRUE(some.topics.empty());
      ASSERT_EQ(some.passages.size(), wanted.size());
      for (std::size_t i = 0; i < wanted.size(); ++i) {
        const schema::Passage& passage = whole.passages[wanted[i]];
        EXPECT_EQ(some.passages[i].text, passage.text);
        EXPECT_EQ(some.passages[i].paragraph, passage.paragraph);
        EXPECT_EQ(some.passages[i].page, passage.page);
        EXPECT_EQ(some.passages[i].kind, passage.kind);
        EXPECT_EQ(some.passages[i].outcome, passage.outcome);
      }
    }
  }
}

TEST(Shard, IsReadBySeveralThreads) {
  const Built built(11);
  std::vector<std::string> first(built.shard->item_count() + 1);
  const auto read_all = [&](bool compare) {
    for (std::uint32_t docid = 1; docid <= built.shard->item_count(); ++docid) {
      const schema::Item item = built.shard->item(docid);
      const std::string text = item.passages.empty() ? "" : item.passages.back().text;
      if (!compare) first[docid] = text;
      EXPECT_EQ(text, first[docid]);
    }
  };
  read_all(false);
  std::thread a(read_all, true);
  std::thread b(read_all, true);
  a.join();
  b.join();
}

}  // namespace
}  // namespace minutebook
