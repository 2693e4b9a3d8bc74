// What tables, headings, places and decisions said twice are, whatever format they stand in.
#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/body_names.h"
#include "indexer/extract/meeting_item.h"
#include "indexer/item_candidates.h"
#include "tests/unit/pdf_lines.h"
#include "tests/unit/reading_fixture.h"

namespace minutebook::indexer {
namespace {

using testing_support::lines_of_texts;
using Lines = std::vector<std::string>;

TEST(PdfTables, ANumberedHeadingEndsTheTableAboveIt) {
  for (const bool bold : {true, false}) {
    const std::string heading = bold ? "11. Accounts to pay" : "11. ACCOUNTS TO PAY";
    const Lines lines = lines_of_texts({{72, 760, "i) Statement of the bank"},
                                        {450, 760, "Noted"},
                                        {72, 746, "ii) Letter of the school"},
                                        {450, 746, "Clerk"},
                                        {72, 732, "iii) Notice of works"},
                                        {450, 732, "Noted"},
                                        {72, 708, heading, bold},
                                        {72, 694, "i) Hire of the hall"},
                                        {450, 694, "100.00"},
                                        {72, 680, "ii) Stamps"},
                                        {450, 680, "12.50"}});
    EXPECT_EQ(std::count(lines.begin(), lines.end(), bold ? "**" + heading + "**" : heading), 1) << lines.size();
    EXPECT_EQ(std::count(lines.begin(), lines.end(), "i) Hire of the hall\t100.00"), 1);
  }
}

TEST(PdfTables, HeadsOverOneRowOfFiguresAreATable) {
  const Lines lines = lines_of_texts({{72, 760, "3."},
                                      {92, 760, "In response to the question how residents feel about the crossing"},
                                      {118, 732, "Happy (%)"},
                                      {226, 732, "Unhappy (%)"},
                                      {344, 732, "Neutral (%)"},
                                      {142, 711, "32"},
                                      {256, 711, "44"},
                                      {369, 711, "24"},
                                      {72, 683, "4."},
                                      {92, 683, "In response to the question whether residents want the crossing"}});
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "Happy (%)\tUnhappy (%)\tNeutral (%)"), 1);
  EXPECT_EQ(std::count(lines.begin(), lines.end(), "32\t44\t24"), 1);
}

TEST(Headings, AreWordsOrAYear) {
  const std::vector<std::pair<std::string, bool>> cases = {{"Budget", true},
                                                           {"32 44 24", false},
                                                           {"1,531,279.8", false},
                                                           {"2024/25", true},
                                                           {"2024", true},
                                                           {"2024-2025", true},
                                                           {"20245", false},
                                                           {"\xC2\xA3"
                                                            "5m",
                                                            true},
                                                           {"4.1", false}};
  for (const auto& [text, heading] : cases) {
    EXPECT_EQ(is_heading(Block{.text = text, .bold = true}), heading) << text;
  }
}

TEST(Bodies, ArePlacesNever) {
  const std::vector<std::pair<std::string, std::string>> cases = {
      {"Council Chamber, Town Hall", ""},
      {"Committee Room 2, Council Offices", ""},
      {"The Board Room", ""},
      {"Planning Committee, Council Chamber", "Planning Committee"},
      {"Council House Building Committee", "Council House Building Committee"},
      {"Planning Committee", "Planning Committee"}};
  for (const auto& [text, body] : cases) EXPECT_EQ(body_name_in(text), body) << text;
}

TEST(Bodies, TheMeetingsPlaceDoesNotBecomeItsCommittee) {
  const Understood understood = read_text(
      "Communities Scrutiny Committee\n\nAgenda\n\nTuesday, 12 March 2024 at 6.30 pm\n\nCouncil Chamber, Town "
      "Hall\n\n1. Apologies\n\n2. Declarations of interest\n\n3. Heritage trail\n");
  EXPECT_EQ(understood.papers.at(0).committee, "Communities Scrutiny Committee");
}

struct SaidTwice {
  const char* title;
  Lines decision;
  Lines minutes;
  bool kept;
};

TEST(MeetingItems, ADecisionThatTheMinutesRepeatIsWrittenOnce) {
  const std::vector<SaidTwice> cases = {
      {"word for word",
       {"RESOLVED:", "that the fee be raised."},
       {"A debate.", "RESOLVED:", "that the fee be raised."},
       false},
      {"another lead",
       {"That the fee be raised"},
       {"A debate.", "Resolved \xE2\x80\x93 that the fee be raised."},
       false},
      {"not all of it", {"That the fee be raised.", "Reason: costs."}, {"RESOLVED that the fee be raised."}, true},
      {"only alike", {"That the fee be raised."}, {"The officer asked that the fee be raised."}, true},
      {"no minutes yet", {"That the fee be raised."}, {}, true}};
  for (const SaidTwice& one : cases) {
    const MeetingItem item{.id = "1",
                           .number = "5",
                           .agenda_number = {},
                           .title = "Fees",
                           .sections = {{"Decision", one.decision}, {"Minutes", one.minutes}}};
    Lines lines;
    write_item(item, lines);
    EXPECT_EQ(std::count(lines.begin(), lines.end(), "**Decision**") == 1, one.kept) << one.title;
    for (const std::string& line : one.minutes) EXPECT_EQ(std::count(lines.begin(), lines.end(), line), 1) << line;
  }
}

}  // namespace
}  // namespace minutebook::indexer
