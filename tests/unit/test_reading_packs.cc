// Packs: where a paper ends and the next one begins. The papers, councils and people here are invented.
#include <gtest/gtest.h>

#include "indexer/pack_marks.h"
#include "tests/unit/reading_fixture.h"

namespace minutebook::indexer {
namespace {

using schema::Date;
using schema::Outcome;
using schema::Paper;
using schema::PaperKind;

ExtractedText pack_of(bool bookmarks, bool printed) {
  ExtractedText text{.format = "pdf"};
  const auto page = [&](int number, const std::vector<std::string>& lines, const std::string& label = {}) {
    ExtractedPage one{.number = number, .lines = lines};
    if (printed) one.label = label;
    text.pages.push_back(one);
  };
  const std::string words =
      "The panel is told of the homes that were let in the last year and of those that stood empty, of what was done "
      "to let them, and of what is planned for the year to come in each of the wards of the borough, and why so.";
  page(1, {"AGENDA", "", "Housing Panel", "", "4 March 2025", "", "1. Apologies", "", "2. Homes to let (Pages 1 - 2)",
           "", "3. Empty homes (Pages 3 - 4)"});
  page(2, {words, "", words, "", words}, "1");
  page(3, {"Appendix 1: Homes by ward", "", words}, "2");
  page(4, {words, "", words, "", words}, "3");
  page(5, {"Dear Chair", "", words}, "4");
  if (bookmarks) {
    text.outline = {{1, 0, "Agenda"},
                    {2, 0, "2 Homes to let"},
                    {2, 1, "1.\tBackground"},
                    {4, 0, "3 Empty homes"},
                    {5, 1, "Appendix A - Letter"}};
  }
  return text;
}

std::vector<std::string> papers_in(const ExtractedText& text) {
  std::vector<std::string> found;
  for (const Paper& paper : understand(text, {}, schema::CouncilRegistry::built_in()).papers)
    found.push_back(std::to_string(paper.page) + " " + std::string(name_of(paper.kind)) + " " + paper.title);
  return found;
}

TEST(PublishedPacks, BookmarksAndPagesOfTheAgendaTellThePapers) {
  using Papers = std::vector<std::string>;
  EXPECT_EQ(papers_in(pack_of(true, false)),
            (Papers{"1 agenda Agenda of the Housing Panel", "2 report Homes to let",
                    "3 appendix Appendix 1: Homes by ward", "4 report Empty homes", "5 appendix Appendix A - Letter"}));
  EXPECT_EQ(papers_in(pack_of(false, true)), (Papers{"1 agenda Agenda of the Housing Panel", "2 report Homes to let",
                                                     "3 appendix Appendix 1: Homes by ward", "4 report Empty homes"}));
}

TEST(PublishedPacks, SectionsOfAReportAreNoPapers) {
  ExtractedText text = pack_of(true, false);
  text.outline = {{1, 0, "Agenda"}, {2, 0, "2 Homes to let"}, {4, 1, "2. Next steps"}, {5, 1, "Dear Chairs"}};
  text.pages[4].lines = {"More of it.", "", "Dear Chairs", "", "Words."};
  EXPECT_EQ(papers_in(text).size(), 3U);  // the appendix opens by its own words
  text.pages[0].lines = {"Some homes", "", "A report of many pages."};
  EXPECT_EQ(papers_in(text).size(), 1U);  // no agenda: no pack
}

TEST(PublishedPacks, TooFewPrintedNumbersTellNothing) {
  ExtractedText text = pack_of(false, true);
  text.pages[3].label = "7";
  text.pages[4].label = "11";
  const std::vector<Block> blocks = make_blocks(normalise(text));
  EXPECT_TRUE(marks_of_pack(text, blocks).empty());
}

TEST(PublishedPacks, NumbersOfOneDocumentAreNotThoseOfThePack) {
  ExtractedText text = pack_of(false, true);
  text.pages.push_back(ExtractedPage{.number = 6, .lines = {"The last page of the papers on empty homes."}});
  text.pages[0].lines.push_back("");
  text.pages[0].lines.push_back("4. More homes (Pages 5 - 6)");  // the print ends with page 4
  EXPECT_EQ(papers_in(text).size(), 4U);
}

TEST(PublishedPacks, AFrontSheetTakesNothingOfTheMinutesAboveIt) {
  const Understood pack = read_text(
      "Minutes of a meeting of the Cabinet held on 30 January 2025\n\nPresent: Mr A Holt\n\n1. PLAN\n\nIt was "
      "told.\n\n2. HOMES\n\nRESOLVED that Cabinet agree the plan.\n\nFrom:\tAnn Reed\nTo:\tCabinet \xE2\x80\x93 4 "
      "March "
      "2025\nSubject:\tHomes to let\n\n1. Introduction\n\n1.1 Homes were let.\n");
  ASSERT_EQ(pack.papers.size(), 2U);
  EXPECT_EQ(passages_of(item_of(pack.papers[0], "2"), schema::PassageKind::resolution), 1U);
  EXPECT_EQ(pack.papers[1].title, "Homes to let");
}

}  // namespace
}  // namespace minutebook::indexer
