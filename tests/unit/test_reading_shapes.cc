// Table tests of the small questions that reading a paper asks of a line: shapes, numbers, markup, decisions, labels.
#include <gtest/gtest.h>

#include "indexer/decisions.h"
#include "indexer/front_sheet.h"
#include "indexer/head.h"
#include "indexer/item_numbers.h"
#include "indexer/markup.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::Outcome;
using schema::PassageKind;

TEST(TextShapes, Capitals) {
  EXPECT_TRUE(is_capitals("20 APOLOGIES FOR ABSENCE"));
  EXPECT_TRUE(is_capitals("WORK PROGRAMME 2023/24"));
  EXPECT_FALSE(is_capitals("Apologies for absence"));
  EXPECT_FALSE(is_capitals("12"));
}

TEST(TextShapes, SentenceEnds) {
  EXPECT_TRUE(ends_sentence("It was noted."));
  EXPECT_TRUE(ends_sentence("(a visit was made.)"));
  EXPECT_TRUE(ends_sentence("Resolved that:"));
  EXPECT_FALSE(ends_sentence("There were areas where"));
  EXPECT_TRUE(ends_open("transferred from the"));
  EXPECT_FALSE(ends_open("transferred"));
}

TEST(TextShapes, Enumerators) {
  struct Row {
    std::string text;
    std::string label;
    EnumeratorKind kind;
  };
  const std::vector<Row> rows = {{"(1) the report be noted", "(1)", EnumeratorKind::bracketed},
                                 {"(iv) a plan", "(iv)", EnumeratorKind::bracketed},
                                 {"a) Note this report", "a", EnumeratorKind::closed},
                                 {"ii) Note", "ii", EnumeratorKind::closed},
                                 {"4.13 Some areas", "4.13", EnumeratorKind::decimal},
                                 {"3.3.1 A group", "3.3.1", EnumeratorKind::decimal},
                                 {"1.0 Introduction", "1.0", EnumeratorKind::section},
                                 {"2. Background", "2", EnumeratorKind::stopped},
                                 {"b. Committee to examine", "b", EnumeratorKind::stopped}};
  for (const Row& row : rows) {
    const auto found = leading_enumerator(row.text);
    ASSERT_TRUE(found.has_value()) << row.text;
    EXPECT_EQ(found->label, row.label) << row.text;
    EXPECT_EQ(found->kind, row.kind) << row.text;
  }
  for (const std::string text : {"A. Jones and B. Holmes", "2019 was a good year", "1,200 children", "20 weeks",
                                 "(see above) it", "3.5% of pupils"}) {
    EXPECT_FALSE(leading_enumerator(text).has_value()) << text;
  }
}

TEST(ItemNumbers, Styles) {
  struct Row {
    std::string text;
    std::string number;
    std::string title;
    NumberStyle style;
  };
  const std::vector<Row> rows = {{"20 APOLOGIES", "20", "APOLOGIES", NumberStyle::plain},
                                 {"175. APOLOGIES FOR ABSENCE", "175", "APOLOGIES FOR ABSENCE", NumberStyle::stopped},
                                 {"CYP10 MINUTES", "CYP10", "MINUTES", NumberStyle::prefixed},
                                 {"HEA 17 Dentistry", "HEA17", "Dentistry", NumberStyle::prefixed},
                                 {"45/07 Statements", "45/07", "Statements", NumberStyle::slashed},
                                 {"5a. Urgent business", "5a", "Urgent business", NumberStyle::stopped},
                                 {"1.0 Introduction", "1", "Introduction", NumberStyle::section},
                                 {"84.", "84", "", NumberStyle::stopped}};
  for (const Row& row : rows) {
    const auto found = item_number(row.text);
    ASSERT_TRUE(found.has_value()) << row.text;
    EXPECT_EQ(found->number, row.number) << row.text;
    EXPECT_EQ(found->title, row.title) << row.text;
    EXPECT_EQ(found->style, row.style) << row.text;
  }
  for (const std::string text : {"2019 was the first year", "14/9/10 a date", "4.13 A paragraph",
                                 "20 weeks was too long", "1. to be noted;", "GCSE results"}) {
    EXPECT_FALSE(item_number(text).has_value()) << text;
  }
  EXPECT_EQ(item_mark("(Item 4)"), "4");
  EXPECT_EQ(item_mark("(Agenda item 6)"), "6");
  EXPECT_EQ(item_mark("(Items were taken together)"), "");
}

TEST(Markup, LinesBecomePlain) {
  struct Row {
    std::string raw;
    std::string text;
  };
  const std::vector<Row> rows = {{"**Resolved that the minutes be signed**", "Resolved that the minutes be signed"},
                                 {"* **Resolved that:**", "Resolved that:"},
                                 {"<u>Title</u> of <b>it</b>", "Title of it"},
                                 {"a<ul style=\"x\"><li>one</li><li>two</li></ul>", "a; one; two"},
                                 {"13 th July and 21 st Sept", "13th July and 21st Sept"},
                                 {"Y-14~~8~~, Y9", "Y-14, Y9"},
                                 {"see <https://a.example/b>", "see https://a.example/b"},
                                 {"| a | b |", "a\tb"},
                                 {"|---|:--|", ""},
                                 {"x\xC2\xA0y  z", "x y z"},
                                 {"cost < 5 and > 3", "cost < 5 and > 3"},
                                 {"![](picture.jpeg)", ""}};
  for (const Row& row : rows) EXPECT_EQ(strip_markup(row.raw).text, row.text) << row.raw;
  EXPECT_TRUE(strip_markup("27 **CABINET RESPONSE**").bold);
  EXPECT_FALSE(strip_markup("**Part** of it").bold);
  EXPECT_TRUE(strip_markup("- one").bullet);
  EXPECT_TRUE(strip_markup("\xE2\x80\xA2 one").bullet);
  EXPECT_FALSE(strip_markup("-oOo-").bullet);
  EXPECT_EQ(strip_markup("## Heading").heading, 2);
}

TEST(Markup, HtmlTablesBecomeRows) {
  std::vector<std::string> lines = {
      "<table>", "<tr><th>Date</th><th>Item</th></tr>", "<tr><td>1 May</td>", "<td>Budget</td></tr>", "</table>",
      "After"};
  unfold_html_tables(lines);
  EXPECT_EQ(lines, (std::vector<std::string>{"Date\tItem", "1 May\tBudget", "After"}));
}

TEST(Decisions, Openings) {
  for (const std::string text :
       {"Resolved that the report be noted", "RESOLVED: That", "Resolved \xE2\x80\x93 to agree", "(Resolved)",
        "AGREED: that", "NOTED", "DECISION: Approved", "Following debate it was RESOLVED that the plan be adopted",
        "ORDERED that"}) {
    EXPECT_EQ(decision_opening(text), PassageKind::resolution) << text;
  }
  EXPECT_EQ(decision_opening("RECOMMENDED: That Council adopt it"), PassageKind::recommendation);
  EXPECT_EQ(decision_opening("Action: That a workshop be held"), PassageKind::action);
  for (const std::string text :
       {"It was noted that the report was late", "Agreed costs were rising", "Resolved complaints fell",
        "Recommendations", "Decision making", "It was agreed that an update be given", "Actions taken so far"}) {
    EXPECT_FALSE(decision_opening(text).has_value()) << text;
  }
  EXPECT_TRUE(informal_decision("It was agreed that an update be given"));
  EXPECT_TRUE(ends_minutes("The meeting ended at 5.03pm"));
  EXPECT_TRUE(ends_minutes("-oOo-"));
}

TEST(Decisions, Outcomes) {
  EXPECT_EQ(outcome_of("the report be noted", Outcome::none), Outcome::noted);
  EXPECT_EQ(outcome_of("the minutes be confirmed as a correct record", Outcome::none), Outcome::approved);
  EXPECT_EQ(outcome_of("That it be recommended to the executive:", Outcome::none), Outcome::recommended);
  EXPECT_EQ(outcome_of("the item be deferred to May", Outcome::none), Outcome::deferred);
  EXPECT_EQ(outcome_of("an update be provided", Outcome::none), Outcome::agreed);
  EXPECT_EQ(outcome_of("a visit take place", Outcome::recommended), Outcome::recommended);
}

Block row_of(std::vector<std::string> cells) {
  Block block;
  block.text = "row";
  block.cells = std::move(cells);
  return block;
}

TEST(FrontSheet, SynonymsAndValues) {
  const std::vector<Block> blocks = {row_of({"Title of Report:", "Late plans"}),
                                     row_of({"Lead Member:", "Councillor A Reed (Cabinet Member for Children)"}),
                                     row_of({"Exempt Report", "No"}),
                                     row_of({"Key Decision", "Yes"}),
                                     Block{.text = "Ward(s) affected: North; South"},
                                     Block{.text = "Date of meeting: 4 May 2021"}};
  const FrontSheet sheet = read_front_sheet(blocks, 0, blocks.size());
  EXPECT_EQ(sheet.title, "Late plans");
  EXPECT_EQ(sheet.portfolios, std::vector<std::string>{"Children"});
  EXPECT_EQ(sheet.exempt, false);
  EXPECT_EQ(sheet.key_decision, true);
  EXPECT_EQ(sheet.wards, (std::vector<std::string>{"North", "South"}));
  EXPECT_EQ(sheet.date, (schema::Date{2021, 5, 4}));
}

TEST(FrontSheet, TheFirstPartIsPublicHoweverItsNumeralWasRead) {
  const auto exempt = [](const std::string& value) {
    const std::vector<Block> blocks = {row_of({"Confidentiality:", value})};
    return read_front_sheet(blocks, 0, blocks.size()).exempt;
  };
  for (const char* value :
       {"Part I - Official", "Part 1", "Part I\xE2\x80\x94official", "Part l - Official", "Part | - Official"})
    EXPECT_EQ(exempt(value), false) << value;
  for (const char* value : {"Part II", "Part 2", "Part || - Exempt", "Part ll", "Part Il", "Part I1", "Part 11"})
    EXPECT_EQ(exempt(value), true) << value;
}

TEST(FrontSheet, OnlyPositiveMarksAreExempt) {
  EXPECT_TRUE(marks_exempt("NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule 12A"));
  EXPECT_TRUE(marks_exempt("LAND AT MILL ROAD (exempt)"));
  EXPECT_FALSE(marks_exempt("There were no exempt items."));
  EXPECT_FALSE(marks_exempt("This report is not exempt"));
  EXPECT_FALSE(marks_exempt("Tax exemptions for care leavers"));
}

TEST(Head, BodiesAndLetterheads) {
  EXPECT_EQ(body_name_in("Children and Young People Scrutiny Committee \xE2\x80\x93 10 May 2021"),
            "Children and Young People Scrutiny Committee");
  EXPECT_TRUE(is_body_name("CABINET"));
  EXPECT_FALSE(is_body_name("Northvale County Council"));
  EXPECT_TRUE(names_a_council("Northvale County Council"));
  EXPECT_FALSE(is_body_name("Executive Director"));
  EXPECT_FALSE(is_body_name("The committee heard that it was late."));
  EXPECT_TRUE(only_date("Monday 23rd March 2020").has_value());
  EXPECT_FALSE(only_date("The plan of 23 March 2020 was late").has_value());
}

}  // namespace
}  // namespace minutebook::indexer
