// Sketches of papers, by which copies are found: shingles, how near the estimate is, drafts.
#include <gtest/gtest.h>

#include "indexer/sketch.h"
#include "indexer/works_content.h"
#include "tests/unit/made_papers.h"

namespace minutebook::indexer {
namespace {

using schema::PaperKind;

TEST(Sketch, TheEstimateIsNearTheTruth) {
  for (const int common : {0, 500, 1000, 1800, 2000}) {
    std::vector<std::uint64_t> one;
    std::vector<std::uint64_t> other;
    for (int i = 0; i < 2000; ++i) one.push_back(word_hash("w" + std::to_string(i)));
    for (int i = 0; i < 2000; ++i)
      other.push_back(i < common ? one[static_cast<std::size_t>(i)] : word_hash("x" + std::to_string(i)));
    schema::PaperSketch a;
    schema::PaperSketch b;
    sketch_shingles(one, a);
    sketch_shingles(other, b);
    EXPECT_NEAR(estimated_resemblance(a, b), common / (4000.0 - common), 0.2) << common;
  }
}

TEST(Sketch, ShinglesOfFewWordsAreOne) {
  const std::vector<std::uint64_t> hashes = {1, 2, 3, 4, 5, 6, 7};
  for (std::size_t count = 0; count <= hashes.size(); ++count) {
    std::vector<std::uint64_t> shingles;
    append_shingles(std::span(hashes).first(count), shingles);
    EXPECT_EQ(shingles.size(), count == 0 ? 0 : count < 5 ? 1 : count - 4) << count;
  }
}

struct DraftCase {
  const char* name;
  schema::Paper paper;
  std::string path;
  std::string url;
  bool draft;
};

TEST(Sketch, Drafts) {
  const schema::Paper minutes = paper(PaperKind::minutes, {"Minutes of the meeting", words(30, 1)});
  schema::Paper marked = paper(PaperKind::report, {words(30, 1)});
  marked.warnings = {"the meeting or paper is marked \"draft\""};
  const std::vector<DraftCase> cases = {
      {"final minutes", minutes, "/in/minutes.pdf", "", false},
      {"a line above the items", draft(minutes), "/in/minutes.pdf", "", true},
      {"a long line that has the word", paper(PaperKind::minutes, {"The draft budget was heard, " + words(30, 2)}),
       "/in/minutes.pdf", "", false},
      {"the title", titled(minutes, "Draft minutes"), "/in/minutes.pdf", "", true},
      {"the name of the file", minutes, "/in/minutes_DRAFT_2.pdf", "", true},
      {"a folder", minutes, "/draft/minutes.pdf", "", false},
      {"a longer word", minutes, "/in/drafting-panel-minutes.pdf", "", false},
      {"the URL", minutes, "/in/1.pdf", "https://x.example/documents/g1/Printed%20draft%20minutes.pdf?T=1", true},
      {"Welsh", titled(minutes, "Cofnodion drafft"), "/in/1.pdf", "", true},
      {"a draft plan", paper(PaperKind::report, {"Draft local plan"}), "/in/draft-plan.pdf", "", false},
      {"its page says so", marked, "/in/1.html", "", true},
      {"no items", schema::Paper{.kind = PaperKind::minutes}, "/in/1.pdf", "", false},
  };
  for (const DraftCase& one : cases) {
    schema::SourceRow row;
    row.path = one.path;
    row.url = one.url;
    EXPECT_EQ(is_draft(one.paper, row), one.draft) << one.name;
  }
}

}  // namespace
}  // namespace minutebook::indexer
