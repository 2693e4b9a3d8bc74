// Copies of one work: when two papers are one, which of them represents it, which ids they have.
#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/live_index.h"
#include "indexer/works.h"
#include "tests/unit/made_papers.h"
#include "tests/unit/small_index.h"

namespace minutebook::indexer {
namespace {

using testing_support::publish_one;
using testing_support::small_vocabulary;
using testing_support::source_named;
using testing_support::TemporaryFolder;

struct Added {
  std::string name;
  schema::Paper paper;
  std::string url;
};

/// An index of sources with one paper each.
class WorksIndex : public testing::Test {
 protected:
  void add(const std::vector<Added>& sources) {
    IndexWriter writer(folder_->path(), small_vocabulary());
    auto builder = writer.new_shard();
    for (const Added& source : sources) {
      schema::SourceRow row = source_named(source.name);
      row.sha256 = source.name;
      row.url = source.url;
      // No two papers of a run have one id; which of them gets the natural one is settled when it is published.
      builder->add_paper_again(source.paper, builder->add_source(row), "unsettled-" + source.name);
    }
    publish_one(writer, std::move(builder));
  }
  void retire(const std::string& name) {
    IndexWriter writer(folder_->path(), small_vocabulary());
    EXPECT_TRUE(writer.retire_source("/in/" + name));
    writer.publish({});
  }

  /// "b <- a (2)": a is a copy of b and two of its passages differ; or just "b". Ordered.
  std::vector<std::string> works() const {
    const schema::Index index = schema::open_index(folder_->path());
    std::unordered_map<std::string, std::string> names;
    for_each_live_paper(index, [&](const schema::Shard& shard, std::uint32_t ordinal) {
      names[shard.paper_id(ordinal)] = shard.sources()[shard.papers()[ordinal].source].id;
    });
    std::vector<std::string> lines;
    for_each_counted_paper(index, [&](const schema::Shard& shard, std::uint32_t ordinal) {
      lines.push_back(names.at(shard.paper_id(ordinal)));
    });
    for (const schema::ShardState& state : index.shards) {
      for (const schema::PaperCopy& copy : state.copies) {
        lines.push_back(names.at(copy.of) + " <- " + names.at(state.shard->paper_id(copy.paper)) + " (" +
                        std::to_string(copy.differing) + ")");
      }
    }
    std::sort(lines.begin(), lines.end());
    return lines;
  }

  std::string id_of(const std::string& name) const {
    std::string id;
    for_each_live_paper(schema::open_index(folder_->path()), [&](const schema::Shard& shard, std::uint32_t ordinal) {
      if (shard.sources()[shard.papers()[ordinal].source].id == name) id = shard.paper_id(ordinal);
    });
    return id;
  }

  /// Another index from here on.
  void start_again() { folder_ = std::make_unique<TemporaryFolder>(); }

  std::unique_ptr<TemporaryFolder> folder_ = std::make_unique<TemporaryFolder>();
};

using Lines = std::vector<std::string>;
using schema::PaperKind;

struct PairCase {
  const char* name;
  schema::Paper a;
  schema::Paper b;
  bool one;
};

schema::Paper dated(schema::Paper made, const schema::Date& date) {
  made.date = date;
  return made;
}
schema::Paper of_committee(schema::Paper made, const std::string& committee) {
  made.committee = committee;
  return made;
}
schema::Paper of_no_council(schema::Paper made) {
  made.council.clear();
  made.council_name.clear();
  return made;
}
schema::Paper scanned(schema::Paper made) {
  for (schema::Passage& passage : made.items[0].passages) passage.scanned = true;
  return made;
}

std::vector<PairCase> pair_cases() {
  const std::string long_text = words(400, 1);
  const schema::Paper report = paper(PaperKind::report, {long_text, words(20, 2)});
  const schema::Paper nearly = paper(PaperKind::report, {long_text, words(20, 3)});
  const schema::Paper half = paper(PaperKind::report, {words(200, 1), words(100, 4)});
  const schema::Paper minutes = paper(PaperKind::minutes, {words(200, 1), words(40, 5)});
  const schema::Paper other_minutes = paper(PaperKind::minutes, {words(200, 1), words(40, 6)});
  const schema::Paper agenda = paper(PaperKind::agenda, {words(100, 1)});
  const schema::Paper long_agenda = paper(PaperKind::agenda, {words(100, 1), words(200, 7)});
  const schema::Paper supplement = paper(PaperKind::agenda, {words(100, 8), words(20, 1)});
  return {
      {"the same words", report, report, true},
      {"nearly the same words", report, nearly, true},
      {"half of the words", report, half, false},
      {"another date", report, dated(report, {2024, 4, 4}), false},
      {"a date that is unknown", report, dated(report, {}), true},
      {"another committee", report, of_committee(report, "Planning Committee"), false},
      {"a committee with more words", report, of_committee(report, "Cabinet, for recommendation to Council"), true},
      {"a committee that is unknown", report, of_committee(report, ""), true},
      {"nearly the same words under another title", titled(report, "Roads"), titled(nearly, "Parks"), false},
      {"a title within the other", titled(report, "Report on roads"), titled(nearly, "Roads"), true},
      {"the same words under another title", titled(report, "Roads"), titled(report, "Parks"), true},
      {"a report as an appendix", report, paper(PaperKind::appendix, {long_text, words(20, 2)}), true},
      {"a report and minutes", report, paper(PaperKind::minutes, {long_text, words(20, 2)}), false},
      {"a report and what has no kind", report, paper(PaperKind::other, {long_text, words(20, 2)}), true},
      {"two minutes of one meeting", minutes, other_minutes, true},
      {"two minutes of two meetings", minutes, dated(other_minutes, {2024, 4, 4}), false},
      {"two minutes, one without a date", minutes, dated(other_minutes, {}), false},
      {"an agenda and a longer one", agenda, long_agenda, true},
      {"an agenda and a supplement", agenda, supplement, false},
      {"a scan of a text", report, scanned(paper(PaperKind::report, {words(300, 1), words(100, 9)})), true},
      {"no words", paper(PaperKind::report, {"..."}), paper(PaperKind::report, {"---"}), false},
  };
}

TEST_F(WorksIndex, PairsThatAreOneWork) {
  for (const PairCase& one : pair_cases()) {
    start_again();
    add({{"a", one.a, ""}, {"b", one.b, ""}});
    const Lines found = works();
    ASSERT_EQ(found.size(), 2U) << one.name;
    EXPECT_EQ(found.back().find("<-") != std::string::npos, one.one) << one.name;
  }
}

schema::Paper paged(schema::Paper made) {
  made.page = 1;
  return made;
}

struct RankCase {
  const char* name;
  Added first;
  Added second;
};

TEST_F(WorksIndex, TheBetterOneRepresentsTheWork) {
  const schema::Paper minutes = paper(PaperKind::minutes, {"Minutes", words(200, 1), words(20, 2)});
  const schema::Paper long_minutes = paper(PaperKind::minutes, {"Minutes", words(200, 1), words(100, 3)});
  const schema::Paper report = paper(PaperKind::report, {"Report", words(200, 1)});
  const schema::Paper longer_report = paper(PaperKind::report, {"Report", words(200, 1), words(10, 2)});
  const schema::Paper homeless = of_no_council(report);
  const std::string url = "https://northvale.example/minutes";
  const std::vector<RankCase> cases = {
      {"final before draft, whatever else", {"", minutes, ""}, {"", paged(draft(long_minutes)), url}},
      {"a draft by the name of its file", {"minutes", minutes, ""}, {"draft minutes.pdf", paged(minutes), url}},
      {"a draft by its URL",
       {"", minutes, ""},
       {"", paged(minutes), "https://x.example/Printed%20draft%20minutes.pdf"}},
      {"whole before part", {"", long_minutes, ""}, {"", paged(minutes), url}},
      {"pages and a URL before pages", {"", paged(minutes), url}, {"", paged(minutes), ""}},
      {"pages before a URL", {"", paged(minutes), ""}, {"", minutes, url}},
      {"a URL before none", {"", minutes, url}, {"", minutes, ""}},
      {"text before a scan", {"", minutes, ""}, {"", scanned(minutes), ""}},
      {"what knows its council before pages and a URL", {"", report, ""}, {"", paged(homeless), url}},
      {"what knows its date before text of more words", {"", report, ""}, {"", dated(longer_report, {}), ""}},
      {"one of the two before none", {"", dated(report, {}), ""}, {"", paged(dated(homeless, {})), url}},
      {"a final that knows neither before a draft",
       {"minutes", dated(of_no_council(minutes), {}), ""},
       {"draft minutes.pdf", paged(minutes), url}},
  };
  for (const RankCase& one : cases) {
    for (const bool turned : {false, true}) {
      start_again();
      Added better = one.first;
      Added other = one.second;
      better.name = std::string(turned ? "a-" : "b-") + better.name;
      other.name = std::string(turned ? "b-" : "a-") + other.name;
      const std::string natural = schema::paper_id(better.paper);
      add({turned ? better : other});
      add({turned ? other : better});
      const Lines found = works();
      ASSERT_EQ(found.size(), 2U) << one.name;
      EXPECT_TRUE(found[1].starts_with(better.name + " <- " + other.name)) << one.name << ": " << found[1];
      EXPECT_EQ(id_of(better.name), natural) << one.name;
      const std::string other_natural = schema::paper_id(other.paper);
      EXPECT_EQ(id_of(other.name), other_natural == natural ? distinct_id(natural, other.name, 1) : other_natural)
          << one.name;
    }
  }
}

TEST_F(WorksIndex, CopiesSayHowManyPassagesDiffer) {
  const schema::Paper minutes = paper(PaperKind::minutes, {words(100, 1), words(20, 2), words(20, 3)});
  const schema::Paper cut_otherwise = paper(PaperKind::minutes, {words(100, 1) + words(20, 2), words(20, 3)});
  const schema::Paper changed = paper(PaperKind::minutes, {words(100, 1), words(20, 4), words(20, 5)});
  add({{"a", minutes, ""}, {"b", cut_otherwise, ""}, {"c", changed, ""}});
  EXPECT_EQ(works(), (Lines{"a", "a <- b (0)", "a <- c (2)"}));
}

TEST_F(WorksIndex, AnotherCopyTakesThePlaceOfOneThatGoes) {
  const schema::Paper minutes = paper(PaperKind::minutes, {words(200, 1)});
  const std::string natural = schema::paper_id(minutes);
  add({{"a", minutes, ""}, {"b", minutes, ""}, {"c", minutes, ""}});
  EXPECT_EQ(works(), (Lines{"a", "a <- b (0)", "a <- c (0)"}));
  retire("a");
  EXPECT_EQ(works(), (Lines{"b", "b <- c (0)"}));
  EXPECT_EQ(id_of("b"), natural);
  retire("b");
  EXPECT_EQ(works(), Lines{"c"});
  EXPECT_EQ(id_of("c"), natural);
  add({{"a", minutes, ""}});
  EXPECT_EQ(works(), (Lines{"a", "a <- c (0)"}));
}

TEST_F(WorksIndex, UnchangedWorksAreTakenOverFromTheGenerationBefore) {
  const schema::Paper minutes = paper(PaperKind::minutes, {words(200, 1), words(10, 2)});
  const schema::Paper changed = paper(PaperKind::minutes, {words(200, 1), words(10, 3)});
  add({{"a", minutes, ""}, {"b", changed, ""}});
  for (int i = 0; i < 6; ++i) add({{"z" + std::to_string(i), dated(minutes, {2020, 1, i + 1}), ""}});
  Lines found = works();
  EXPECT_EQ(found.size(), 8U);
  EXPECT_EQ(found[1], "a <- b (1)");
}

TEST_F(WorksIndex, WhatOneSourceHoldsIsNotOneWork) {
  const schema::Paper one = titled(paper(PaperKind::report, {words(400, 1), words(5, 2)}), "Licence");
  const schema::Paper other = titled(paper(PaperKind::report, {words(400, 1), words(5, 3)}), "Licence");
  IndexWriter writer(folder_->path(), small_vocabulary());
  auto builder = writer.new_shard();
  const std::uint32_t pack = builder->add_source(source_named("pack"));
  builder->add_paper(one, pack);
  builder->add_paper(other, pack);
  builder->add_paper(one, builder->add_source(source_named("report")));
  builder->add_paper(other, builder->add_source(source_named("report2")));
  publish_one(writer, std::move(builder));
  EXPECT_EQ(works(), (Lines{"pack", "pack", "pack <- report (0)", "pack <- report2 (0)"}));
}

TEST_F(WorksIndex, WhatResemblesOnlyACopyStaysVisible) {
  // b resembles a and c; a and c do not resemble each other.
  const schema::Paper a = paper(PaperKind::minutes, {words(100, 1), words(100, 2)});
  const schema::Paper b = paper(PaperKind::minutes, {words(100, 1), words(100, 2), words(100, 3)});
  const schema::Paper c = paper(PaperKind::minutes, {words(100, 2), words(100, 3), words(60, 4)});
  add({{"a", paged(a), "https://x.example/"}, {"b", draft(b), ""}, {"c", draft(c), ""}});
  const Lines found = works();
  EXPECT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0], "a");
  EXPECT_TRUE(std::find(found.begin(), found.end(), "c") != found.end());
}

TEST(WorksIds, AWithdrawnIdIsGivenToNobody) {
  TemporaryFolder folder;
  const schema::Paper minutes = paper(PaperKind::minutes, {words(200, 1)});
  const std::string natural = schema::paper_id(minutes);
  IndexWriter writer(folder.path(), small_vocabulary());
  auto builder = writer.new_shard();
  schema::SourceRow row = source_named("a");
  row.sha256 = "a";
  builder->add_paper_again(minutes, builder->add_source(row), distinct_id(natural, "a", 1));
  writer.set_removed({natural + "\t/in/gone"});
  publish_one(writer, std::move(builder));
  EXPECT_EQ(writer.current().shards[0].shard->paper_id(0), distinct_id(natural, "a", 1));
  writer.set_removed({});
  writer.publish({});
  EXPECT_EQ(writer.current().shards[0].shard->paper_id(0), natural);
}

}  // namespace
}  // namespace minutebook::indexer
