// The shards of a run: written when they are full, not when the run ends.
#include <gtest/gtest.h>

#include <filesystem>

#include "indexer/index_run_builders.h"
#include "schema/shard_format.h"
#include "tests/unit/made_papers.h"
#include "tests/unit/small_index.h"

namespace minutebook::indexer {
namespace {

using testing_support::small_vocabulary;
using testing_support::source_named;
using testing_support::TemporaryFolder;

bool is_written(const std::string& folder) {
  return std::filesystem::exists(folder + "/" + std::string(schema::xapian_folder_name));
}

/// Adds a paper of ten words. Returns the folder of the shard that took it.
std::string add_one(BuilderPool& pool, int number) {
  const BuilderPool::Loan builder(pool);
  const std::uint32_t source = builder->add_source(source_named(std::to_string(number)));
  builder->add_paper(paper(schema::PaperKind::report, {words(10, number)}), source);
  return builder->folder();
}

struct FullCase {
  const char* name;
  FullShard full;
  std::size_t papers_of_shard;
};

TEST(BuilderPool, AFullShardIsWrittenBeforeTheNextOneGrows) {
  const std::vector<FullCase> cases = {
      {"more than one item", {.items = 1}, 2},
      {"more than two items", {.items = 2}, 3},
      {"more than 19 words", {.words = 19}, 2},
      {"more than 20 words", {.words = 20}, 3},
  };
  for (const FullCase& one : cases) {
    TemporaryFolder folder;
    IndexWriter writer(folder.path(), small_vocabulary());
    BuilderPool pool(writer, 1, one.full);
    std::vector<std::string> folders;
    for (int i = 0; i < 4; ++i) folders.push_back(add_one(pool, i));
    for (std::size_t i = 0; i < folders.size(); ++i) {
      EXPECT_EQ(folders[i] == folders[0], i < one.papers_of_shard) << one.name << ", paper " << i;
    }
    EXPECT_TRUE(is_written(folders.front())) << one.name;
    EXPECT_FALSE(is_written(folders.back())) << one.name;
    writer.publish(pool.take_all());
    std::uint64_t items = 0;
    for (const schema::ShardState& state : writer.current().shards) items += state.shard->item_count();
    EXPECT_EQ(items, 4U) << one.name;
  }
}

TEST(BuilderPool, WhatIsFinishedCanBeFinishedAgain) {
  TemporaryFolder folder;
  IndexWriter writer(folder.path(), small_vocabulary());
  BuilderPool pool(writer, 1);
  const std::string shard = add_one(pool, 1);
  std::vector<std::unique_ptr<ShardBuilder>> all = pool.take_all();
  ASSERT_EQ(all.size(), 1U);
  EXPECT_FALSE(is_written(shard));
  all[0]->finish();
  all[0]->finish();
  EXPECT_TRUE(is_written(shard));
  EXPECT_EQ(all[0]->items(), 1U);
  EXPECT_EQ(all[0]->sources(), 1U);
  EXPECT_EQ(all[0]->words(), 10U);
}

}  // namespace
}  // namespace minutebook::indexer
