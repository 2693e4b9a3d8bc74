// Watches: what is news and what is not, and what lies on disk between two runs.
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>
#include <thread>

#include "query/print_watch.h"
#include "query/watch_file.h"
#include "tests/unit/follow_index.h"
#include "tests/unit/search_fixture.h"

namespace minutebook::testing_support {
namespace {

using query::Watch;
using query::WatchFolder;
using query::WatchReport;

const std::string now = "2026-01-01T00:00:00Z";

std::string long_text() {
  std::string text;
  for (int i = 0; i < 150; ++i) text += "word" + std::to_string(i) + " ";
  return text;
}

class WatchNewsTest : public testing::Test {
 protected:
  void SetUp() override {
    watch_.name = "helpline";
    watch_.query = "helpline";
    add({{"a", minutes_of("Care Panel", {2020, 1, 8}, {"The helpline was busy.", "Roads were dry."})}});
    start();
  }
  void add(const std::vector<FollowPaper>& papers,
           std::shared_ptr<const schema::Vocabulary> vocabulary = small_vocabulary()) {
    add_papers(folder_ / "index", papers, 1, std::move(vocabulary));
  }
  void retire(const std::string& name) {
    indexer::IndexWriter writer(folder_ / "index", small_vocabulary());
    ASSERT_TRUE(writer.retire_source("/in/" + name));
    writer.publish({});
  }
  void start() {
    query::OpenIndex index(schema::open_index(folder_ / "index"));
    start_watch(index, ask(index, watch_.query), watch_, now);
  }
  WatchReport run() {
    query::OpenIndex index(schema::open_index(folder_ / "index"));
    return run_watch(index, ask(index, watch_.query), watch_, now);
  }
  /// "new a The [helpline] was busy."
  std::vector<std::string> news() {
    std::vector<std::string> lines;
    for (const query::WatchNews& one : run().news) {
      std::string line = (one.changed ? "changed " : "new ") + one.row.paper.source.substr(4);
      for (const query::Mention& mention : one.row.mentions) {
        line += " ";
        for (const query::Run& part : mention.runs) line += part.highlight ? "[" + part.text + "]" : part.text;
      }
      lines.push_back(line);
    }
    return lines;
  }

  TemporaryFolder folder_;
  Watch watch_;
};

using Lines = std::vector<std::string>;

TEST_F(WatchNewsTest, WhatWasThereIsNoNews) {
  EXPECT_EQ(news(), Lines());
  watch_.seen.clear();
  EXPECT_EQ(news(), Lines{"new a The [helpline] was busy."});
  EXPECT_EQ(news(), Lines());
}

TEST_F(WatchNewsTest, ANewPaperIsNewOnce) {
  add({{"b", minutes_of("Care Panel", {2021, 1, 8}, {"Nothing.", "A helpline for all."})}});
  const WatchReport report = run();
  ASSERT_EQ(report.news.size(), 1U);
  EXPECT_EQ(report.news[0].row.paper.source, "/in/b");
  EXPECT_EQ(report.items, 2U);
  EXPECT_EQ(report.mentions, 2U);
  EXPECT_GT(report.revision, report.before);
  EXPECT_FALSE(report.understood_otherwise);
  EXPECT_EQ(news(), Lines());
}

TEST_F(WatchNewsTest, IndexedAgainOrGoneAndBackIsNoNews) {
  const auto again = minutes_of("Care Panel", {2020, 1, 8}, {"The helpline was busy.", "Roads were dry."});
  retire("a");
  EXPECT_EQ(news(), Lines());
  add({{"moved", again}});
  EXPECT_EQ(news(), Lines());
}

TEST_F(WatchNewsTest, OtherWordsUnderTheSameNumberAreAChange) {
  retire("a");
  add({{"a", minutes_of("Care Panel", {2020, 1, 8}, {"The helpline was closed.", "Roads were dry."})}});
  EXPECT_EQ(news(), Lines{"changed a The [helpline] was closed."});
  EXPECT_EQ(news(), Lines());
}

TEST_F(WatchNewsTest, ACopyIsNoNewsAndAFinalIsAChange) {
  const auto minutes = [&](const std::string& text) {
    return minutes_of("Care Panel", {2022, 1, 8}, {long_text() + text});
  };
  add({{"z-draft", minutes("The helpline was busy, it was said.")}});
  ASSERT_EQ(news().size(), 1U);
  add({{"z2-copy", minutes("The helpline was busy, it was said.")}});
  EXPECT_EQ(news(), Lines());
  // A longer paper with pages and a URL comes to represent the work.
  schema::Paper final_paper = minutes("The helpline was quiet, it was found.");
  final_paper.page = 1;
  for (schema::Passage& passage : final_paper.items[0].passages) passage.page = 1;
  add({{"y-final", final_paper}});
  const Lines lines = news();
  ASSERT_EQ(lines.size(), 1U);
  EXPECT_TRUE(lines[0].starts_with("changed y-final ")) << lines[0];
  EXPECT_EQ(news(), Lines());
}

TEST_F(WatchNewsTest, SaysWhenTheVocabularyChanged) {
  add({{"b", minutes_of("Care Panel", {2021, 1, 8}, {"Nothing."})}}, small_vocabulary("helpline"));
  const WatchReport report = run();
  EXPECT_TRUE(report.understood_otherwise);
  EXPECT_TRUE(report.news.empty());
  EXPECT_FALSE(run().understood_otherwise);
}

TEST_F(WatchNewsTest, IsPrinted) {
  add({{"b", minutes_of("Care Panel", {2021, 1, 8}, {"A helpline for all."})}});
  const WatchReport report = run();
  const std::vector<WatchReport> reports = {report};
  std::ostringstream text;
  print_text(text, reports, {});
  for (const char* part : {"helpline: helpline\n", "1 new since 2026-01-01T00:00:00Z; 2 items in all\n",
                           "    A helpline for all.\n", "Care Panel, Minutes, 8 January 2021, minute 1.\n", "id "}) {
    EXPECT_NE(text.str().find(part), std::string::npos) << part << " is not in\n" << text.str();
  }
  std::ostringstream json;
  print_json(json, reports);
  EXPECT_NE(json.str().find("\"changed\":[]"), std::string::npos);
  EXPECT_NE(json.str().find("{\"t\":\"helpline\",\"h\":1}"), std::string::npos) << json.str();
  const query::Feed feed = feed_of(reports, now);
  ASSERT_EQ(feed.entries.size(), 1U);
  EXPECT_EQ(feed.entries[0].id, "urn:minutebook:watch:helpline:item:" + report.news[0].row.id);
  EXPECT_EQ(feed.entries[0].updated, now);
}

TEST(WatchFiles, ComeBackAsTheyWere) {
  TemporaryFolder folder;
  const WatchFolder watches(folder.path());
  EXPECT_TRUE(watches.names().empty());
  Watch watch;
  watch.name = "a-1";
  watch.query = "\"caf\u00E9\" OR x";
  watch.expand = false;
  watch.last_run = now;
  watch.revision = 17;
  watch.seen = {{"p.1", {"abc", "abc~2"}}, {"p.2", {}}};
  const WatchFolder::Lock lock(watches);
  watches.write(watch);
  const Watch read = watches.read("a-1");
  EXPECT_EQ(read.query, watch.query);
  EXPECT_FALSE(read.expand);
  EXPECT_EQ(read.revision, 17U);
  EXPECT_EQ(read.seen, watch.seen);
  EXPECT_EQ(watches.names(), Lines{"a-1"});
  watches.remove("a-1");
  EXPECT_TRUE(watches.names().empty());
}

TEST(WatchFiles, WhatIsNoWatchIsRefused) {
  TemporaryFolder folder;
  const WatchFolder watches(folder.path());
  for (const char* name : {"", "../x", "a.b", "a b", "/etc/passwd"})
    EXPECT_NE(refusal([&] { watches.read(name); }).find("cannot be the name"), std::string::npos) << name;
  EXPECT_NE(refusal([&] { watches.read(std::string(65, 'a')); }).find("cannot be the name"), std::string::npos);
  EXPECT_NE(refusal([&] { watches.read("none"); }).find("there is no watch"), std::string::npos);
  EXPECT_NE(refusal([&] { watches.remove("none"); }).find("there is no watch"), std::string::npos);
  const WatchFolder::Lock lock(watches);
  for (const auto& [text, reason] : std::map<std::string, std::string>{
           {"", "is damaged"},
           {"[]", "is damaged"},
           {"{\"format\":\"x\"}", "is no watch"},
           {"{\"format\":\"minutebook-watch\",\"version\":9}", "another version"},
           {"{\"format\":\"minutebook-watch\",\"version\":1,\"name\":7}", "is damaged"}}) {
    std::ofstream(folder / "watches/bad.json") << text;
    EXPECT_NE(refusal([&] { watches.read("bad"); }).find(reason), std::string::npos) << text;
  }
}

TEST(WatchFiles, OneRunWaitsForTheOther) {
  TemporaryFolder folder;
  const WatchFolder watches(folder.path());
  std::atomic<bool> second = false;
  std::thread other;
  {
    const WatchFolder::Lock lock(watches);
    other = std::thread([&] {
      const WatchFolder::Lock waiting(watches);
      second = true;
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    EXPECT_FALSE(second);
  }
  other.join();
  EXPECT_TRUE(second);
}

TEST(WatchFiles, TheWriterOfTheIndexLeavesThemAlone) {
  TemporaryFolder folder;
  add_names(folder / "index", {"a"});
  const WatchFolder watches(folder / "index");
  Watch watch;
  watch.name = "kept";
  {
    const WatchFolder::Lock lock(watches);
    watches.write(watch);
  }
  for (const char* name : {"b", "c", "d"}) add_names(folder / "index", {name});
  EXPECT_EQ(watches.names(), Lines{"kept"});
}

}  // namespace
}  // namespace minutebook::testing_support
