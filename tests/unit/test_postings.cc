// Posting lists out of a Xapian database: what is remembered, as a list or as a column, reads like what is not.
#include <gtest/gtest.h>
#include <xapian.h>

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "query/postings.h"
#include "tests/unit/random_papers.h"

namespace minutebook {
namespace {

using testing_support::TemporaryFolder;

constexpr std::uint32_t items = 4000;

/// Every term stands in the documents that its step divides.
struct StepTerm {
  std::string name;
  std::uint32_t step;
  std::uint32_t wdf;
};
const std::vector<StepTerm> terms = {
    {"few", 1000, 3}, {"list", 10, 7}, {"column", 3, 255}, {"too-large", 2, 256}, {"list-too-large", 11, 300}};

class Postings : public ::testing::Test {
 protected:
  void SetUp() override {
    Xapian::WritableDatabase database(folder_ / "xapian", Xapian::DB_CREATE);
    for (std::uint32_t docid = 1; docid <= items; ++docid) {
      Xapian::Document document;
      for (const StepTerm& term : terms) {
        if (docid % term.step == 0) document.add_term(term.name, term.wdf);
      }
      database.add_document(document);
    }
    database.commit();
  }

  query::PostingSource source(std::size_t budget) const { return {folder_ / "xapian", items, budget}; }

  TemporaryFolder folder_;
};

std::vector<std::uint32_t> expected_scores(const StepTerm& term, std::uint32_t weight,
                                           const std::function<bool(std::uint32_t)>& counts) {
  std::vector<std::uint32_t> scores(items + 1, 0);
  for (std::uint32_t docid = term.step; docid <= items; docid += term.step) {
    if (counts(docid)) scores[docid] = term.wdf * weight;
  }
  return scores;
}

/// Reads every term several times, in an order that makes a small memory forget.
void expect_right(query::PostingSource source) {
  for (int round = 0; round < 3; ++round) {
    for (const StepTerm& term : terms) {
      EXPECT_EQ(source.frequency(term.name), items / term.step) << term.name;
      query::Bitmap found(items);
      std::vector<std::uint32_t> score(items + 1, 0);
      const query::ScoreSink sums{score, nullptr, nullptr, 2};
      source.read(term.name, found, &sums);
      EXPECT_EQ(score, expected_scores(term, 2, [](std::uint32_t) { return true; })) << term.name;
      query::Bitmap wanted(items);
      for (std::uint32_t docid = term.step; docid <= items; docid += term.step) wanted.set(docid);
      EXPECT_TRUE(found == wanted) << term.name;
    }
  }
}

TEST_F(Postings, ReadAlikeWhateverIsRemembered) {
  expect_right(source(0));
  expect_right(source(5000));     // one of the lists or the column at a time
  expect_right(source(1 << 20));  // all
}

TEST_F(Postings, ReadAlikeWhateverMayBeRememberedOfOneRequest) {
  for (const std::size_t allowed : {0U, 5000U, 1U << 20}) {
    query::PostingSource from = source(1 << 20);
    from.allow(allowed);
    expect_right(std::move(from));
  }
}

TEST_F(Postings, OnlyTheBestOfAlternativesCounts) {
  for (const std::size_t budget : {0U, 1U << 20}) {
    query::PostingSource from = source(budget);
    query::Bitmap found(items);
    query::Bitmap touched(items);
    std::vector<std::uint32_t> score(items + 1, 0);
    std::vector<std::uint32_t> best(items + 1, 0);
    for (const char* term : {"list", "column", "few"}) {
      const query::ScoreSink sink{score, &best, &touched, 1};
      from.read(term, found, &sink);
    }
    EXPECT_TRUE(touched == found);
    EXPECT_EQ(score[30], 255U);    // list and column
    EXPECT_EQ(score[20], 7U);      // list alone
    EXPECT_EQ(score[1000], 7U);    // few and list
    EXPECT_EQ(score[3000], 255U);  // all of them
    EXPECT_EQ(score[7], 0U);
  }
}

TEST_F(Postings, ScoresOfSomeDocumentsOnly) {
  query::Bitmap where(items);
  where.set_range(100, 2000);
  for (const std::size_t budget : {0U, 1U << 20}) {
    query::PostingSource from = source(budget);
    for (const StepTerm& term : terms) {
      std::vector<std::uint32_t> score(items + 1, 0);
      from.score(term.name, where, {score, nullptr, nullptr, 5});
      EXPECT_EQ(score, expected_scores(term, 5, [&](std::uint32_t docid) { return where.test(docid); })) << term.name;
    }
  }
}

}  // namespace
}  // namespace minutebook
