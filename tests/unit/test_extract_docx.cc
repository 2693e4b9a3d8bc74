// Word documents: how paragraphs, headings, numbers and tables come out.
#include <gtest/gtest.h>

#include "tests/unit/docx_fixture.h"

namespace minutebook::indexer {
namespace {

using namespace testing_support;

TEST(ExtractDocx, ParagraphsAreLinesWithBlankOnesBetween) {
  const Extraction extraction = extract_docx(MadeDocx{.body = plain("One.") + plain("") + plain("Two.")}.bytes());
  ASSERT_EQ(extraction.text.pages.size(), 1U);
  EXPECT_EQ(extraction.text.pages[0].number, 0);
  EXPECT_EQ(extraction.text.pages[0].lines, (Lines{"One.", "", "Two."}));
  EXPECT_TRUE(extraction.text.warnings.empty());
}

TEST(ExtractDocx, OneParagraph) {
  struct Case {
    std::string content;
    std::string line;
  };
  const std::string field =
      "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>REF x</w:instrText><w:t>REF</w:t></w:r>";
  const std::string separate = "<w:r><w:fldChar w:fldCharType='separate'/></w:r>";
  const std::string end = "<w:r><w:fldChar w:fldCharType='end'/></w:r>";
  const std::vector<Case> cases = {
      {run("Agreed ") + run("unanimously"), "Agreed unanimously"},
      {run("a") + "<w:r><w:tab/></w:r>" + run("b"), "a b"},
      {run("5.") + "<w:r><w:tab/></w:r>" + run("Apologies"), "5. Apologies"},
      {run("5.") + "<w:r><w:tab/></w:r>" + run("Minutes") + "<w:r><w:tab/></w:r>" + run("3 - 10"),
       "5. Minutes (Pages 3 - 10)"},
      {run("5.") + "<w:r><w:tab/></w:r>" + run("Minutes") + "<w:r><w:tab/></w:r>" + run("7"), "5. Minutes (Page 7)"},
      {run("Total") + "<w:r><w:tab/></w:r>" + run("2019") + "<w:r><w:tab/></w:r>" + run("7"), "Total 2019 7"},
      {"<w:r><w:tab/></w:r>" + run("indented"), "indented"},
      {run("co") + "<w:r><w:noBreakHyphen/></w:r>" + run("opted"), "co-opted"},
      {run("wel") + "<w:r><w:softHyphen/></w:r>" + run("fare"), "welfare"},
      {"<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>" + run(" Yes"), "\u2713 Yes"},
      {"<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>" + run("18"), "\u226518"},
      {"<w:r><w:sym w:font='Arial' w:char='00E9'/></w:r>", "\u00E9"},
      {run("all ") + run("bold", "<w:b/>"), "all bold"},
      {run("Minutes", "<w:b/>"), "**Minutes**"},
      {run("5. ") + run("Minutes", "<w:b/>"), "**5. Minutes**"},
      {run("5. Minutes", "<w:u w:val='single'/>"), "**5. Minutes**"},
      {run("Minutes", "<w:u w:val='none'/>"), "Minutes"},
      {run("mostly ", "<w:u w:val='single'/>") + run("not"), "mostly not"},
      {run("mixed ", "<w:u w:val='single'/>") + run("kinds", "<w:b/>"), "mixed kinds"},
      {run(std::string(150, 'x'), "<w:u w:val='single'/>"), std::string(150, 'x')},
      {"<w:hyperlink r:id='x'>" + run("a link", "<w:u w:val='single'/>") + "</w:hyperlink>", "a link"},
      {run("Minutes", "<w:b w:val='0'/>"), "Minutes"},
      {run("Minutes", "<w:b w:val='false'/>"), "Minutes"},
      {"<w:ins w:id='1'>" + run("inserted") + "</w:ins><w:del w:id='2'><w:r><w:delText>gone</w:delText></w:r></w:del>",
       "inserted"},
      {"<w:moveFrom w:id='1'>" + run("here") + "</w:moveFrom><w:moveTo w:id='2'>" + run("there") + "</w:moveTo>",
       "there"},
      {run("seen") + run("hidden", "<w:vanish/>"), "seen"},
      {run("seen") + run("struck", "<w:strike/>") + run("twice", "<w:dstrike/>"), "seen"},
      {run("kept", "<w:strike w:val='0'/>"), "kept"},
      {run("see ") + field + separate + run("minute 4") + end + run("."), "see minute 4."},
      {run("see ") + field + end + run("."), "see ."},
      {"<w:fldSimple w:instr='DATE'>" + run("1 May 2019") + "</w:fldSimple>", "1 May 2019"},
      {"<w:hyperlink r:id='x'>" + run("the report") + "</w:hyperlink>", "the report"},
      {"<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>" + run("typed") + "</w:sdtContent></w:sdt>",
       "typed"},
      {run("a") + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" + run("Click here to enter text.") +
           "</w:sdtContent></w:sdt>",
       "a"},
      {"<m:oMath><m:r><m:t>x=2</m:t></m:r></m:oMath>", "x=2"},
      {"<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>"
       "</w:ffData></w:fldChar></w:r>" +
           end + run("Yes"),
       "\u2612 Yes"},
      {"<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:checkBox><w:default w:val='0'/></w:checkBox>"
       "</w:ffData></w:fldChar></w:r>" +
           end + run("Yes"),
       "\u2610 Yes"},
      {"<w:ruby><w:rt>" + run("reading") + "</w:rt><w:rubyBase>" + run("base") + "</w:rubyBase></w:ruby>", "base"},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(lines_of({.body = paragraph(one.content)}), Lines{one.line}) << one.content;
  }
}

TEST(ExtractDocx, LineAndPageBreaksEndLinesOfAParagraph) {
  const std::string content = run("Present:", "<w:b/>") + "<w:r><w:br/></w:r>" + run("Councillor Heron") +
                              "<w:r><w:br w:type='page'/></w:r>" + run("Councillor Wren");
  const Extraction extraction = extract_docx(MadeDocx{.body = paragraph(content)}.bytes());
  EXPECT_EQ(extraction.text.pages.at(0).lines, (Lines{"**Present:**", "Councillor Heron", "Councillor Wren"}));
}

TEST(ExtractDocx, HeadingsByStyleNameOutlineAndInheritance) {
  const std::string styles =
      "<w:style w:type='paragraph' w:default='1' w:styleId='N'><w:name w:val='Normal'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='H2'><w:name w:val='Heading 2'/><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='Mine'><w:name w:val='Item'/><w:basedOn w:val='H2'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='T'><w:name w:val='Title'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='O'><w:name w:val='x'/><w:pPr><w:outlineLvl w:val='2'/></w:pPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='Ring'><w:name w:val='r'/><w:basedOn w:val='Ring'/></w:style>"
      "<w:style w:type='paragraph' w:styleId='B'><w:name w:val='strong text'/><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type='character' w:styleId='C'><w:name w:val='strong'/><w:rPr><w:b/></w:rPr></w:style>"
      "<w:style w:type='character' w:styleId='V'><w:name w:val='hide'/><w:rPr><w:vanish/></w:rPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='T1'><w:name w:val='toc 1'/></w:style>";
  struct Case {
    std::string body;
    Lines lines;
  };
  const std::string sentence =
      "The Committee considered a report that set out the position at length and in every detail of it.";
  const std::vector<Case> cases = {
      {plain("Minutes", "<w:pStyle w:val='H2'/>"), {"## Minutes"}},
      {plain("Minutes", "<w:pStyle w:val='Mine'/>"), {"## Minutes"}},
      {plain("Minutes", "<w:pStyle w:val='T'/>"), {"# Minutes"}},
      {plain("Minutes", "<w:pStyle w:val='O'/>"), {"### Minutes"}},
      {plain("Minutes", "<w:outlineLvl w:val='0'/>"), {"# Minutes"}},
      {plain("Minutes", "<w:pStyle w:val='H2'/><w:outlineLvl w:val='9'/>"), {"**Minutes**"}},
      {plain("Minutes", "<w:pStyle w:val='Ring'/>"), {"Minutes"}},
      {plain("Minutes", "<w:pStyle w:val='B'/>"), {"**Minutes**"}},
      {paragraph(run("Minutes", "<w:b w:val='0'/>"), "<w:pStyle w:val='B'/>"), {"Minutes"}},
      {paragraph(run("Minutes", "<w:rStyle w:val='C'/>")), {"**Minutes**"}},
      {paragraph(run("a") + run("secret", "<w:rStyle w:val='V'/>")), {"a"}},
      {plain("Apologies 3", "<w:pStyle w:val='T1'/>") + plain("After."), {"After."}},
      {plain(sentence, "<w:pStyle w:val='H2'/>"), {"**" + sentence + "**"}},
  };
  for (const Case& one : cases) EXPECT_EQ(lines_of({.body = one.body, .styles = styles}), one.lines) << one.body;
}

std::string level(int number, const std::string& format, const std::string& text, const std::string& more = "") {
  return "<w:lvl w:ilvl='" + std::to_string(number) + "'><w:start w:val='1'/><w:numFmt w:val='" + format +
         "'/><w:lvlText w:val='" + text + "'/>" + more + "</w:lvl>";
}

std::string in_list(const std::string& text, int list, int level) {
  return plain(text, "<w:numPr><w:ilvl w:val='" + std::to_string(level) + "'/><w:numId w:val='" + std::to_string(list) +
                         "'/></w:numPr>");
}

TEST(ExtractDocx, NumbersThatWordMakesAreWrittenOut) {
  const std::string numbering =
      "<w:abstractNum w:abstractNumId='0'>" + level(0, "decimal", "%1.") + level(1, "decimal", "%1.%2") +
      level(2, "lowerRoman", "(%3)") + "</w:abstractNum><w:abstractNum w:abstractNumId='1'>" +
      level(0, "upperRoman", "Part %1") + level(1, "decimal", "%1/%2", "<w:isLgl/>") +
      level(2, "lowerLetter", "%3)", "<w:lvlRestart w:val='0'/>") +
      "</w:abstractNum><w:abstractNum w:abstractNumId='2'>" + level(0, "bullet", "\u00B7") + level(1, "none", "") +
      level(2, "decimalZero", "%3") + level(3, "ordinal", "%4") + level(4, "upperLetter", "%5.") +
      "</w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
      "<w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num><w:num w:numId='3'><w:abstractNumId w:val='2'/></w:num>"
      "<w:num w:numId='4'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'><w:startOverride w:val='20'/>"
      "</w:lvlOverride></w:num><w:num w:numId='5'><w:abstractNumId w:val='0'/><w:lvlOverride w:ilvl='0'>" +
      level(0, "lowerLetter", "(%1)") + "</w:lvlOverride></w:num>";
  struct Case {
    std::string body;
    Lines lines;
  };
  const std::vector<Case> cases = {
      {in_list("a", 1, 0) + plain("between") + in_list("b", 1, 0), {"1. a", "between", "2. b"}},
      {in_list("a", 1, 0) + in_list("b", 1, 1) + in_list("c", 1, 1) + in_list("d", 1, 0) + in_list("e", 1, 1),
       {"1. a", "1.1 b", "1.2 c", "2. d", "2.1 e"}},
      {in_list("a", 1, 1), {"1.1 a"}},
      {in_list("a", 1, 2) + in_list("b", 1, 2), {"(i) a", "(ii) b"}},
      {in_list("a", 2, 0) + in_list("b", 2, 0) + in_list("c", 2, 1), {"Part I a", "Part II b", "2/1 c"}},
      {in_list("a", 2, 2) + in_list("b", 2, 0) + in_list("c", 2, 2), {"a) a", "Part II b", "b) c"}},
      {in_list("a", 3, 0) + in_list("b", 3, 1) + in_list("c", 3, 2) + in_list("d", 3, 3) + in_list("e", 3, 4),
       {"- a", "b", "01 c", "1st d", "A. e"}},
      {in_list("a", 1, 0) + in_list("b", 4, 0) + in_list("c", 4, 0) + in_list("d", 1, 0),
       {"1. a", "20. b", "21. c", "22. d"}},
      {in_list("a", 5, 0) + in_list("b", 5, 0), {"(a) a", "(b) b"}},
      {in_list("a", 0, 0) + in_list("b", 99, 0), {"a", "b"}},
      {in_list("a", 1, 0) + in_list("", 1, 0) + in_list("c", 1, 0), {"1. a", "3. c"}},
      {in_list("a", 1, 700) + in_list("b", 1, -3), {"a", "2. b"}},
  };
  for (const Case& one : cases) EXPECT_EQ(lines_of({.body = one.body, .numbering = numbering}), one.lines) << one.body;
}

TEST(ExtractDocx, NumbersComeThroughStyles) {
  const std::string styles =
      "<w:style w:type='paragraph' w:styleId='H1'><w:name w:val='heading 1'/><w:pPr><w:numPr><w:numId w:val='1'/>"
      "</w:numPr></w:pPr></w:style>"
      "<w:style w:type='paragraph' w:styleId='P'><w:name w:val='numbered'/><w:pPr><w:numPr><w:numId w:val='1'/>"
      "</w:numPr></w:pPr></w:style>"
      "<w:style w:type='numbering' w:styleId='L'><w:name w:val='list'/><w:pPr><w:numPr><w:numId w:val='2'/></w:numPr>"
      "</w:pPr></w:style>";
  const std::string numbering =
      "<w:abstractNum w:abstractNumId='0'>" + level(0, "decimal", "%1.", "<w:pStyle w:val='H1'/>") +
      level(1, "decimal", "%1.%2", "<w:pStyle w:val='P'/>") + "</w:abstractNum><w:abstractNum w:abstractNumId='1'>" +
      level(0, "lowerLetter", "%1)") +
      "</w:abstractNum><w:abstractNum w:abstractNumId='2'><w:numStyleLink w:val='L'/></w:abstractNum>"
      "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num><w:num w:numId='2'><w:abstractNumId w:val='1'/></w:num>"
      "<w:num w:numId='3'><w:abstractNumId w:val='2'/></w:num>";
  const std::string body = plain("Apologies", "<w:pStyle w:val='H1'/>") + plain("None.", "<w:pStyle w:val='P'/>") +
                           plain("Minutes", "<w:pStyle w:val='H1'/>") + plain("Agreed.", "<w:pStyle w:val='P'/>") +
                           in_list("linked", 3, 0) +
                           plain("No number", "<w:pStyle w:val='H1'/><w:numPr><w:numId w:val='0'/></w:numPr>");
  EXPECT_EQ(lines_of({.body = body, .styles = styles, .numbering = numbering}),
            (Lines{"# 1. Apologies", "1.1 None.", "# 2. Minutes", "2.1 Agreed.", "a) linked", "# No number"}));
}

std::string cell(const std::string& paragraphs, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + paragraphs + "</w:tc>";
}

std::string table(const std::vector<std::vector<std::string>>& rows) {
  std::string text;
  for (const auto& row : rows) {
    text += "<w:tr>";
    for (const std::string& one : row) text += one;
    text += "</w:tr>";
  }
  return "<w:tbl>" + text + "</w:tbl>";
}

TEST(ExtractDocx, TablesAreRowsOfCells) {
  const std::string inner = table({{cell(plain("x")), cell(plain("y"))}});
  const std::string body =
      plain("Before.") +
      table({{cell(plain("Name")), cell(paragraph(run("Role", "<w:b/>"))), cell(plain("Attendance"))},
             {cell(plain("Cllr Heron") + plain("(Chair)")), cell(plain("Chair\tof the panel")), cell(plain(""))},
             {cell(plain("across"), "<w:gridSpan w:val='2'/>"), cell(plain("Present"))},
             {cell(plain("a")), cell(inner + plain("after")), cell(plain("c"))}}) +
      plain("After.");
  const Extraction extraction = extract_docx(MadeDocx{.body = body}.bytes());
  EXPECT_EQ(extraction.text.pages.at(0).lines,
            (Lines{"Before.", "", "Name\tRole\tAttendance", "Cllr Heron (Chair)\tChair of the panel\t",
                   "across\t\tPresent", "a\tx y after\tc", "", "After."}));
}

TEST(ExtractDocx, ABoxAroundTextIsNoTable) {
  EXPECT_EQ(lines_of({.body = table({{cell(plain("One.") + plain("Two."))}, {cell(plain("Three."))}})}),
            (Lines{"One.", "Two.", "Three."}));
}

TEST(ExtractDocx, MinutesSetAsATableAreRunningText) {
  const std::string said = std::string(130, 'x') + ".";
  const std::string body =
      table({{cell(plain("No.")), cell(plain("Item")), cell(plain("Action"))},
             {cell(plain("5.")), cell(paragraph(run("Apologies", "<w:b/>")) + plain(said)), cell(plain("Clerk"))},
             {cell(plain("6.")), cell(paragraph(run("Minutes", "<w:b/>")) + plain(said)), cell(plain(""))},
             {cell(plain("7.")), cell(plain("Close")), cell(plain(""))}});
  EXPECT_EQ(lines_of({.body = body}),
            (Lines{"No.\tItem\tAction", "5. **Apologies**", said, "Clerk", "6. **Minutes**", said, "7. Close"}));
}

}  // namespace
}  // namespace minutebook::indexer
