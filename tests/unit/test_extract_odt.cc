// OpenDocument texts: what of them is final text, and how numbers, tables and notes come out.
#include <gtest/gtest.h>

#include "indexer/extract/extract_odt.h"
#include "tests/unit/made_office.h"

namespace minutebook::indexer {
namespace {

using namespace testing_support;
using Lines = std::vector<std::string>;

/// Lines that are not blank.
Lines lines_of(const MadeOdt& document) {
  const Extraction extraction = extract_odt(document.bytes());
  EXPECT_EQ(extraction.status, ExtractionStatus::read) << extraction.reason;
  Lines lines;
  for (const ExtractedPage& page : extraction.text.pages) {
    for (const std::string& line : page.lines) {
      if (!line.empty()) lines.push_back(line);
    }
  }
  return lines;
}

std::string paragraph(const std::string& content, const std::string& style = "") {
  return "<text:p text:style-name='" + style + "'>" + content + "</text:p>";
}

const std::string automatic_styles =
    "<style:style style:name='B' style:family='text'><style:text-properties fo:font-weight='bold'/></style:style>"
    "<style:style style:name='N' style:family='text'><style:text-properties fo:font-weight='normal'/></style:style>"
    "<style:style style:name='U' style:family='text'><style:text-properties "
    "style:text-underline-style='solid'/></style:style>"
    "<style:style style:name='H' style:family='text'><style:text-properties text:display='none'/></style:style>"
    "<style:style style:name='S' style:family='text'><style:text-properties "
    "style:text-line-through-style='solid'/></style:style>"
    "<style:style style:name='PB' style:family='paragraph'><style:text-properties fo:font-weight='700'/></style:style>"
    "<style:style style:name='PC' style:family='paragraph' style:parent-style-name='PB'/>"
    "<style:style style:name='PT' style:family='paragraph' style:parent-style-name='Title'/>"
    "<style:style style:name='Title' style:family='paragraph'/>"
    "<style:style style:name='Ring' style:family='paragraph' style:parent-style-name='Ring'/>";

std::string span(const std::string& style, const std::string& text) {
  return "<text:span text:style-name='" + style + "'>" + text + "</text:span>";
}

TEST(ExtractOdt, OneParagraph) {
  struct Case {
    std::string body;
    Lines lines;
  };
  const std::vector<Case> cases = {
      {paragraph("One.") + paragraph("") + paragraph("Two."), {"One.", "Two."}},
      {paragraph("a\n      b<text:s text:c='3'/>c"), {"a b c"}},
      {paragraph("5.<text:tab/>Apologies"), {"5. Apologies"}},
      {paragraph("5.<text:tab/>Minutes<text:tab/>3 - 10"), {"5. Minutes (Pages 3 - 10)"}},
      {paragraph("a<text:line-break/>b<text:soft-page-break/>c"), {"a", "bc"}},
      {paragraph(span("B", "Minutes")), {"**Minutes**"}},
      {paragraph("5. " + span("B", "Minutes")), {"**5. Minutes**"}},
      {paragraph("a " + span("B", "Minutes")), {"a Minutes"}},
      {paragraph(span("U", "Minutes")), {"**Minutes**"}},
      {paragraph("<text:a>" + span("U", "link") + "</text:a>"), {"link"}},
      {paragraph("Minutes", "PC"), {"**Minutes**"}},
      {paragraph(span("N", "Minutes"), "PB"), {"Minutes"}},
      {paragraph("x", "Ring"), {"x"}},
      {paragraph("Minutes", "PT"), {"# Minutes"}},
      {"<text:h text:outline-level='2'>Minutes</text:h>", {"## Minutes"}},
      {paragraph("a" + span("H", "hidden") + span("S", "struck") + "b"), {"ab"}},
      {paragraph("a" + span("B", span("H", "hidden")) + "b"), {"ab"}},
      {paragraph("a<text:placeholder>click here</text:placeholder>"), {"a"}},
      {paragraph("a<text:hidden-text>no</text:hidden-text>"), {"a"}},
      {paragraph("<text:a>the report</text:a>, <text:date>1 May 2019</text:date>"), {"the report, 1 May 2019"}},
      {paragraph("a<office:annotation><text:p>why?</text:p></office:annotation>b"), {"ab"}},
      {paragraph("<text:hidden-paragraph text:is-hidden='true'/>gone") + paragraph("kept"), {"kept"}},
      {"<text:section text:display='none'>" + paragraph("gone") + "</text:section>" + paragraph("kept"), {"kept"}},
      {"<text:section>" + paragraph("shown") + "</text:section>", {"shown"}},
      {"<text:tracked-changes><text:changed-region><text:deletion>" + paragraph("gone") +
           "</text:deletion></text:changed-region></text:tracked-changes>" + paragraph("kept"),
       {"kept"}},
      {"<text:table-of-content><text:index-body>" + paragraph("Apologies 3") +
           "</text:index-body></text:table-of-content>" + paragraph("kept"),
       {"kept"}},
      {paragraph("Agreed<text:note text:note-class='footnote'><text:note-citation>1</text:note-citation>"
                 "<text:note-body>" +
                 paragraph("See the Act.") + "</text:note-body></text:note> by all."),
       {"Agreed by all.", "Note 1: See the Act."}},
      {paragraph("x<text:note text:note-class='endnote'><text:note-body>" + paragraph("End.") +
                 "</text:note-body></text:note>"),
       {"x", "Endnote 1: End."}},
      {paragraph("Around<draw:frame><draw:text-box>" + paragraph("in the box") +
                 "</draw:text-box><svg:desc>a picture</svg:desc></draw:frame> it"),
       {"Around it", "in the box"}},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(lines_of({.body = one.body, .automatic_styles = automatic_styles}), one.lines) << one.body;
  }
}

std::string item(const std::string& content, const std::string& attributes = "") {
  return "<text:list-item" + attributes + ">" + content + "</text:list-item>";
}

std::string list(const std::string& content, const std::string& attributes = "") {
  return "<text:list" + attributes + ">" + content + "</text:list>";
}

TEST(ExtractOdt, NumbersOfListsAreWrittenOut) {
  const auto level = [](int number, const std::string& attributes) {
    return "<text:list-level-style-number text:level='" + std::to_string(number) + "' " + attributes + "/>";
  };
  const std::string styles =
      "<text:list-style style:name='L'>" + level(1, "style:num-format='1' style:num-suffix='.'") +
      level(2, "style:num-format='1' text:display-levels='2'") +
      level(3, "style:num-format='i' style:num-prefix='(' style:num-suffix=')'") +
      "</text:list-style><text:list-style style:name='M'>" + level(1, "style:num-format='A' text:start-value='3'") +
      level(2, "style:num-format='1' loext:num-list-format='%1%/%2%:'") +
      "<text:list-level-style-bullet text:level='3'/>" + level(4, "style:num-format=''") +
      "</text:list-style><text:list-style style:name='B'><text:list-level-style-bullet text:level='1'/>"
      "</text:list-style>";
  const std::string l = " text:style-name='L'";
  const std::string m = " text:style-name='M'";
  struct Case {
    std::string body;
    Lines lines;
  };
  const std::vector<Case> cases = {
      {list(item(paragraph("a")) + item(paragraph("b")), l), {"1. a", "2. b"}},
      {list(item(paragraph("a") + paragraph("more")) + item(paragraph("b")), l), {"1. a", "more", "2. b"}},
      {list(item(paragraph("a") + list(item(paragraph("b")) + item(paragraph("c")))) +
                item(paragraph("d") + list(item(paragraph("e")))),
            l),
       {"1. a", "1.1 b", "1.2 c", "2. d", "2.1 e"}},
      {list(item(list(item(list(item(paragraph("deep")))))), l), {"(i) deep"}},
      {list(item(paragraph("a")), l) + list(item(paragraph("b")), l), {"1. a", "1. b"}},
      {list(item(paragraph("a")), l) + paragraph("between") +
           list(item(paragraph("b")), l + " text:continue-numbering='true'"),
       {"1. a", "between", "2. b"}},
      {list(item(paragraph("a")), l + " xml:id='one'") + list(item(paragraph("b")), m) +
           list(item(paragraph("c")), l + " text:continue-list='one'"),
       {"1. a", "C b", "2. c"}},
      {list(item(paragraph("a"), " text:start-value='20'") + item(paragraph("b")), l), {"20. a", "21. b"}},
      {list("<text:list-header>" + paragraph("head") + "</text:list-header>" + item(paragraph("a")), l),
       {"head", "1. a"}},
      {list(item(paragraph("a") + list(item(paragraph("b") + list(item(paragraph("c") + list(item(paragraph("d")))))))),
            m),
       {"C a", "C/1: b", "- c", "d"}},
      {list(item(paragraph("a")), " text:style-name='B'"), {"- a"}},
      {list(item(paragraph("a")), " text:style-name='unknown'"), {"- a"}},
      {list(item("<text:h text:outline-level='1'>Apologies</text:h>"), l), {"# 1. Apologies"}},
  };
  for (const Case& one : cases) {
    EXPECT_EQ(lines_of({.body = one.body, .automatic_styles = styles}), one.lines) << one.body;
  }
}

TEST(ExtractOdt, HeadingsAreNumberedByTheOutline) {
  const std::string styles =
      "<text:outline-style><text:outline-level-style text:level='1' style:num-format='1' style:num-suffix='.'/>"
      "<text:outline-level-style text:level='2' style:num-format='1' text:display-levels='2'/></text:outline-style>";
  const auto heading = [](const char* rank, const std::string& text, const std::string& more = "") {
    return "<text:h text:outline-level='" + std::string(rank) + "'" + more + ">" + text + "</text:h>";
  };
  const std::string body = heading("1", "Purpose") + heading("2", "Summary") + heading("1", "Background") +
                           heading("1", "Aside", " text:is-list-header='true'") + heading("2", "Cost");
  EXPECT_EQ(lines_of({.body = body, .styles = styles}),
            (Lines{"# 1. Purpose", "## 1.1 Summary", "# 2. Background", "# Aside", "## 2.1 Cost"}));
}

TEST(ExtractOdt, TablesAreRowsOfCells) {
  const auto cell = [](const std::string& text, const std::string& attributes = "") {
    return "<table:table-cell" + attributes + ">" + paragraph(text) + "</table:table-cell>";
  };
  const std::string body =
      paragraph("Before.") + "<table:table><table:table-header-rows><table:table-row>" + cell("Name") + cell("Role") +
      cell("Attendance") + "</table:table-row></table:table-header-rows><table:table-row>" +
      cell("across", " table:number-columns-spanned='2'") + "<table:covered-table-cell/>" + cell("Present") +
      "</table:table-row><table:table-row table:number-rows-repeated='2'>" +
      cell("x", " table:number-columns-repeated='2'") + cell("y") +
      "</table:table-row><table:table-row table:number-rows-repeated='1000000'>" +
      cell("", " table:number-columns-repeated='1000000'") + "</table:table-row></table:table>" + paragraph("After.");
  EXPECT_EQ(lines_of({.body = body}),
            (Lines{"Before.", "Name\tRole\tAttendance", "across\t\tPresent", "x\tx\ty", "x\tx\ty", "After."}));
}

TEST(ExtractOdt, OfHeadersOnlyTheLetterhead) {
  const std::string masters = "<style:master-page style:name='Standard'><style:header>" +
                              paragraph("Tarn Town Council") + paragraph("Page 3") + "</style:header><style:footer>" +
                              paragraph("Tarn Council foot") + "</style:footer></style:master-page>";
  EXPECT_EQ(lines_of({.body = paragraph("Minutes"), .masters = masters}), (Lines{"Tarn Town Council", "Minutes"}));
}

TEST(ExtractOdt, WhatIsLeftOutIsCounted) {
  const std::string body = "<text:tracked-changes><text:changed-region><text:deletion>" + paragraph("gone") +
                           "</text:deletion></text:changed-region></text:tracked-changes>" +
                           paragraph("a<office:annotation/>" + span("H", "h") + span("S", "s"));
  EXPECT_EQ(extract_odt(MadeOdt{.body = body, .automatic_styles = automatic_styles}.bytes()).text.warnings,
            (Lines{"1 deleted passage (tracked change) was left out", "1 hidden passage was left out",
                   "1 struck-out passage was left out", "1 comment was left out"}));
}

TEST(ExtractOdt, WhatIsNoDocumentIsRefusedWithTheReason) {
  struct Case {
    std::string bytes;
    std::string reason;
  };
  const std::string encrypted = "<manifest><file-entry><encryption-data checksum='x'/></file-entry></manifest>";
  const std::vector<Case> cases = {
      {"PK\x03\x04", "is damaged: its ZIP container cannot be opened"},
      {made_zip({{"mimetype", "application/vnd.oasis.opendocument.text"}}),
       "is damaged: its part content.xml is missing"},
      {MadeOdt{.body = "", .before = "<!DOCTYPE a>"}.bytes(),
       "is refused: its part content.xml has a document type definition"},
      {MadeOdt{.body = "", .manifest = encrypted}.bytes(), "is protected by a password"},
  };
  for (const Case& one : cases) {
    const Extraction extraction = extract_odt(one.bytes);
    EXPECT_EQ(extraction.status, ExtractionStatus::failed);
    EXPECT_EQ(extraction.reason.substr(0, one.reason.size()), one.reason);
  }
  EXPECT_EQ(extract_odt(MadeOdt{.body = ""}.bytes()).status, ExtractionStatus::empty);
}

TEST(ExtractOdt, WhateverIsCutOffIsRefused) {
  const std::string whole = MadeOdt{.body = paragraph("Minutes")}.bytes();
  for (std::size_t percent = 0; percent < 100; ++percent) {
    EXPECT_EQ(extract_odt(std::string_view(whole).substr(0, whole.size() * percent / 100)).status,
              ExtractionStatus::failed);
  }
}

}  // namespace
}  // namespace minutebook::indexer
