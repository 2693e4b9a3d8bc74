// How much of a subject the passages of an item hold.
#include <gtest/gtest.h>

#include "query/open_index.h"
#include "query/parse.h"
#include "query/read_items.h"
#include "query/resolve.h"
#include "tests/unit/small_index.h"

namespace minutebook::testing_support {
namespace {

using query::Holds;
using schema::PassageKind;

TEST(SubjectItems, TellWhichPassagesHoldHowMuch) {
  schema::Paper paper;
  paper.title = paper.distinction = "Minutes";
  schema::Item item;
  for (const char* text : {"winter ferry timetables", "the ferry in winter", "the ferry", "a boat"})
    item.passages.push_back({PassageKind::text, schema::Outcome::none, 0, false, "", text});
  paper.items.push_back(item);
  TemporaryFolder folder;
  indexer::IndexWriter writer(folder.path(), small_vocabulary());
  auto builder = writer.new_shard();
  builder->add_paper(paper, builder->add_source(source_named("a")));
  publish_one(writer, std::move(builder));
  query::OpenIndex index(schema::open_index(folder.path()));
  const query::ResolveContext context{*index.index().vocabulary, *index.index().councils, index.names(), true, {}};
  query::SubjectItems found;
  query::read_subject_items(index.parts(), query::resolve(query::parse("winter ferry timetables"), context), found);
  ASSERT_EQ(found.items.size(), 1U);
  EXPECT_EQ(found.items.front().passages, (std::vector<Holds>{Holds::whole, Holds::most, Holds::part, Holds::nothing}));
  EXPECT_EQ(found.stems, (std::set<std::string, std::less<>>{"ferri", "timet", "winter"}));
}

}  // namespace
}  // namespace minutebook::testing_support
