// The filter `source:` finds a paper by any place it stands in: its own source, the same bytes, a copy of the work.
#include <gtest/gtest.h>

#include "tests/unit/follow_index.h"
#include "tests/unit/search_fixture.h"

namespace minutebook::testing_support {
namespace {

TEST(FilterSources, FindsAPaperByAnyOfItsPlaces) {
  std::string text;
  for (int i = 0; i < 120; ++i) text += "word" + std::to_string(i) + " ";
  TemporaryFolder folder;
  const schema::Paper work = minutes_of("Care Panel", {2024, 1, 8}, {text});
  add_papers(folder / "index", {{"first.txt", work},
                                {"draft.txt", work},
                                {"other.txt", minutes_of("Road Panel", {2024, 1, 8}, {"word1 alone"})}});
  {
    indexer::IndexWriter writer(folder / "index", small_vocabulary());
    auto builder = writer.new_shard();
    schema::SourceRow row = source_named("same-bytes.txt");
    row.sha256 = "other.txt";
    row.status = "duplicate";
    builder->add_source(row);
    publish_one(writer, std::move(builder));
  }
  query::OpenIndex index(schema::open_index(folder / "index"));
  const auto papers = [&](const std::string& name) {
    std::vector<std::string> committees;
    for (const query::Result& row : search(index, ask(index, "word1 source:" + name), {.strict = true}).results)
      committees.push_back(row.committee);
    return committees;
  };
  using Names = std::vector<std::string>;
  EXPECT_EQ(papers("first.txt"), Names{"Care Panel"});
  EXPECT_EQ(papers("draft.txt"), Names{"Care Panel"});
  EXPECT_EQ(papers("/in/other.txt"), Names{"Road Panel"});
  EXPECT_EQ(papers("same-bytes.txt"), Names{"Road Panel"});
  EXPECT_EQ(papers("nowhere.txt"), Names());
  EXPECT_EQ(papers("(draft.txt OR same-bytes.txt)").size(), 2U);
}

}  // namespace
}  // namespace minutebook::testing_support
