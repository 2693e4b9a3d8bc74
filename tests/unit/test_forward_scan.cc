// Searching encoded words against decoding them, on random items with rare and common words, spans and short passages.
#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/index_writer.h"
#include "schema/error.h"
#include "schema/forward_scan.h"
#include "tests/unit/random_papers.h"

namespace minutebook {
namespace {

using testing_support::RandomPapers;

class RandomShard {
 public:
  explicit RandomShard(unsigned seed) {
    RandomPapers random(seed);
    const auto vocabulary = testing_support::small_vocabulary();
    indexer::IndexWriter writer(folder_ / "index", vocabulary);
    std::vector<std::unique_ptr<indexer::ShardBuilder>> builders;
    builders.push_back(writer.new_shard());
    schema::SourceRow row;
    row.path = row.id = "a";
    row.status = "indexed";
    const std::uint32_t source = builders.front()->add_source(row);
    for (int i = 0; i < 60; ++i) builders.front()->add_paper(random.paper(), source);
    writer.publish(std::move(builders));
    shard_ = schema::open_index(folder_ / "index").shards.front().shard;
  }
  const schema::Shard& shard() const { return *shard_; }

 private:
  testing_support::TemporaryFolder folder_;
  std::shared_ptr<const schema::Shard> shard_;
};

bool decoded_has(const schema::Shard& shard, std::uint32_t docid, const std::vector<std::vector<schema::WordId>>& run) {
  std::vector<schema::ForwardPassage> passages;
  const std::size_t count = shard.forward(docid, passages);
  for (std::size_t p = 0; p < count; ++p) {
    const auto& words = passages[p].words;
    for (std::size_t at = 0; at + run.size() <= words.size(); ++at) {
      bool fits = true;
      for (std::size_t i = 0; i < run.size(); ++i)
        fits = fits && std::count(run[i].begin(), run[i].end(), words[at + i]) > 0;
      if (fits) return true;
    }
  }
  return false;
}

TEST(ForwardScan, FindsRunsWhereDecodingFindsThem) {
  const RandomShard random_shard(41);
  const schema::Shard& shard = random_shard.shard();
  const schema::ForwardBytes bytes(shard.folder());
  RandomPapers random(42);
  std::size_t found = 0;
  std::size_t missed = 0;
  for (int i = 0; i < 400; ++i) {
    std::vector<std::vector<schema::WordId>> run;
    for (int word = 1 + random.below(3); word > 0; --word) {
      std::vector<schema::WordId> any;
      // Twelve words are more than the anchor takes: then items are read word by word.
      for (int variants = random.some(6) ? 12 : 1 + random.below(3); variants > 0; --variants) {
        const auto all = static_cast<int>(shard.word_count());
        any.push_back(static_cast<schema::WordId>(random.below(random.some(3) ? all : std::min(all, 40))));
      }
      run.push_back(any);
    }
    const schema::RunFinder finder(run);
    for (std::uint32_t docid = 1; docid <= shard.item_count(); ++docid) {
      const bool expected = decoded_has(shard, docid, run);
      ASSERT_EQ(finder.found_in(bytes.item(docid), bytes.path()), expected) << "query " << i << ", item " << docid;
      ++(expected ? found : missed);
    }
  }
  EXPECT_GT(found, 1000U);
  EXPECT_GT(missed, 1000U);
}

TEST(ForwardScan, AWordThatNoShardHasIsFoundNowhere) {
  const RandomShard random_shard(43);
  const schema::ForwardBytes bytes(random_shard.shard().folder());
  const schema::RunFinder finder({{0, 1, 2}, {}});
  for (std::uint32_t docid = 1; docid <= random_shard.shard().item_count(); ++docid) {
    EXPECT_FALSE(finder.found_in(bytes.item(docid), bytes.path()));
  }
  EXPECT_THROW(bytes.item(0), schema::Error);
  EXPECT_THROW(bytes.item(random_shard.shard().item_count() + 1), schema::Error);
}

}  // namespace
}  // namespace minutebook
