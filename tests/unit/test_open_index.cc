// Opening an index: never half a generation, never one of another version; and when the writer merges what it opened.
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "indexer/index_writer_merge.h"
#include "schema/file.h"
#include "schema/version.h"
#include "tests/unit/small_index.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;
using testing_support::add_names;
using testing_support::refusal;
using testing_support::small_vocabulary;
using testing_support::TemporaryFolder;

TEST(OpenIndex, RefusesWhatIsNoIndex) {
  TemporaryFolder folder;
  const std::string message = refusal([&] { schema::open_index(folder.path()); });
  EXPECT_NE(message.find(folder.path() + " holds no index"), std::string::npos) << message;
  EXPECT_NE(message.find("minutebook index"), std::string::npos) << message;
}

TEST(OpenIndex, RefusesAnotherVersionAndSaysWhatToDo) {
  TemporaryFolder folder;
  add_names(folder.path(), {"a"});
  const std::string path = folder / "generations/1.json";
  std::string manifest = schema::read_file(path);
  const std::string version = "\"version\":" + std::to_string(schema::index_version);
  ASSERT_NE(manifest.find(version), std::string::npos);
  manifest.replace(manifest.find(version), version.size(), "\"version\":99");
  schema::replace_file(path, manifest);
  for (const std::string& message : {refusal([&] { schema::open_index(folder.path()); }), refusal([&] {
                                       indexer::IndexWriter writer(folder.path(), small_vocabulary());
                                     })}) {
    EXPECT_NE(message.find("index version 99"), std::string::npos) << message;
    EXPECT_NE(message.find("into a new folder"), std::string::npos) << message;
  }
}

TEST(OpenIndex, RefusesListsThatHaveChanged) {
  TemporaryFolder folder;
  add_names(folder.path(), {"a", "b"});
  const std::string shard = schema::open_index(folder.path()).shards[0].shard->folder();
  for (const std::string& path : {folder / "generations/1.json", shard + "/shard.json"}) {
    const std::string whole = schema::read_file(path);
    const std::size_t sealed = whole.find("\"seal\"");
    ASSERT_NE(sealed, std::string::npos);
    for (std::size_t at = 0; at < sealed; at += 3) {
      std::string changed = whole;
      changed[at] ^= 1;
      std::ofstream(path, std::ios::binary | std::ios::trunc) << changed;
      EXPECT_NE(refusal([&] { schema::open_index(folder.path()); }).find(path), std::string::npos) << changed;
    }
    schema::replace_file(path, whole);
  }
  EXPECT_EQ(schema::open_index(folder.path()).revision, 1U);
}

TEST(OpenIndex, NamesTheFileThatWasCut) {
  TemporaryFolder folder;
  add_names(folder.path(), {"a"});
  const std::string cut = schema::open_index(folder.path()).shards[0].shard->folder() + "/forward.bin";
  fs::resize_file(cut, fs::file_size(cut) - 1);
  EXPECT_NE(refusal([&] { schema::open_index(folder.path()); }).find(cut), std::string::npos);
  std::ofstream(folder / "CURRENT") << "one\n";
  EXPECT_NE(refusal([&] { schema::open_index(folder.path()); }).find("CURRENT"), std::string::npos);
}

TEST(OpenIndex, IsNeverHalfANewGeneration) {
  TemporaryFolder folder;
  add_names(folder.path(), {"first"});
  std::atomic<bool> done{false};
  std::thread writing([&] {
    for (int i = 0; i < 12; ++i) add_names(folder.path(), {"more" + std::to_string(i)});
    done = true;
  });
  std::uint64_t last = 0;
  while (!done) {
    const schema::Index index = schema::open_index(folder.path());
    std::size_t papers = 0;
    for (const schema::ShardState& state : index.shards)
      papers += state.shard->papers().size() - state.dead_papers.size();
    EXPECT_EQ(papers, index.revision);
    EXPECT_GE(index.revision, last);
    last = index.revision;
  }
  writing.join();
  EXPECT_EQ(schema::open_index(folder.path()).revision, 13U);
}

using Plan = std::vector<std::vector<std::size_t>>;

Plan plan_for(const std::vector<std::uint64_t>& items, bool all = false) {
  std::vector<indexer::ShardLoad> loads;
  for (const std::uint64_t count : items) loads.push_back({count, 0, 1, 0});
  return indexer::plan_merges(loads, all);
}

TEST(MergePolicy, MergesFourOfATier) {
  EXPECT_EQ(plan_for({10, 20, 30}), Plan{});
  EXPECT_EQ(plan_for({10, 20, 30, 40}), (Plan{{0, 1, 2, 3}}));
  EXPECT_EQ(plan_for({10, 20, 30000, 30, 40}), (Plan{{0, 1, 3, 4}}));
  EXPECT_EQ(plan_for({100, 400, 1600, 6400, 25600}), Plan{});
  // What comes of one merge may complete the next tier: all is written once.
  EXPECT_EQ(plan_for({100, 110, 120, 40, 41, 42, 43}), (Plan{{0, 1, 2, 3, 4, 5, 6}}));
}

TEST(MergePolicy, KeepsShardsBelowTheirLimit) {
  EXPECT_EQ(plan_for({17000, 18000, 19000, 20000}), Plan{});
  EXPECT_EQ(plan_for({12000, 12000, 12000, 12000}), (Plan{{0, 1, 2, 3}}));
  EXPECT_EQ(plan_for({12000, 13000, 13000, 13000, 13000}), Plan{});
  EXPECT_EQ(plan_for({20000, 20000, 20000}, true), (Plan{{0, 1}, {2}}));
  EXPECT_EQ(plan_for({}, true), Plan{});
}

TEST(MergePolicy, WritesAnewWhatIsMostlyDead) {
  const std::vector<indexer::ShardLoad> loads = {{30000, 10000, 10, 0}, {30000, 10001, 10, 0}, {60000, 0, 2, 1}};
  EXPECT_EQ(indexer::plan_merges(loads, false), (Plan{{1}, {2}}));
}

}  // namespace
}  // namespace minutebook
