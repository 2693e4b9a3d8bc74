// Word documents: notes, headers, watermarks, what is left out and counted, what is refused.
#include <gtest/gtest.h>

#include "tests/unit/docx_fixture.h"

namespace minutebook::indexer {
namespace {

using namespace testing_support;

TEST(ExtractDocx, NotesAndBoxesFollowTheirParagraph) {
  const std::string footnotes = "<w:footnote w:type='separator' w:id='0'>" + plain("----") +
                                "</w:footnote><w:footnote w:id='2'>" + plain("See the Act.") + plain("And the code.") +
                                "</w:footnote><w:footnote w:id='3'>" + plain("Unused.") + "</w:footnote>";
  const std::string box =
      "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx><w:txbxContent>" + plain("In the box.") +
      "</w:txbxContent></wps:txbx></mc:Choice><mc:Fallback><v:textbox><w:txbxContent>" + plain("In the box.") +
      "</w:txbxContent></v:textbox></mc:Fallback></mc:AlternateContent></w:r>";
  const std::string body = paragraph(run("Agreed") + "<w:r><w:footnoteReference w:id='2'/></w:r>" + run(" by all.")) +
                           paragraph(run("Around", "<w:b/>") + box + run(" it", "<w:b/>")) + plain("After.");
  EXPECT_EQ(lines_of({.body = body, .footnotes = footnotes}),
            (Lines{"Agreed by all.", "Note 1: See the Act. And the code.", "**Around it**", "In the box.", "After."}));
}

TEST(ExtractDocx, OfHeadersOnlyTheLetterheadOfTheFirstPage) {
  const std::string header = plain("Tarn Parish Council") + plain("Minutes, page 3") + plain("Tarn Parish Council");
  const std::string section = "<w:sectPr><w:headerReference w:type='default' r:id='rIdH'/></w:sectPr>";
  EXPECT_EQ(lines_of({.body = plain("Minutes") + section, .header = header}),
            (Lines{"Tarn Parish Council", "Minutes"}));
  const std::string other = "<w:sectPr><w:headerReference w:type='default' r:id='rIdH'/><w:titlePg/></w:sectPr>";
  EXPECT_EQ(lines_of({.body = plain("Minutes") + other, .header = header}), Lines{"Minutes"});
  const std::string later = "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>";
  EXPECT_EQ(lines_of({.body = plain("Minutes") + later + section, .header = header}), Lines{"Minutes"});
}

TEST(ExtractDocx, AWatermarkSaysThatMinutesAreADraft) {
  const std::string section = "<w:sectPr><w:headerReference w:type='default' r:id='rIdH'/></w:sectPr>";
  const auto status = [&](const std::string& words) {
    const std::string header =
        "<w:p><w:r><w:pict><v:shape><v:textpath string='" + words + "'/></v:shape></w:pict></w:r></w:p>";
    return extract_docx(MadeDocx{.body = plain("Minutes") + section, .header = header}.bytes()).text.facts.status;
  };
  EXPECT_EQ(status("DRAFT"), "draft");
  EXPECT_EQ(status("Draft minutes"), "draft");
  EXPECT_EQ(status("CONFIDENTIAL"), "");
}

TEST(ExtractDocx, ADeletedParagraphMarkJoinsItsTextToTheNext) {
  const std::string deleted = "<w:rPr><w:del w:id='1'/></w:rPr>";
  EXPECT_EQ(lines_of({.body = paragraph(run("One "), deleted) + plain("two.")}), Lines{"One two."});
  EXPECT_EQ(lines_of({.body = plain("One.") + paragraph(run("Two."), deleted)}), (Lines{"One.", "Two."}));
}

TEST(ExtractDocx, WhatIsLeftOutIsCounted) {
  const std::string body =
      paragraph(run("Kept ") + "<w:del w:id='1'><w:r><w:delText>x</w:delText></w:r></w:del>" + run("h", "<w:vanish/>") +
                run("s", "<w:strike/>") + run("t", "<w:strike/>") + "<w:r><w:commentReference w:id='0'/></w:r>") +
      "<w:altChunk r:id='x'/>";
  EXPECT_EQ(extract_docx(MadeDocx{.body = body}.bytes()).text.warnings,
            (Lines{"1 deleted passage (tracked change) was left out", "1 hidden passage was left out",
                   "2 struck-out passages were left out", "1 comment was left out",
                   "1 document in another format inside it was left out"}));
}

TEST(ExtractDocx, TheStrictEditionOfTheStandardIsReadToo) {
  std::vector<Part> parts = MadeDocx{.body = plain("Minutes", "<w:outlineLvl w:val='0'/>")}.parts();
  const std::string from = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  for (Part& part : parts) {
    const std::size_t at = part.second.find(from);
    if (at != std::string::npos)
      part.second.replace(at, from.size(), "http://purl.oclc.org/ooxml/wordprocessingml/main");
  }
  EXPECT_EQ(filled_lines(extract_docx(made_zip(parts))), Lines{"# Minutes"});
}

TEST(ExtractDocx, WithoutTextItIsEmpty) {
  EXPECT_EQ(extract_docx(MadeDocx{.body = ""}.bytes()).status, ExtractionStatus::empty);
  EXPECT_EQ(extract_docx(MadeDocx{.body = plain(" \u00A0")}.bytes()).status, ExtractionStatus::empty);
}

TEST(ExtractDocx, WhatIsNoDocumentIsRefusedWithTheReason) {
  struct Case {
    std::string bytes;
    std::string reason;
  };
  const std::string laughs = "<!DOCTYPE w [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]>";
  std::vector<Part> no_document = MadeDocx{.body = ""}.parts();
  no_document.erase(no_document.begin() + 1);
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<w:ins>";
  std::string attributes;
  for (int i = 0; i < 300; ++i) attributes += " a" + std::to_string(i) + "='x'";
  const std::vector<Case> cases = {
      {"PK\x03\x04 and nothing more", "is damaged: its ZIP container cannot be opened"},
      {made_zip(no_document), "is damaged: its package names no document"},
      {MadeDocx{.body = plain("x"), .before = laughs}.bytes(),
       "is refused: its part word/document.xml has a document type definition, which no office program writes"},
      {MadeDocx{.body = "<w:p>"}.bytes(), "is damaged: its part word/document.xml cannot be read ("},
      {MadeDocx{.body = deep}.bytes(),
       "is refused: elements of its part word/document.xml are nested more than 200 deep"},
      {MadeDocx{.body = "<w:p" + attributes + "/>"}.bytes(),
       "is damaged: its part word/document.xml cannot be read (an element with too many attributes)"},
      {MadeDocx{.body = plain("x"), .styles = "<w:style>"}.bytes(), "is damaged: its part styles.xml cannot be read ("},
      {MadeDocx{.body = "&nosuch;"}.bytes(), "is damaged: its part word/document.xml cannot be read ("},
  };
  for (const Case& one : cases) {
    const Extraction extraction = extract_docx(one.bytes);
    EXPECT_EQ(extraction.status, ExtractionStatus::failed);
    EXPECT_EQ(extraction.reason.substr(0, one.reason.size()), one.reason);
    EXPECT_TRUE(extraction.text.pages.empty());
  }
}

TEST(ExtractDocx, ElementsOutOfPlaceNeverCrash) {
  const std::vector<std::string> names = {"w:p",       "w:r",        "w:t",          "w:tbl",     "w:tr",
                                          "w:tc",      "w:pPr",      "w:rPr",        "w:del",     "w:txbxContent",
                                          "w:sdt",     "w:sdtPr",    "w:sdtContent", "w:fldChar", "mc:AlternateContent",
                                          "mc:Choice", "w:footnote", "w:checkBox",   "w:gridSpan"};
  unsigned random = 7;
  const auto next = [&random](std::size_t below) {
    random = random * 1664525 + 1013904223;
    return (random >> 8) % below;
  };
  for (int i = 0; i < 300; ++i) {
    std::string body;
    std::vector<std::string> open;
    for (int step = 0; step < 60; ++step) {
      if (open.empty() || (next(3) > 0 && open.size() < 30)) {
        open.push_back(names[next(names.size())]);
        body += "<" + open.back() + " w:val='" + std::to_string(next(12)) + "'>text";
      } else {
        body += "</" + open.back() + ">";
        open.pop_back();
      }
    }
    while (!open.empty()) {
      body += "</" + open.back() + ">";
      open.pop_back();
    }
    EXPECT_NE(extract_docx(MadeDocx{.body = body}.bytes()).status, ExtractionStatus::failed) << body;
  }
}

}  // namespace
}  // namespace minutebook::indexer
