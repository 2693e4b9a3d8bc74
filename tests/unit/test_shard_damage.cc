// Files of a shard that are not whole, or of another version, are refused by name; damage inside never leads out of
// bounds.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>

#include "schema/error.h"
#include "schema/file.h"
#include "schema/shard_summary.h"
#include "tests/unit/built_shard.h"

namespace minutebook {
namespace {

namespace fs = std::filesystem;
using testing_support::Built;

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

TEST(DamagedShard, OfAnotherVersionIsRefused) {
  const Built built(5, 5);
  const std::string path = built.folder / "shard/lexicon.bin";
  std::fstream file(path, std::ios::in | std::ios::out | std::ios::binary);
  file.seekp(8);
  file.put('\x63');
  file.close();
  EXPECT_NE(refusal(built.folder / "shard").find("index version 99"), std::string::npos);
}

TEST(DamagedShard, IsNeverReadPastItsEnd) {
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

TEST(DamagedShard, IsToldByItsChecksums) {
  const Built built(6, 5);
  const std::string folder = built.folder / "shard";
  EXPECT_EQ(schema::compare_shard_checksums(folder).changed, std::vector<std::string>{});
  for (const char* name : {"text.blocks", "papers.blocks", "sources.blocks", "papers.bin", "sketches.bin",
                           "forward.bin", "lexicon.bin", "xapian/postlist.glass", "xapian/iamglass"}) {
    const std::string path = folder + "/" + name;
    const std::string whole = schema::read_file(path);
    std::string damaged = whole;
    damaged[damaged.size() / 2] ^= 1;
    std::ofstream(path, std::ios::binary | std::ios::trunc) << damaged;
    EXPECT_EQ(schema::compare_shard_checksums(folder).changed, std::vector<std::string>{path});
    std::ofstream(path, std::ios::binary | std::ios::trunc) << whole;
  }
}

/// Before checksums were kept, "files" had the sizes alone.
TEST(DamagedShard, WithoutChecksumsIsNotCalledChecked) {
  const Built built(6, 5);
  const std::string folder = built.folder / "shard";
  std::string summary = schema::read_file(folder + "/shard.json");
  for (const std::string_view name : {"sha256", "seal"}) summary.replace(summary.find(name), name.size(), "other");
  std::ofstream(folder + "/shard.json", std::ios::binary | std::ios::trunc) << summary;
  const schema::ShardChecksums found = schema::compare_shard_checksums(folder);
  EXPECT_EQ(found.changed, std::vector<std::string>{});
  EXPECT_EQ(found.unknown.size(), 9U);
}

}  // namespace
}  // namespace minutebook
