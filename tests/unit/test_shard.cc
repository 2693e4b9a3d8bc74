// A shard gives back what was put in: papers, items, words, spans, ledger, terms; and refuses files that are not whole.
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include "indexer/shard_builder.h"
#include "indexer/tagging.h"
#include "schema/common_stems.h"
#include "schema/error.h"
#include "schema/index_terms.h"
#include "schema/shard.h"
#include "schema/word_marks.h"
#include "tests/unit/random_papers.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;
using testing_support::RandomPapers;
using testing_support::TemporaryFolder;

const schema::Vocabulary& vocabulary() {
  static const std::shared_ptr<const schema::Vocabulary> small = testing_support::small_vocabulary();
  return *small;
}

schema::SourceRow source_row(int number) {
  schema::SourceRow row;
  row.path = "/papers/" + std::to_string(number) + ".txt";
  row.id = "id" + std::to_string(number);
  row.sha256 = std::string(64, 'a');
  row.format = "text";
  row.bytes = 1ULL << 40;
  row.pages = number;
  row.status = "indexed";
  row.warnings = {"one", "", "three"};
  row.date = 20240108;
  row.exempt_items = 7;
  return row;
}

/// A shard of random papers together with what must come back.
struct Built {
  TemporaryFolder folder;
  std::vector<schema::Paper> papers;  // tagged
  std::vector<std::vector<indexer::AnalysedItem>> analysed;
  schema::Lexicon lexicon;
  std::shared_ptr<const schema::Shard> shard;

  explicit Built(unsigned seed, int count = 40) {
    indexer::Tagger tagger(vocabulary(), lexicon);
    indexer::ShardBuilder builder(folder / "shard", vocabulary());
    RandomPapers random(seed);
    for (int i = 0; i < count; ++i) {
      papers.push_back(random.paper());
      builder.add_paper(papers.back(), builder.add_source(source_row(i)));
      analysed.push_back(tagger.tag(papers.back()));
    }
    builder.finish();
    shard = schema::Shard::open(folder / "shard");
  }
};

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
    const schema::Word& word = lexicon.word(lexicon.id_of(shard.written(id)));
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
  for (const auto& [capitals, ids] : by_capitals) EXPECT_EQ(set_of(shard.words_with_capitals(capitals)), ids) << capitals;
  std::set<schema::WordId> with_sc;
  for (const auto& [folded, ids] : by_folded) {
    if (folded.starts_with("sc")) with_sc.insert(ids.begin(), ids.end());
  }
  EXPECT_FALSE(with_sc.empty());
  EXPECT_EQ(set_of(shard.words_with_prefix("sc")), with_sc);
  EXPECT_EQ(shard.words_with_prefix("").size(), shard.word_count());
  EXPECT_TRUE(shard.words_with_stem("no such stem").empty());
}

/// Docids of a term's documents.
std::set<std::uint32_t> documents(const schema::Shard& shard, const std::string& term) {
  const Xapian::Database database(shard.xapian_folder());
  return {database.postlist_begin(term), database.postlist_end(term)};
}

TEST_P(RoundTrip, FindsEveryStemBigramAndId) {
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
          const std::string& stem = built.lexicon.word(token.word).stem;
          expected[schema::stem_term(stem)].insert(docid);
          if (schema::common_stem(before) && schema::common_stem(stem)) expected[schema::bigram_term(before, stem)].insert(docid);
          before = stem;
        }
      }
    }
  }
  expected.erase("");
  for (const auto& [term, docids] : expected) EXPECT_EQ(documents(*built.shard, term), docids) << term;
}

INSTANTIATE_TEST_SUITE_P(Seeds, RoundTrip, testing::Values(1U, 2U, 3U, 4U));

TEST(Shard, HoldsMoreItemsThanOnePartOfTheDatabase) {
  TemporaryFolder folder;
  indexer::ShardBuilder builder(folder / "shard", vocabulary());
  const std::uint32_t source = builder.add_source(source_row(0));
  constexpr std::uint32_t items = 9001;
  schema::Paper paper;
  paper.distinction = "long";
  for (std::uint32_t i = 1; i <= items; ++i) {
    schema::Item item;
    item.number = std::to_string(i);
    item.passages.push_back({schema::PassageKind::text, schema::Outcome::none, 0, "", "word number" + std::to_string(i)});
    paper.items.push_back(item);
  }
  builder.add_paper(paper, source);
  builder.finish();
  const auto shard = schema::Shard::open(folder / "shard");
  EXPECT_EQ(documents(*shard, "word").size(), items);
  for (const std::uint32_t i : {1U, 4000U, 4001U, 8000U, 8001U, 9001U}) {
    EXPECT_EQ(documents(*shard, schema::stem_term("number" + std::to_string(i))), std::set<std::uint32_t>{i});
    EXPECT_EQ(shard->item(i).number, std::to_string(i));
  }
  EXPECT_FALSE(fs::exists(folder / "shard/work"));
}

schema::Passage passage(schema::PassageKind kind, const std::string& text, schema::Outcome outcome = schema::Outcome::none) {
  return {kind, outcome, 0, "", text};
}

/// One paper with one item that has something of everything.
std::shared_ptr<const schema::Shard> telling_shard(const TemporaryFolder& folder) {
  schema::Paper paper;
  paper.kind = schema::PaperKind::minutes;
  paper.council = "E00";
  paper.council_name = "North Vale Council";
  paper.committee = "Children's Scrutiny Panel";
  paper.committee_kind = "scrutiny";
  paper.date = {2024, 1, 8};
  paper.people = {{"A Petrova", "chair", schema::Attendance::present}};
  schema::Item item;
  item.number = "CYP15";
  item.title = "Helpline";
  item.passages = {passage(schema::PassageKind::heading, "Helpline"),
                   passage(schema::PassageKind::attendance, "Zelda Quill sent word"),
                   passage(schema::PassageKind::text, "Councillor Jo Grey asked and Cllrs White and Black agreed to call back."),
                   passage(schema::PassageKind::text, "PLEASE SEND HELP"), passage(schema::PassageKind::text, "The EHCPs were late."),
                   passage(schema::PassageKind::action, "Report back", schema::Outcome::recommended)};
  paper.items = {item, schema::Item{}};
  indexer::ShardBuilder builder(folder / "shard", vocabulary());
  builder.add_paper(paper, builder.add_source(source_row(0)));
  builder.finish();
  return schema::Shard::open(folder / "shard");
}

TEST(Shard, TermsSayWhatAnItemIs) {
  TemporaryFolder folder;
  const auto shard = telling_shard(folder);
  using schema::FieldId;
  const std::set<std::uint32_t> first = {1};
  const std::set<std::uint32_t> both = {1, 2};
  const std::vector<std::pair<std::string, std::set<std::uint32_t>>> expected = {
      {schema::value_term(FieldId::council, "E00"), both},
      {schema::value_term(FieldId::committee, std::string(shard->values()[shard->papers()[0].committee].value)), both},
      {schema::value_term(FieldId::committee_kind, "scrutiny"), both},
      {schema::value_term(FieldId::kind, "minutes"), both},
      {schema::value_term(FieldId::date, "20240108"), both},
      {schema::value_term(FieldId::year, "2024"), both},
      {schema::value_term(FieldId::municipal_year, "2023/24"), both},
      {schema::value_term(FieldId::portfolio, "unknown"), both},
      {schema::month_term("202401"), both},
      {schema::number_term("cyp15"), first},
      {schema::number_term("CYP15"), first},
      {schema::title_term("helplin"), first},
      {schema::title_term("late"), {}},
      {schema::acronym_term("EHCP"), first},
      {schema::acronym_term("SEND"), {}},  // all of that passage is in capitals
      {schema::person_term("petrova"), first},
      {schema::person_term("quill"), first},
      {schema::person_term("grey"), first},
      {schema::person_term("white"), first},
      {schema::person_term("black"), first},
      {schema::person_term("asked"), {}},
      {schema::value_term(FieldId::in, "action"), first},
      {schema::value_term(FieldId::in, "resolution"), first},
      {schema::value_term(FieldId::in, "recommendation"), first},
      {schema::value_term(FieldId::in, "declaration"), {}}};
  for (const auto& [term, docids] : expected) EXPECT_EQ(documents(*shard, term), docids) << term;
}

TEST(Shard, WordsOfTheTitleWeighMore) {
  TemporaryFolder folder;
  const auto shard = telling_shard(folder);
  const Xapian::Database database(shard->xapian_folder());
  const auto wdf = [&](const std::string& term) { return database.postlist_begin(term).get_wdf(); };
  EXPECT_GT(wdf("helplin"), wdf("late"));
  EXPECT_EQ(wdf(schema::value_term(schema::FieldId::council, "E00")), 0U);
}

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

/// Message of the error with which a shard is refused; empty: it was opened.
std::string refusal(const std::string& folder) {
  try {
    schema::Shard::open(folder);
    return "";
  } catch (const schema::Error& error) {
    return error.what();
  }
}

class DamagedFile : public testing::TestWithParam<std::string> {};

TEST_P(DamagedFile, IsRefusedWithItsName) {
  const Built built(5, 5);
  const std::string folder = built.folder / "shard";
  const std::string path = folder + "/" + GetParam();
  ASSERT_EQ(refusal(folder), "");
  const auto size = fs::file_size(path);
  fs::resize_file(path, size - 2);
  EXPECT_NE(refusal(folder).find(path), std::string::npos) << refusal(folder);
  fs::resize_file(path, 3);
  EXPECT_NE(refusal(folder).find(path), std::string::npos) << refusal(folder);
  fs::remove(path);
  EXPECT_NE(refusal(folder).find(path), std::string::npos) << refusal(folder);
}

INSTANTIATE_TEST_SUITE_P(Files, DamagedFile,
                         testing::Values("text.blocks", "papers.blocks", "sources.blocks", "papers.bin", "forward.bin",
                                         "lexicon.bin", "shard.json", "xapian/postlist.glass", "xapian/iamglass"));

TEST(Shard, OfAnotherVersionIsRefused) {
  const Built built(5, 5);
  const std::string path = built.folder / "shard/lexicon.bin";
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(8);
  file.put('\x63');
  file.close();
  EXPECT_NE(refusal(built.folder / "shard").find("index version 99"), std::string::npos);
}

TEST(Shard, NeverReadsPastDamage) {
  const Built built(6, 5);
  std::mt19937 random(1);
  for (const char* name : {"text.blocks", "papers.blocks", "papers.bin", "forward.bin", "lexicon.bin"}) {
    const std::string path = built.folder / (std::string("shard/") + name);
    std::ifstream in(path, std::ios::binary);
    const std::string whole((std::istreambuf_iterator<char>(in)), {});
    for (int round = 0; round < 150; ++round) {
      std::string damaged = whole;
      damaged[32 + random() % (damaged.size() - 32)] = static_cast<char>(random());
      std::ofstream(path, std::ios::binary | std::ios::trunc) << damaged;
      try {
        const auto shard = schema::Shard::open(built.folder / "shard");
        std::vector<schema::ForwardPassage> passages;
        for (std::uint32_t i = 0; i < shard->papers().size(); ++i) shard->paper(i);
        for (std::uint32_t docid = 1; docid <= shard->item_count(); ++docid) {
          shard->item(docid);
          shard->item_id(docid);
          shard->forward(docid, passages);
        }
        for (schema::WordId word = 0; word < shard->word_count(); ++word) shard->folded(word);
        shard->words_with_prefix("a");
      } catch (const schema::Error& error) {
        EXPECT_NE(std::string(error.what()), "");
      }
    }
    std::ofstream(path, std::ios::binary | std::ios::trunc) << whole;
  }
}

}  // namespace
}  // namespace minutebook
