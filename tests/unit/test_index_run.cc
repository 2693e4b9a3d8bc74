// Runs of the indexer on a folder: what is added, skipped, noted as a copy, dropped, withdrawn and restored, and that
// the order of reading changes nothing.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>

#include "indexer/index_check.h"
#include "indexer/index_run.h"
#include "indexer/index_run_remove.h"
#include "indexer/ledger.h"
#include "indexer/live_index.h"
#include "indexer/withdrawn.h"
#include "schema/error.h"
#include "tests/unit/random_papers.h"

namespace minutebook::indexer {
namespace {

namespace fs = std::filesystem;
using testing_support::TemporaryFolder;

std::string minutes(const std::string& committee, const std::string& day, const std::string& words) {
  return committee + "\n\nMinutes of the meeting held on " + day +
         " January 2024\n\nPresent: Councillors Ash and Birch\n\n" +
         "1. APOLOGIES\n\nThere were none.\n\n2. LIBRARIES\n\n" + words + "\n\nResolved that the report be noted.\n";
}

class IndexRun : public testing::Test {
 protected:
  void write(const std::string& name, const std::string& text) {
    fs::create_directories(fs::path(papers_ / name).parent_path());
    std::ofstream(papers_ / name, std::ios::binary) << text;
  }
  void remove(const std::string& name) { fs::remove(papers_ / name); }

  IndexOptions options_for(const std::string& path) const {
    IndexOptions options;
    options.paths = {path};
    options.index_folder = index_ / "ix";
    return options;
  }

  IndexReport run(bool prune = false, const std::string& below = "", unsigned jobs = 2) {
    IndexOptions options = options_for(below.empty() ? papers_.path() : papers_ / below);
    options.prune = prune;
    options.jobs = jobs;
    const IndexReport report = run_index(options, {});
    EXPECT_EQ(check_index(open()).problems, std::vector<std::string>{});
    return report;
  }

  schema::Index open() const { return schema::open_index(index_ / "ix"); }

  std::string dump() const {
    std::string all;
    dump_index(open(), [&all](const std::string& line) { all += line + "\n"; });
    return all;
  }

  /// "a.txt: indexed" … in order of the paths.
  std::vector<std::string> statuses() const {
    const schema::Index index = open();
    std::vector<std::string> lines;
    for (const LiveSource& source : live_sources(index)) {
      lines.push_back(source.row->path.substr(papers_.path().size() + 1) + ": " + std::string(source.status()));
    }
    return lines;
  }

  std::string paper_of(const std::string& name) const {
    const schema::Index index = open();
    std::string id;
    for_each_live_paper(index, [&](const schema::Shard& shard, std::uint32_t ordinal) {
      if (shard.sources()[shard.papers()[ordinal].source].path == papers_ / name) id = shard.paper_id(ordinal);
    });
    return id;
  }

  TemporaryFolder papers_;
  TemporaryFolder index_;
};

using Lines = std::vector<std::string>;

TEST_F(IndexRun, AddsSkipsAndReplaces) {
  write("a.txt", minutes("Cabinet", "8", "The report was heard."));
  write("b.txt", minutes("Council", "9", "The budget was heard."));
  const IndexReport first = run();
  EXPECT_EQ(first.added, 2U);
  EXPECT_EQ(first.papers, 2U);
  EXPECT_EQ(first.revision, 1U);
  const IndexReport second = run();
  EXPECT_EQ(second.unchanged, 2U);
  EXPECT_EQ(second.revision, 1U);
  const std::string before = paper_of("a.txt");
  write("a.txt", minutes("Cabinet", "8", "The report was heard twice."));
  const IndexReport third = run();
  EXPECT_EQ(third.changed, 1U);
  EXPECT_EQ(third.unchanged, 1U);
  EXPECT_EQ(third.papers, 2U);
  EXPECT_EQ(paper_of("a.txt"), before);
  EXPECT_NE(dump().find("heard twice"), std::string::npos);
}

TEST_F(IndexRun, WhatFailsIsListedEveryTimeAndWhatIsEmptyOnce) {
  write("a.txt", minutes("Cabinet", "8", "The report was heard."));
  write("b.pdf", "%PDF-1.7\n");
  write("c.txt", " \n");
  write("d.csv", "1,2");
  for (const bool first : {true, false}) {
    const IndexReport report = run();
    ASSERT_EQ(report.failed.size(), 1U);
    EXPECT_EQ(report.failed[0].path, papers_ / "b.pdf");
    EXPECT_EQ(report.failed[0].reason, "is no PDF that can be read: it is damaged or cut short");
    EXPECT_EQ(report.empty, 1U);
    ASSERT_EQ(report.newly_empty.size(), first ? 1U : 0U);
    if (first) {
      EXPECT_EQ(report.newly_empty[0].path, papers_ / "c.txt");
      EXPECT_EQ(report.newly_empty[0].reason, "holds no text");
    }
    EXPECT_EQ(report.other_files, 1U);
    EXPECT_EQ(report.revision, 1U);
  }
  EXPECT_EQ(statuses(), (Lines{"a.txt: indexed", "b.pdf: failed", "c.txt: empty"}));
}

TEST_F(IndexRun, VanishedSourcesGoOnlyWithPrune) {
  write("a/a.txt", minutes("Cabinet", "8", "The report was heard."));
  write("b/b.txt", minutes("Council", "9", "The budget was heard."));
  run();
  remove("a/a.txt");
  remove("b/b.txt");
  EXPECT_EQ(run().gone, 2U);
  EXPECT_EQ(open().shards.size(), 1U);
  EXPECT_EQ(run(true, "a").pruned, 1U);
  EXPECT_EQ(statuses(), Lines{"b/b.txt: indexed"});
}

TEST_F(IndexRun, ACopyIsNotedAndTakesThePlaceOfItsOriginal) {
  const std::string text = minutes("Cabinet", "8", "The report was heard.");
  write("a.txt", text);
  write("b.txt", text);
  write("far/c.txt", text);
  const IndexReport first = run();
  EXPECT_EQ(first.duplicates, 2U);
  EXPECT_EQ(first.papers, 1U);
  EXPECT_EQ(run().revision, first.revision);
  remove("a.txt");
  const IndexReport second = run(true);
  EXPECT_EQ(second.papers, 1U);
  EXPECT_EQ(statuses(), (Lines{"b.txt: indexed", "far/c.txt: duplicate"}));
  // The last original goes with a run that never comes near its copy.
  write("b.txt", minutes("Council", "9", "The budget was heard."));
  run_index(options_for(papers_ / "b.txt"), {});
  EXPECT_EQ(statuses(), (Lines{"b.txt: indexed", "far/c.txt: indexed"}));
}

TEST_F(IndexRun, TheSameWordsInOtherBytesAreIndexedOnce) {
  const std::string text = minutes("Cabinet", "8", "The report was heard.");
  write("a.txt", text);
  std::string other_ends;
  for (const char c : text) other_ends += c == '\n' ? std::string("\r\n") : std::string(1, c);
  write("b.txt", other_ends);
  EXPECT_EQ(run().papers, 1U);
  EXPECT_EQ(statuses(), (Lines{"a.txt: indexed", "b.txt: duplicate"}));
  EXPECT_EQ(run().revision, 1U);
  remove("a.txt");
  run(true);
  EXPECT_EQ(statuses(), Lines{"b.txt: indexed"});
}

TEST_F(IndexRun, TwoPapersOfOneMeetingKeepTwoIds) {
  write("a.txt", minutes("Cabinet", "8", "The report was heard."));
  write("b.txt", minutes("Cabinet", "8", "The report was heard and questions were put."));
  run();
  EXPECT_NE(paper_of("a.txt"), paper_of("b.txt"));
  const std::string later = paper_of("b.txt");
  write("c.txt", minutes("Council", "9", "The budget was heard."));
  run();
  EXPECT_EQ(paper_of("b.txt"), later);
}

TEST_F(IndexRun, TheNumberOfJobsChangesNothing) {
  for (int i = 0; i < 40; ++i) {
    write("p" + std::to_string(i) + ".txt",
          minutes("Cabinet", std::to_string(8 + i % 3), "Version " + std::to_string(i) + " was heard."));
  }
  run(false, "", 1);
  const std::string alone = dump();
  fs::remove_all(index_ / "ix");
  run(false, "", 4);
  EXPECT_EQ(dump(), alone);
}

TEST_F(IndexRun, ExemptItemsStayOutUnlessTheyAreStatedToBePublic) {
  write("a.txt", minutes("Cabinet", "8", "The report was heard.") +
                     "\n3. ROADS\n\nThe roads were discussed.\n\n4. PARKS\n\nThe parks were discussed.\n"
                     "\n5. SALE OF LAND (NOT FOR PUBLICATION)\n\nThe kingfisher offer was accepted.\n");
  run();
  ASSERT_EQ(dump().find("kingfisher"), std::string::npos);
  EXPECT_EQ(coverage_of(open()).total.exempt_items, 1U);
  std::ofstream(index_ / "m.tsv") << "path\texempt\n"
                                  << papers_ / "a.txt"
                                  << "\tno\n";
  IndexOptions options = options_for(papers_.path());
  options.metadata.manifest = index_ / "m.tsv";
  EXPECT_EQ(run_index(options, {}).changed, 1U);
  EXPECT_NE(dump().find("kingfisher"), std::string::npos);
  EXPECT_EQ(coverage_of(open()).total.exempt_items, 0U);
}

TEST_F(IndexRun, AWithdrawnSourceStaysOutUntilItIsRestored) {
  const std::string text = minutes("Cabinet", "8", "The kingfisher was heard.");
  write("a.txt", text);
  write("copy.txt", text);
  write("b.txt", minutes("Council", "9", "The budget was heard."));
  run();
  const RemoveReport removed = remove_from_index(index_ / "ix", {papers_ / "a.txt", "nothing"});
  ASSERT_EQ(removed.done.size(), 1U);
  EXPECT_EQ(removed.done[0].papers, 1U);
  EXPECT_EQ(removed.not_done.size(), 1U);
  EXPECT_EQ(run().withdrawn, 2U);
  EXPECT_EQ(dump().find("kingfisher"), std::string::npos) << "not by its copy either";
  restore_to_index(index_ / "ix", {papers_ / "a.txt"});
  run();
  EXPECT_NE(dump().find("kingfisher"), std::string::npos);
  EXPECT_EQ(statuses(), (Lines{"a.txt: indexed", "b.txt: indexed", "copy.txt: duplicate"}));
}

TEST_F(IndexRun, AWithdrawnPaperComesBackWhenItsSourceIsIndexedAgain) {
  write("a.txt", minutes("Cabinet", "8", "The kingfisher was heard."));
  run();
  const std::string id = paper_of("a.txt");
  EXPECT_EQ(remove_from_index(index_ / "ix", {id}).done.size(), 1U);
  EXPECT_EQ(run().papers, 0U);
  EXPECT_EQ(restore_to_index(index_ / "ix", {id}).done.size(), 1U);
  EXPECT_EQ(run().papers, 1U);
  EXPECT_EQ(paper_of("a.txt"), id);
  EXPECT_TRUE(open().removed.empty());
}

TEST_F(IndexRun, AMissingPathLeavesNoIndexBehind) {
  EXPECT_THROW(run(false, "nothing"), schema::Error);
  EXPECT_FALSE(fs::exists(index_ / "ix"));
}

TEST(WithdrawnList, FoldersKeepOutWhatIsBelowThem) {
  Withdrawn list({});
  list.add_source("/p/a");
  EXPECT_EQ(list.source_entry("/p/a/b.txt"), "/p/a");
  EXPECT_EQ(list.source_entry("/p/a"), "/p/a");
  EXPECT_EQ(list.source_entry("/p/ab.txt"), "");
  list.add_paper("abcdefghijkl", "/p/a/b.txt");
  EXPECT_TRUE(list.keeps_out_paper("abcdefghijkl"));
  EXPECT_FALSE(list.keeps_out_paper("abcdefghijk"));
  EXPECT_EQ(Withdrawn(list.entries()).names(), (std::vector<std::string>{"/p/a", "abcdefghijkl"}));
  EXPECT_FALSE(list.restore_source("/p"));
  EXPECT_TRUE(list.restore_source("/p/a"));
  EXPECT_TRUE(list.entries().empty());
}

}  // namespace
}  // namespace minutebook::indexer
