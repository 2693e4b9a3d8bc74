// The ledger: how sources were read, copies, and gaps in the series of meetings, never beyond what the papers show.
#include <gtest/gtest.h>

#include "indexer/ledger.h"
#include "query/include/minutebook/search.h"
#include "tests/unit/small_index.h"

namespace minutebook::indexer {
namespace {

using schema::PaperKind;
using testing_support::publish_one;
using testing_support::small_vocabulary;
using testing_support::source_named;
using testing_support::TemporaryFolder;

constexpr schema::Date march{2024, 3, 4};
constexpr schema::Date april{2024, 4, 8};

schema::Paper paper(PaperKind kind, const schema::Date& date, const std::string& committee = "Cabinet") {
  schema::Paper made;
  made.kind = kind;
  made.title = std::string(schema::name_of(kind));
  made.council = "ZZ1";
  made.council_name = "Northvale";
  made.committee = committee;
  made.committee_kind = committee.empty() ? "" : "cabinet";
  made.date = date;
  schema::Item item;
  item.passages.push_back({schema::PassageKind::text, schema::Outcome::none, 0, false, "", made.title + " of a day"});
  made.items.push_back(item);
  return made;
}

schema::Paper marked(schema::Paper made, const std::string& status) {
  made.warnings.push_back("the meeting or paper is marked \"" + status + "\"");
  return made;
}

schema::Paper draft(schema::Paper made) {
  made.items[0].passages[0].text = "Draft minutes";
  return made;
}

class Ledger : public testing::Test {
 protected:
  void add(schema::Paper made) {
    schema::SourceRow row = source_named("s" + std::to_string(sources_));
    row.sha256 = std::to_string(sources_++);
    builder_->add_paper(std::move(made), builder_->add_source(row));
  }
  void add_source(const schema::SourceRow& row) { builder_->add_source(row); }

  Coverage coverage(const schema::Date& today = {}) {
    if (builder_) publish_one(writer_, std::move(builder_));
    return coverage_of(schema::open_index(folder_.path()), today);
  }
  /// "2024-03-04 minutes 0": date, what is missing, how many unread sources may hold it.
  std::vector<std::string> gaps(const schema::Date& today = {}) {
    std::vector<std::string> lines;
    for (const MeetingGap& gap : coverage(today).gaps) {
      lines.push_back(schema::iso_date(gap.date) + " " + std::string(name_of(gap.missing)) + " " +
                      std::to_string(gap.not_read));
    }
    return lines;
  }

  TemporaryFolder folder_;
  IndexWriter writer_{folder_.path(), small_vocabulary()};
  std::unique_ptr<ShardBuilder> builder_ = writer_.new_shard();
  int sources_ = 0;
};

using Lines = std::vector<std::string>;

struct GapCase {
  const char* name;
  std::vector<schema::Paper> papers;
  schema::Date today;
  Lines gaps;
};

schema::Paper of_nobody(schema::Paper made) {
  made.council.clear();
  made.council_name.clear();
  return made;
}

class Gaps : public Ledger, public testing::WithParamInterface<GapCase> {};

TEST_P(Gaps, AreWhatThePapersShow) {
  for (const schema::Paper& one : GetParam().papers) add(one);
  EXPECT_EQ(gaps(GetParam().today), GetParam().gaps);
}

INSTANTIATE_TEST_SUITE_P(
    Cases, Gaps,
    testing::Values(GapCase{"both", {paper(PaperKind::agenda, march), paper(PaperKind::minutes, march)}, {}, {}},
                    GapCase{"agenda", {paper(PaperKind::agenda, march)}, {}, {"2024-03-04 minutes 0"}},
                    GapCase{"minutes", {paper(PaperKind::minutes, march)}, {}, {"2024-03-04 agenda 0"}},
                    GapCase{"two_days",
                            {paper(PaperKind::minutes, march), paper(PaperKind::agenda, april)},
                            {},
                            {"2024-03-04 agenda 0", "2024-04-08 minutes 0"}},
                    GapCase{"draft",
                            {paper(PaperKind::agenda, march), draft(paper(PaperKind::minutes, march))},
                            {},
                            {"2024-03-04 final-minutes 0"}},
                    GapCase{"minutes_of_an_unknown_council",
                            {paper(PaperKind::agenda, march), of_nobody(paper(PaperKind::minutes, march))},
                            {},
                            {}},
                    GapCase{"agenda_of_an_unknown_council_on_another_day",
                            {paper(PaperKind::minutes, march), of_nobody(paper(PaperKind::agenda, april))},
                            {},
                            {"2024-04-08 minutes 0", "2024-03-04 agenda 0"}},
                    GapCase{"report", {paper(PaperKind::report, march)}, {}, {}},
                    GapCase{"no_date", {paper(PaperKind::agenda, {})}, {}, {}},
                    GapCase{"no_committee", {paper(PaperKind::agenda, march, "")}, {}, {}},
                    GapCase{"to_come", {paper(PaperKind::agenda, april)}, march, {}},
                    GapCase{"today", {paper(PaperKind::agenda, march)}, march, {"2024-03-04 minutes 0"}},
                    GapCase{"cancelled", {marked(paper(PaperKind::agenda, march), "cancelled")}, {}, {}},
                    GapCase{"postponed", {marked(paper(PaperKind::agenda, march), "postponed")}, {}, {}}),
    [](const auto& tested) { return tested.param.name; });

TEST_F(Ledger, GapsSayWhatMayHoldWhatIsMissing) {
  add(paper(PaperKind::agenda, march));
  const auto failed = [this](const std::string& name, const std::string& committee, std::uint32_t date) {
    schema::SourceRow row = source_named(name);
    row.status = "failed";
    row.committee = committee;
    row.date = date;
    add_source(row);
  };
  failed("nothing-known", "", 0);
  failed("its-day", "Cabinet", 20240304);
  schema::SourceRow list = source_named("list-of-meetings");
  list.status = "empty";
  add_source(list);
  schema::SourceRow scan = source_named("scan");
  scan.status = "empty";
  scan.unread_pages = 2;
  add_source(scan);
  failed("another-day", "Cabinet", 20240404);
  failed("another-committee", "Planning Committee", 20240304);
  EXPECT_EQ(gaps(), Lines{"2024-03-04 minutes 3"});
}

TEST_F(Ledger, SourcesTellHowTheyWereRead) {
  schema::SourceRow row = source_named("scan");
  row.council = "ZZ1";
  row.committee = "Cabinet";
  row.date = 20240304;
  row.pages = 9;
  row.scanned_pages = 4;
  row.unread_pages = 3;
  add_source(row);
  row = source_named("lost");
  row.status = "failed";
  row.unread_pages = 5;
  add_source(row);
  const Coverage all = coverage();
  ASSERT_EQ(all.sources.size(), 2U);
  EXPECT_EQ(all.sources[1].row.scanned_pages, 4U);
  EXPECT_EQ(all.sources[1].row.unread_pages, 3U);
  EXPECT_EQ(all.total.unread_pages, 3U) << "a source that failed counts as a whole";
  EXPECT_EQ(all.total.failed, 1U);
  query::OpenIndex index(schema::open_index(folder_.path()));
  query::ResolvedQuery query;
  const query::Coverage answer = search(index, query, {}).coverage;
  EXPECT_EQ(answer.unread_pages, 3U);
  EXPECT_EQ(answer.unread_sources, 1U);
  query::Filter later;
  later.field = schema::FieldId::date;
  later.range.from = schema::Date{2025, 1, 1};
  query.filters = {later};
  EXPECT_EQ(search(index, query, {}).coverage.unread_pages, 0U);
}

TEST_F(Ledger, CopiesAndPapersOfOneKindAreNamed) {
  add(paper(PaperKind::minutes, march));
  add(draft(paper(PaperKind::minutes, march)));
  schema::Paper same = paper(PaperKind::minutes, march);
  add(same);
  const Coverage all = coverage();
  ASSERT_EQ(all.copies.size(), 1U);
  EXPECT_EQ(all.copies[0].source, "/in/s2");
  EXPECT_EQ(all.copies[0].of_source, "/in/s0");
  EXPECT_EQ(all.copies[0].differing, 0U);
  EXPECT_EQ(all.sources[2].status, "duplicate");
  EXPECT_EQ(all.sources[2].copies, 1U);
  EXPECT_EQ(all.total.papers, 2U);
  EXPECT_EQ(all.total.copies, 1U);
  EXPECT_EQ(all.duplicates, 1U);
  ASSERT_EQ(all.warned.size(), 1U);
  EXPECT_EQ(all.warned[0].path, "/in/s1");
}

}  // namespace
}  // namespace minutebook::indexer
