// How sources are called where the folders of a machine are not told.
#include <gtest/gtest.h>

#include "indexer/index_writer.h"
#include "schema/index.h"
#include "schema/told_sources.h"
#include "tests/unit/small_index.h"

namespace minutebook::testing_support {
namespace {

std::string common_folder_of(const std::vector<std::string>& paths) {
  TemporaryFolder folder;
  indexer::IndexWriter writer(folder.path(), small_vocabulary());
  auto builder = writer.new_shard();
  for (const std::string& path : paths) {
    schema::SourceRow row = source_named(path);
    row.path = path;
    builder->add_paper(paper_named(path), builder->add_source(row));
  }
  publish_one(writer, std::move(builder));
  return schema::common_folder(schema::open_index(folder.path()));
}

TEST(ToldSources, TheFolderThatAllHaveInCommon) {
  EXPECT_EQ(common_folder_of({"/srv/papers/a/x.pdf", "/srv/papers/b/c/y.pdf"}), "/srv/papers");
  EXPECT_EQ(common_folder_of({"/srv/papers/a/x.pdf", "/srv/papers/a/y.pdf"}), "/srv/papers/a");
  EXPECT_EQ(common_folder_of({"/srv/papers/x.pdf", "/srv/papers/b/y.pdf"}), "/srv/papers");
  EXPECT_EQ(common_folder_of({"/srv/papers/a/x.pdf", "/srv/papers-b/y.pdf"}), "/srv");
  EXPECT_EQ(common_folder_of({"/srv/ab/x.pdf", "/srv/abc/x.pdf", "/srv/ab/y.pdf"}), "/srv");
  EXPECT_EQ(common_folder_of({"/srv/a/x.pdf", "/home/b/y.pdf"}), "/");
  EXPECT_EQ(common_folder_of({"/x.pdf"}), "/");
  EXPECT_EQ(common_folder_of({"/srv/only.pdf"}), "/srv");
  schema::Index empty;
  EXPECT_EQ(schema::common_folder(empty), "");
}

TEST(ToldSources, PathsBelowItAndNamesElsewhere) {
  schema::Index index;
  EXPECT_EQ(schema::told_path(index, "/srv/papers/a/x.pdf"), "/srv/papers/a/x.pdf") << "nothing is hidden";
  EXPECT_EQ(schema::told_sentence(index, "see /srv/papers/a/x.pdf"), "see /srv/papers/a/x.pdf");
  EXPECT_EQ(schema::told_url(index, "file:///srv/x.pdf"), "file:///srv/x.pdf");
  index.hidden_folder = "/srv/papers";
  EXPECT_EQ(schema::told_path(index, "/srv/papers/a/x.pdf"), "a/x.pdf");
  EXPECT_EQ(schema::told_end(index, "/srv/papers/a/x.pdf"), "/a/x.pdf");
  EXPECT_EQ(schema::told_path(index, "/srv/papers/x.pdf"), "x.pdf");
  EXPECT_EQ(schema::told_path(index, "/srv/papers-b/x.pdf"), "x.pdf");
  EXPECT_EQ(schema::told_path(index, "/home/x.pdf"), "x.pdf");
  EXPECT_EQ(schema::told_path(index, "/srv/papers"), "papers");
  EXPECT_EQ(schema::told_path(index, "name"), "name");
  EXPECT_EQ(schema::told_sentence(index, "its content is that of /srv/papers/a/x.pdf and /srv/papers/y.pdf"),
            "its content is that of a/x.pdf and y.pdf");
  EXPECT_EQ(schema::told_sentence(index, "and/or"), "and/or");
  EXPECT_EQ(schema::told_url(index, "file:///srv/x.pdf"), "");
  EXPECT_EQ(schema::told_url(index, "https://a.example/x.pdf"), "https://a.example/x.pdf");
}

TEST(ToldSources, NothingInCommonTellsNamesOnly) {
  schema::Index index;
  index.hidden_folder = "/";
  EXPECT_EQ(schema::told_path(index, "/srv/papers/a/x.pdf"), "x.pdf");
  EXPECT_EQ(schema::told_end(index, "/srv/papers/a/x.pdf"), "/x.pdf");
  EXPECT_EQ(schema::told_sentence(index, "its content is that of /srv/My Papers/x.pdf"),
            "its content is that of x.pdf");
  EXPECT_EQ(schema::told_sentence(index, "and/or"), "and/or");
}

}  // namespace
}  // namespace minutebook::testing_support
