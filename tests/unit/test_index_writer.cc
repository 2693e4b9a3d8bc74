// The writer of an index folder: generations, tombstones, merges, what a killed run leaves, who may write.
#include <gtest/gtest.h>
#include <unistd.h>
#include <xapian.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <thread>

#include "schema/index_manifest.h"
#include "tests/unit/small_index.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;
using testing_support::add_names;
using testing_support::dump;
using testing_support::names_in;
using testing_support::paper_named;
using testing_support::publish_one;
using testing_support::RandomPapers;
using testing_support::refusal;
using testing_support::shard_with;
using testing_support::small_vocabulary;
using testing_support::source_named;
using testing_support::TemporaryFolder;

TEST(IndexWriter, PublishesWhatWasAdded) {
  TemporaryFolder folder;
  const std::string index_folder = folder / "new/index";
  EXPECT_EQ(schema::current_revision(index_folder), 0U);
  EXPECT_EQ(add_names(index_folder, {"a", "b"}), 1U);
  const schema::Index index = schema::open_index(index_folder);
  EXPECT_EQ(index.revision, 1U);
  EXPECT_EQ(schema::current_revision(index_folder), 1U);
  ASSERT_EQ(index.shards.size(), 1U);
  EXPECT_EQ(index.shards[0].shard->item_count(), 6U);
  EXPECT_EQ(index.shards[0].shard->sources()[1].items, 3U);
  EXPECT_EQ(index.vocabulary->digest(), small_vocabulary()->digest());
}

TEST(IndexWriter, PublishesNothingWhenNothingChanged) {
  TemporaryFolder folder;
  indexer::IndexWriter writer(folder.path(), small_vocabulary());
  EXPECT_EQ(publish_one(writer, writer.new_shard()), 0U);
  EXPECT_FALSE(fs::exists(folder / "CURRENT"));
  EXPECT_EQ(publish_one(writer, shard_with(writer, {"a"})), 1U);
  EXPECT_EQ(publish_one(writer, writer.new_shard()), 1U);
  EXPECT_EQ(writer.publish({}), 1U);
  EXPECT_EQ(names_in(folder / "shards").size(), 1U);
}

TEST(IndexWriter, RetiresSourcesAndPapers) {
  TemporaryFolder folder;
  add_names(folder.path(), {"a", "b", "c", "d", "e", "f", "g", "h"});
  indexer::IndexWriter writer(folder.path(), small_vocabulary());
  EXPECT_TRUE(writer.retire_source("/in/b"));
  EXPECT_FALSE(writer.retire_source("/in/b"));
  EXPECT_FALSE(writer.retire_source("/in/nowhere"));
  EXPECT_TRUE(writer.retire_paper(schema::paper_id(paper_named("d"))));
  EXPECT_FALSE(writer.retire_paper(schema::paper_id(paper_named("d"))));
  EXPECT_FALSE(writer.retire_paper("nowhere"));
  EXPECT_EQ(writer.publish({}), 2U);
  const schema::Index index = schema::open_index(folder.path());
  ASSERT_EQ(index.shards.size(), 1U);
  EXPECT_EQ(index.shards[0].dead_papers, (std::vector<std::uint32_t>{1, 3}));
  EXPECT_EQ(index.shards[0].dead_sources, (std::vector<std::uint32_t>{1}));
  EXPECT_EQ(dump(index).size(), 6U * 3 + 7);
}

TEST(IndexWriter, UpdateOfOnePaperTouchesNoOtherShard) {
  TemporaryFolder folder;
  add_names(folder.path(), {"a", "b", "c", "d", "e", "f"});
  const std::string old_shard = schema::open_index(folder.path()).shards[0].shard->folder();
  const auto changed = fs::last_write_time(old_shard + "/text.blocks");
  indexer::IndexWriter writer(folder.path(), small_vocabulary());
  EXPECT_TRUE(writer.retire_source("/in/a"));
  EXPECT_EQ(publish_one(writer, shard_with(writer, {"a"})), 2U);
  const schema::Index index = schema::open_index(folder.path());
  ASSERT_EQ(index.shards.size(), 2U);
  EXPECT_EQ(index.shards[0].shard->folder(), old_shard);
  EXPECT_EQ(fs::last_write_time(old_shard + "/text.blocks"), changed);
  EXPECT_EQ(dump(index).size(), 6U * 3 + 6);
}

TEST(IndexWriter, MergesFourSmallShardsWithoutChangingAnItem) {
  TemporaryFolder folder;
  TemporaryFolder whole;
  RandomPapers random(3);
  std::vector<schema::Paper> papers;
  for (int i = 0; i < 40; ++i) papers.push_back(random.paper());
  const auto add = [&](indexer::ShardBuilder& builder, std::size_t i) {
    builder.add_paper(papers[i], builder.add_source(source_named("source" + std::to_string(100 + i))));
  };
  indexer::IndexWriter writer(folder.path(), small_vocabulary());
  for (std::size_t run = 0; run < 4; ++run) {
    auto builder = writer.new_shard();
    for (std::size_t i = run; i < papers.size(); i += 4) add(*builder, i);
    publish_one(writer, std::move(builder));
    EXPECT_EQ(writer.current().shards.size(), run < 3 ? run + 1 : 1U);
  }
  ASSERT_EQ(writer.current().shards.size(), 1U);
  indexer::IndexWriter whole_writer(whole.path(), small_vocabulary());
  auto builder = whole_writer.new_shard();
  for (std::size_t i = 0; i < papers.size(); ++i) add(*builder, i);
  publish_one(whole_writer, std::move(builder));
  const schema::Index merged = schema::open_index(folder.path());
  const schema::Index at_once = schema::open_index(whole.path());
  EXPECT_EQ(dump(merged), dump(at_once));
  // Papers came in order of source path both times, so that even the numbers are the same.
  for (std::uint32_t docid = 1; docid <= merged.shards[0].shard->item_count(); ++docid) {
    EXPECT_EQ(merged.shards[0].shard->item_id(docid), at_once.shards[0].shard->item_id(docid));
  }
  for (std::uint32_t paper = 0; paper < papers.size(); ++paper) {
    EXPECT_EQ(merged.shards[0].shard->paper(paper), at_once.shards[0].shard->paper(paper));
  }
  for (const char* term : {"council", "XNsend", "XNehc-plans", "XTehc-plans"}) {
    const Xapian::Database one(merged.shards[0].shard->xapian_folder());
    const Xapian::Database other(at_once.shards[0].shard->xapian_folder());
    EXPECT_EQ(one.get_termfreq(term), other.get_termfreq(term)) << term;
    EXPECT_EQ(one.get_collection_freq(term), other.get_collection_freq(term)) << term;
  }
}

/// True if anything that shards below `folder` hold tells of `word`.
bool tells_of(const std::string& folder, const std::string& word) {
  for (const std::string& shard_name : names_in(folder + "/shards")) {
    const auto shard = schema::Shard::open(folder + "/shards/" + shard_name);
    if (!shard->words_with_folded(word).empty()) return true;
    for (std::uint32_t docid = 1; docid <= shard->item_count(); ++docid) {
      for (const schema::Passage& passage : shard->item(docid).passages) {
        if (passage.text.find(word) != std::string::npos) return true;
      }
    }
    if (Xapian::Database(shard->xapian_folder()).term_exists(word)) return true;
    for (const schema::SourceRow& source : shard->sources()) {
      if (source.path.find(word) != std::string::npos) return true;
    }
  }
  return false;
}

TEST(IndexWriter, RetiredTextGoesWhenItsShardIsWrittenAnew) {
  TemporaryFolder folder;
  add_names(folder.path(), {"apple", "banana", "cherry"});
  indexer::IndexWriter writer(folder.path(), small_vocabulary());
  EXPECT_TRUE(writer.retire_source("/in/banana"));  // a third of the items: more than a quarter
  EXPECT_EQ(writer.publish({}), 2U);
  EXPECT_TRUE(writer.current().shards[0].dead_papers.empty());
  EXPECT_TRUE(tells_of(folder.path(), "banana"));  // the generation before this one keeps its shard
  EXPECT_TRUE(writer.retire_paper(schema::paper_id(paper_named("cherry"))));
  EXPECT_EQ(writer.publish({}), 3U);
  EXPECT_FALSE(tells_of(folder.path(), "banana"));
  EXPECT_EQ(dump(schema::open_index(folder.path())).size(), 3U + 2);
}

TEST(IndexWriter, DropsShardsWithNothingAlive) {
  TemporaryFolder folder;
  add_names(folder.path(), {"a"});
  add_names(folder.path(), {"b"});
  indexer::IndexWriter writer(folder.path(), small_vocabulary());
  EXPECT_TRUE(writer.retire_source("/in/a"));
  EXPECT_EQ(writer.publish({}), 3U);
  ASSERT_EQ(writer.current().shards.size(), 1U);
  EXPECT_TRUE(writer.retire_source("/in/b"));
  EXPECT_EQ(writer.publish({}), 4U);
  EXPECT_TRUE(schema::open_index(folder.path()).shards.empty());
}

TEST(IndexWriter, TagsEverythingAgainWhenTheVocabularyChanges) {
  TemporaryFolder folder;
  add_names(folder.path(), {"a", "helpline", "c", "d", "e"});
  add_names(folder.path(), {"f"});
  const auto changed = small_vocabulary("helpline");
  indexer::IndexWriter writer(folder.path(), changed);
  EXPECT_EQ(writer.publish({}), 3U);
  const schema::Index index = schema::open_index(folder.path());
  EXPECT_EQ(index.vocabulary->digest(), changed->digest());
  ASSERT_EQ(index.shards.size(), 1U);
  const Xapian::Database database(index.shards[0].shard->xapian_folder());
  EXPECT_EQ(database.get_termfreq("XNschools"), 3U);
  EXPECT_EQ(database.get_termfreq("XNehc-plans"), 18U);
  EXPECT_EQ(database.get_termfreq("XNsend"), 18U);  // the broader concept
  EXPECT_EQ(writer.publish({}), 3U);
}

TEST(IndexWriter, BuildsInSeveralThreads) {
  TemporaryFolder folder;
  indexer::IndexWriter writer(folder.path(), small_vocabulary());
  std::vector<std::unique_ptr<indexer::ShardBuilder>> builders(2);
  const auto build = [&](std::size_t which) {
    std::vector<std::string> names;
    for (int i = 0; i < 60; ++i) names.push_back("paper" + std::to_string(which) + "x" + std::to_string(i));
    builders[which] = shard_with(writer, names);
  };
  std::thread first(build, 0);
  std::thread second(build, 1);
  first.join();
  second.join();
  EXPECT_EQ(writer.publish(std::move(builders)), 1U);
  EXPECT_EQ(dump(schema::open_index(folder.path())).size(), 120U * 3 + 120);
}

TEST(IndexWriter, KeepsTheListOfWhatWasRemoved) {
  TemporaryFolder folder;
  add_names(folder.path(), {"a"});
  {
    indexer::IndexWriter writer(folder.path(), small_vocabulary());
    writer.set_removed({"/in/z", "some-id", "/in/caf\xe9"});  // file names are bytes
    EXPECT_EQ(writer.publish({}), 2U);
  }
  EXPECT_EQ(schema::open_index(folder.path()).removed, (std::vector<std::string>{"/in/z", "some-id", "/in/caf\xe9"}));
  add_names(folder.path(), {"b"});
  EXPECT_EQ(schema::open_index(folder.path()).removed.size(), 3U);
}

TEST(IndexWriter, SweepsWhatAKilledRunLeft) {
  TemporaryFolder folder;
  add_names(folder.path(), {"a"});
  add_names(folder.path(), {"b"});
  const std::set<std::string> shards = names_in(folder / "shards");
  const std::multiset<std::string> before = dump(schema::open_index(folder.path()));
  // Killed while building: a shard without its list of files, with work inside.
  fs::create_directories(folder / "shards/3-1/work/0");
  // Killed between the manifest and the switch: a whole shard and a manifest that CURRENT does not name.
  fs::copy(folder / ("shards/" + *shards.begin()), folder / "shards/3-2", fs::copy_options::recursive);
  fs::copy(folder / "generations/2.json", folder / "generations/3.json");
  std::ofstream(folder / "CURRENT.tmp") << "3";
  std::ofstream(folder / "generations/3.json.tmp") << "{";
  std::ofstream(folder / "vocabulary/0.skos.xml.tmp") << "<";
  EXPECT_EQ(dump(schema::open_index(folder.path())), before);
  {
    indexer::IndexWriter writer(folder.path(), small_vocabulary());
    EXPECT_EQ(writer.current().revision, 2U);
    EXPECT_EQ(names_in(folder / "shards"), shards);
    EXPECT_EQ(names_in(folder / "generations"), (std::set<std::string>{"1.json", "2.json"}));
    EXPECT_EQ(names_in(folder / "vocabulary").size(), 1U);
    EXPECT_FALSE(fs::exists(folder / "CURRENT.tmp"));
    EXPECT_EQ(publish_one(writer, shard_with(writer, {"c"})), 3U);
  }
  EXPECT_EQ(dump(schema::open_index(folder.path())).size(), before.size() + 4);
}

TEST(IndexWriter, KeepsTheGenerationBeforeAndNoOlder) {
  TemporaryFolder folder;
  for (const char* name : {"a", "b", "c"}) add_names(folder.path(), {name}, 100);
  const schema::Index old = schema::open_index(folder.path());
  const std::multiset<std::string> before = dump(old);
  add_names(folder.path(), {"d"}, 100);  // merges all four
  EXPECT_EQ(names_in(folder / "shards").size(), 4U);
  EXPECT_EQ(names_in(folder / "generations"), (std::set<std::string>{"3.json", "4.json"}));
  EXPECT_EQ(dump(old), before);
  add_names(folder.path(), {"e"}, 100);
  EXPECT_EQ(names_in(folder / "shards").size(), 2U);
}

TEST(IndexWriter, IsTheOnlyOne) {
  TemporaryFolder folder;
  {
    const indexer::IndexWriter writer(folder.path(), small_vocabulary());
    const std::string message = refusal([&] { indexer::IndexWriter second(folder.path(), small_vocabulary()); });
    EXPECT_NE(message.find("process " + std::to_string(::getpid())), std::string::npos) << message;
  }
  EXPECT_EQ(refusal([&] { indexer::IndexWriter third(folder.path(), small_vocabulary()); }), "");
}

TEST(IndexWriter, KeepsOffFoldersOfOthers) {
  TemporaryFolder folder;
  std::ofstream(folder / "letter.txt") << "Dear Sir";
  const std::string message = refusal([&] { indexer::IndexWriter writer(folder.path(), small_vocabulary()); });
  EXPECT_NE(message.find("holds no index"), std::string::npos) << message;
  EXPECT_EQ(names_in(folder.path()), std::set<std::string>{"letter.txt"});
}

}  // namespace
}  // namespace minutebook
