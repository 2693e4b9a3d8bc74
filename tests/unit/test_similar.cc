// What is most like an item or a draft: by telling words and topics, never itself, whatever the shards.
#include <gtest/gtest.h>

#include "query/include/minutebook/similar.h"
#include "tests/unit/follow_index.h"
#include "tests/unit/search_fixture.h"

namespace minutebook::testing_support {
namespace {

using query::SimilarAnswer;
using query::SimilarRow;
using query::SimilarSource;

const std::string helpline =
    "Members asked why the helpline for carers was often engaged and whether volunteers could answer it at night.";

std::vector<FollowPaper> papers() {
  return {
      {"a", minutes_of("Care Panel", {2020, 1, 8}, {helpline, "The minutes were agreed as a record of the meeting."})},
      {"b",
       minutes_of("Care Panel", {2021, 3, 9}, {"A helpline answered at night by volunteers was asked for by carers."})},
      {"c", minutes_of("Road Panel", {2021, 4, 9}, {"The bridge over the river was closed for repairs at night."})},
      {"d", minutes_of("School Panel", {2022, 4, 9}, {"EHCP reviews were late because staff had left the office."})},
      {"e", minutes_of("School Panel", {2023, 4, 9}, {"Members heard about plans that had waited for many months."})},
      {"f", minutes_of("Road Panel", {2023, 6, 9}, {"Councillor Okafor moved that the report on potholes be noted."})},
      {"g", minutes_of("Tree Panel", {2023, 7, 9}, {"Councillor Okafor moved that oaks be felled by volunteers."})},
  };
}

class Similar : public testing::Test {
 protected:
  SimilarAnswer like(const SimilarSource& source, std::size_t shards = 1) {
    TemporaryFolder folder;
    add_papers(folder / "index", papers(), shards);
    query::OpenIndex index(schema::open_index(folder / "index"));
    return similar(index, source, 10);
  }
  static SimilarSource draft(const std::string& text) {
    SimilarSource source;
    source.paper = minutes_of("", {}, {text});
    source.paper.council_name = "Northvale Council";
    return source;
  }
  static std::vector<std::string> sources(const SimilarAnswer& answer) {
    std::vector<std::string> names;
    for (const SimilarRow& row : answer.rows) names.push_back(row.row.paper.source);
    return names;
  }
};

TEST_F(Similar, FindsWhatHasTheTellingWords) {
  const SimilarAnswer answer = like(draft(helpline));
  ASSERT_GE(answer.rows.size(), 2U);
  EXPECT_EQ(answer.rows[0].row.paper.source, "/in/a");
  EXPECT_EQ(answer.rows[1].row.paper.source, "/in/b");
  EXPECT_GT(answer.rows[0].similarity, answer.rows[1].similarity);
  EXPECT_LE(answer.rows[0].similarity, 1.0);
  const std::vector<std::string>& shared = answer.rows[1].shared;
  for (const char* word : {"helpline", "carers", "volunteers", "night"})
    EXPECT_NE(std::find(shared.begin(), shared.end(), word), shared.end()) << word;
  EXPECT_EQ(answer.coverage.papers, papers().size());
  ASSERT_EQ(answer.rows[0].row.mentions.size(), 1U);
  const auto& runs = answer.rows[1].row.mentions[0].runs;
  EXPECT_TRUE(std::any_of(runs.begin(), runs.end(),
                          [](const query::Run& run) { return run.highlight && run.text == "helpline"; }));
}

TEST_F(Similar, NeverFindsItsOwnPaper) {
  TemporaryFolder folder;
  add_papers(folder / "index", papers());
  query::OpenIndex index(schema::open_index(folder / "index"));
  const std::string id = search(index, ask(index, "engaged"), {}).results.at(0).id;
  const std::string paper = search(index, ask(index, "engaged"), {}).results.at(0).paper.id;
  for (const std::string& of : {id, paper}) {
    const SimilarAnswer answer = similar(index, similar_source(index, of), 10);
    ASSERT_FALSE(answer.rows.empty());
    EXPECT_EQ(answer.rows[0].row.paper.source, "/in/b");
    EXPECT_NE(answer.label.find("Care Panel, Minutes, 8 January 2020"), std::string::npos) << answer.label;
  }
  EXPECT_THROW(similar_source(index, "nothing"), schema::Error);
}

TEST_F(Similar, TopicsTiePapersThatShareNoWord) {
  const SimilarAnswer answer = like(draft("EHC plans: delays. The office had few staff."));
  ASSERT_FALSE(answer.terms.empty());
  EXPECT_TRUE(std::any_of(answer.terms.begin(), answer.terms.end(),
                          [](const query::SimilarTerm& term) { return term.topic && term.text == "EHC plans"; }));
  ASSERT_FALSE(answer.rows.empty());
  EXPECT_EQ(answer.rows[0].row.paper.source, "/in/d");
  EXPECT_EQ(answer.rows[0].shared[0], "EHC plans");
}

TEST_F(Similar, NamesAndFiguresTieNothing) {
  const SimilarAnswer answer = like(draft("Councillor Okafor of Northvale Council, 2023, was thanked."));
  for (const query::SimilarTerm& term : answer.terms) {
    for (const char* word : {"okafor", "northvale", "council", "2023", "of"}) EXPECT_NE(term.text, word);
  }
}

TEST_F(Similar, OneWordInCommonIsNotAlike) {
  EXPECT_EQ(sources(like(draft("Oaks, elms and limes."))), (std::vector<std::string>{"/in/g"}));
  EXPECT_EQ(sources(like(draft("A bridge for volunteers"))), std::vector<std::string>());
  const SimilarAnswer nothing = like(draft("Zebras gallop."));
  EXPECT_TRUE(nothing.terms.empty());
  EXPECT_TRUE(nothing.rows.empty());
}

TEST_F(Similar, DoesNotDependOnTheNumberOfShards) {
  for (const std::string& text :
       {helpline, papers()[3].paper.items[0].passages[0].text, std::string("night repairs")}) {
    const SimilarAnswer one = like(draft(text), 1);
    const SimilarAnswer three = like(draft(text), 3);
    EXPECT_EQ(sources(one), sources(three));
    for (std::size_t i = 0; i < one.rows.size(); ++i) {
      EXPECT_EQ(one.rows[i].similarity, three.rows[i].similarity);
      EXPECT_EQ(one.rows[i].shared, three.rows[i].shared);
      EXPECT_EQ(one.rows[i].row.mentions[0].id, three.rows[i].row.mentions[0].id);
    }
  }
}

TEST_F(Similar, CopiesOfTheSourceAreNotFound) {
  std::string text;
  for (int i = 0; i < 120; ++i) text += "word" + std::to_string(i) + " ";
  TemporaryFolder folder;
  std::vector<FollowPaper> all = papers();
  all.push_back({"copy1", minutes_of("Care Panel", {2024, 1, 8}, {text, helpline})});
  all.push_back({"copy2", minutes_of("Care Panel", {2024, 1, 8}, {text, helpline + " Yes."})});
  add_papers(folder / "index", all);
  query::OpenIndex index(schema::open_index(folder / "index"));
  const query::Result found = search(index, ask(index, "word1"), {.count_mentions = true}).results.at(0);
  ASSERT_EQ(found.paper.copies_detail.size(), 1U);
  for (const std::string& id : {found.paper.id, found.paper.copies_detail[0].paper}) {
    for (const std::string& source : sources(similar(index, similar_source(index, id), 10))) {
      EXPECT_EQ(source.find("copy"), std::string::npos) << source;
    }
  }
}

}  // namespace
}  // namespace minutebook::testing_support
