// What a document's own structure states: items it marks, facts of its fields, pages read from pictures.
#include <gtest/gtest.h>

#include <sstream>

#include "indexer/item_marks.h"
#include "indexer/understand.h"

namespace minutebook::indexer {
namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream in(text);
  for (std::string line; std::getline(in, line);) lines.push_back(line);
  return lines;
}

ExtractedText one_page(const std::string& text, int number = 0) {
  return {.format = "html", .pages = {{.number = number, .lines = lines_of(text)}}};
}

const schema::Paper only_paper(const ExtractedText& text, const SuppliedMetadata& supplied = {}) {
  const Understood understood = understand(text, supplied, schema::CouncilRegistry::built_in());
  EXPECT_EQ(understood.papers.size(), 1U);
  return understood.papers.at(0);
}

TEST(ItemMarks, AreTakenOutOfLines) {
  EXPECT_TRUE(read_item_marks("<AI12>").item_start);
  EXPECT_EQ(read_item_marks("<AI12>12. Apologies").text, "12. Apologies");
  EXPECT_FALSE(read_item_marks("</AI12>").item_start);
  EXPECT_EQ(read_item_marks("</AI12><TRAILER_SECTION>").text, "");
  EXPECT_EQ(read_item_marks("FIELD_TITLE FIELD_SUMMARY").text, "");
  for (const std::string text : {"a < b", "<AI>", "<AID>", "<AI12", "the <b>bold</b> one", "see FIELD_TITLE"}) {
    EXPECT_EQ(read_item_marks(text).text, text);
    EXPECT_FALSE(read_item_marks(text).item_start) << text;
  }
}

const std::string marked = R"(Minutes of the meeting of the Housing Panel held on 12 May 2021

<AI1>
5. Apologies for absence

None were received.

</AI1>
<AI2>
6.
Minutes of the meeting held on 3 March 2021

RESOLVED: That the minutes be approved.

1. a list that is no item

2. nor this one

</AI2>
<AI3>
Any other business

There was none.
</AI3>
<TRAILER_SECTION>
</TRAILER_SECTION>
<LAYOUT_SECTION>
FIELD_TITLE
FIELD_SUMMARY
</LAYOUT_SECTION>
)";

TEST(DocumentFacts, MarkedItemsAreTheItems) {
  const schema::Paper paper = only_paper(one_page(marked));
  ASSERT_EQ(paper.items.size(), 4U);
  EXPECT_EQ(paper.items[1].number, "5");
  EXPECT_EQ(paper.items[1].title, "Apologies for absence");
  EXPECT_EQ(paper.items[2].number, "6");
  EXPECT_EQ(paper.items[2].title, "Minutes of the meeting held on 3 March 2021");
  EXPECT_EQ(paper.items[3].number, "");
  EXPECT_EQ(paper.items[3].title, "Any other business");
  EXPECT_EQ(paper.items[3].passages.back().text, "There was none.");
}

TEST(DocumentFacts, AnyLabelIsTheNumberOfAMarkedItem) {
  struct Case {
    std::string heading;
    std::string number;
    std::string title;
  };
  const std::vector<Case> cases = {{"1.1. Minutes", "1.1", "Minutes"},         {"12(a). Call-in", "12(a)", "Call-in"},
                                   {"A3. Parking", "A3", "Parking"},           {"7. Fares", "7", "Fares"},
                                   {"CYP10. Homes", "CYP10", "Homes"},         {"2021 budget", "", "2021 budget"},
                                   {"St. John's Hall", "", "St. John's Hall"}, {"Fares", "", "Fares"}};
  for (const Case& one : cases) {
    ExtractedText text = one_page("<AI1>\n\n## " + one.heading + "\n\nThere was a report.");
    text.facts = {.kind = "minutes", .one_paper = true};
    const schema::Item item = only_paper(text).items.back();
    EXPECT_EQ(item.number, one.number) << one.heading;
    EXPECT_EQ(item.title, one.title) << one.heading;
  }
}

TEST(DocumentFacts, WinOverTheTextAndLoseToWhatIsSupplied) {
  ExtractedText text = one_page(marked);
  text.facts = {.kind = "minutes",
                .committee = "Homes and Neighbourhoods Panel",
                .date = "2021-05-13",
                .status = "draft",
                .wards = {"Elm"},
                .one_paper = true};
  const schema::Paper paper = only_paper(text);
  EXPECT_EQ(paper.kind, schema::PaperKind::minutes);
  EXPECT_EQ(paper.committee, "Homes and Neighbourhoods Panel");
  EXPECT_EQ(schema::iso_date(paper.date), "2021-05-13");
  EXPECT_EQ(paper.wards, std::vector<std::string>{"Elm"});
  EXPECT_NE(std::find(paper.warnings.begin(), paper.warnings.end(), "the meeting or paper is marked \"draft\""),
            paper.warnings.end());
  const schema::Paper told = only_paper(text, {.committee = "Tenants' Panel", .date = schema::Date{2020, 1, 2}});
  EXPECT_EQ(told.committee, "Tenants' Panel");
  EXPECT_EQ(schema::iso_date(told.date), "2020-01-02");
}

TEST(DocumentFacts, TheCouncilIsNamedOrItsSiteIs) {
  const auto& councils = schema::CouncilRegistry::built_in();
  const schema::Council* kent = councils.by_name("Kent", {2021, 1, 1}).at(0);
  ExtractedText text = one_page(marked);
  text.facts.url = "https://" + kent->committee_host + "/mgAi.aspx?ID=5";
  EXPECT_EQ(only_paper(text).council, kent->code);
  text.facts = {.council = "Kent County Council"};
  EXPECT_EQ(only_paper(text).council, kent->code);
  text.facts = {.council = "Nowhere Council"};
  EXPECT_EQ(only_paper(text).council, "");
}

TEST(DocumentFacts, OnePaperIsNotSplit) {
  ExtractedText text = one_page(marked + "\n" + marked);
  EXPECT_EQ(understand(text, {}, schema::CouncilRegistry::built_in()).papers.size(), 2U);
  text.facts.one_paper = true;
  EXPECT_EQ(only_paper(text).items.size(), 7U);
}

TEST(DocumentFacts, PassagesOfAScannedPageAreMarked) {
  ExtractedText text =
      one_page("Minutes of the Housing Panel held on 12 May 2021\n\n1. APOLOGIES\n\nThere were none.", 1);
  text.pages.push_back(
      {.number = 2, .lines = {"2. ANY OTHER BUSINESS", "", "There was some."}, .reading = PageReading::scanned});
  const schema::Paper paper = only_paper(text);
  EXPECT_FALSE(paper.items.at(1).passages.back().scanned);
  EXPECT_TRUE(paper.items.at(2).passages.back().scanned);
}

TEST(DocumentFacts, WholeParagraphsAreNotJoined) {
  const std::string halves =
      "The report also answered a repeated request for crossings at the\n\njunction of two roads.";
  ExtractedText text = one_page("<AI1>\n\n## 1. Roads\n\n" + halves);
  text.facts = {.kind = "minutes", .one_paper = true};
  EXPECT_EQ(only_paper(text).items.back().passages.size(), 2U);
  text.facts.whole_paragraphs = true;
  EXPECT_EQ(only_paper(text).items.back().passages.size(), 3U);
}

const std::string with_sections = R"(<AI1>

## 7. Fares

To set the fares.

**Decision**

That the fares be raised.

**Minutes**

Drivers spoke.

RESOLVED that:

1. the fare be raised; and

Voting: unanimous

2. bicycles be carried free.
)";

/// Outcomes belong to what is decided, not to the agenda's text above it or to what was said below it.
TEST(DocumentFacts, DecisionsAreReadInMinutesListsOfDecisionsAndSingleItems) {
  struct Case {
    std::string kind;
    std::string heading;
    std::size_t resolutions;
  };
  const std::vector<Case> cases = {{"minutes", "## 7. Fares", 4},
                                   {"decision", "## 7. Fares", 4},
                                   {"other", "### Fares", 4},
                                   {"decision", "### Fares", 1},  // a single notice: its sections tell, not its numbers
                                   {"agenda", "## 7. Fares", 0}};
  for (const Case& one : cases) {
    std::string lines = with_sections;
    lines.replace(lines.find("## 7. Fares"), 11, one.heading);
    ExtractedText text = one_page(lines);
    text.facts = {.kind = one.kind, .one_paper = true, .whole_paragraphs = true};
    std::size_t resolutions = 0;
    const schema::Paper paper = only_paper(text);
    for (const schema::Passage& passage : paper.items.back().passages) {
      resolutions += passage.kind == schema::PassageKind::resolution ? 1 : 0;
      if (passage.text == "Drivers spoke.") {
        EXPECT_EQ(passage.kind, schema::PassageKind::text) << one.kind;
      }
      if (passage.text == "Minutes") {
        EXPECT_EQ(passage.kind, schema::PassageKind::heading) << one.kind;
      }
    }
    EXPECT_EQ(resolutions, one.resolutions) << one.kind << " " << one.heading;
  }
}

TEST(DocumentFacts, FactsAreKeysAndValues) {
  DocumentFacts facts;
  EXPECT_FALSE(set_fact(facts, "colour", "red"));
  const std::vector<std::pair<std::string, std::string>> all = {{"kind", "minutes"},
                                                                {"title", "T"},
                                                                {"committee", "C"},
                                                                {"date", "2021-05-12"},
                                                                {"council", "K"},
                                                                {"url", "U"},
                                                                {"status", "draft"},
                                                                {"key-decision", "true"},
                                                                {"portfolio", "P"},
                                                                {"portfolio", "Q"},
                                                                {"ward", "W"},
                                                                {"one-paper", "true"},
                                                                {"whole-paragraphs", "true"}};
  for (const auto& [key, value] : all) EXPECT_TRUE(set_fact(facts, key, value)) << key;
  EXPECT_EQ(stated_facts(facts), all);
}

}  // namespace
}  // namespace minutebook::indexer
