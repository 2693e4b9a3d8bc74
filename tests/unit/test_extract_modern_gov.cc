// Pages of committee systems: meetings, items, decisions, issues and what their structure states.
#include <gtest/gtest.h>

#include "indexer/extract/html_page.h"
#include "tests/unit/html_fixture.h"

namespace minutebook::indexer {
namespace {

using namespace std::string_literals;

const std::string meeting =
    R"(<html><head><title>Agenda for Licensing Sub-Committee - East on Monday, 3rd May, 2021, 10.00 am</title>
<link rel="canonical" href="https://democracy.example/ieListDocuments.aspx?CId=1&amp;MId=2"></head><body><div id="modgov">
<h1 class="mgMainTitleTxt">Agenda, decisions and draft minutes</h1>
<h2 class="mgSubTitleTxt">Licensing Sub-Committee - East - Monday, 3rd May, 2021 10.00 am</h2>
<div class="mgLinks"><ul class="mgActionList"><li><a href="mgConvert2PDF.aspx?ID=2&T=0">Agenda frontsheet</a></li></ul></div>
<div class="mgContent"><p><span class="mgLabel">Venue: </span>Old Hall <a href="x">View directions</a></p>
<p><a href="https://tv.example">Watch here</a></p>
<table class="mgItemTable"><tr><th>No.</th><th>Item</th></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI6235"></a>482.</p></td><td>
<p class="mgAiTitleTxt"><a href="documents/s123/The report.pdf">Taxi fares <span class="mgFileSize">PDF 110 KB</span></a></p>
<div class="mgWordPara"><p>To set the fares.</p></div>
<p class="mgSubItemTitleTxt">Additional documents:</p><ul class="mgBulletList"><li><a href="documents/s124/A.pdf">Appendix A <span class="mgHide">, item 482.</span> pdf icon PDF 1 MB</a></li></ul>
<p class="mgSubItemTitleTxt">Decision:</p><div class="mgWordPara"><p>That the fares be raised.</p></div>
<p class="mgSubItemTitleTxt">Minutes:</p><div class="mgWordPara"><p>Drivers spoke ... <a href="#">view the full minutes text for item 482.</a></p></div></td></tr>
<tr><td class="mgItemNumberCell"></td><td><p class="mgAiTitleTxt">Formal Matters</p></td></tr>
<tr><td class="mgItemNumberCell"><p class="mgAiTitleTxt"><a name="AI6236"></a>5a</p></td><td><p class="mgAiTitleTxt">Leader's Portfolio</p></td></tr>
</table></div></div></body></html>)";

TEST(ExtractHtml, PageOfAMeeting) {
  const Extraction extraction = extract_html(meeting);
  const Lines expected = {"# Licensing Sub-Committee - East - Monday, 3rd May, 2021 10.00 am",
                          "Venue: Old Hall",
                          "<AI6235>",
                          "## 482. Taxi fares",
                          "To set the fares.",
                          "- Taxi fares: https://democracy.example/documents/s123/The%20report.pdf",
                          "- Appendix A: https://democracy.example/documents/s124/A.pdf",
                          "**Decision**",
                          "That the fares be raised.",
                          "**Minutes**",
                          "Drivers spoke",
                          "<AI0>",
                          "### Formal Matters",
                          "<AI6236>",
                          "## 5a. Leader's Portfolio"};
  EXPECT_EQ(filled(extraction), expected);
  const DocumentFacts& facts = extraction.text.facts;
  EXPECT_EQ(facts.kind, "minutes");
  EXPECT_EQ(facts.committee, "Licensing Sub-Committee - East");
  EXPECT_EQ(facts.date, "2021-05-03");
  EXPECT_EQ(facts.status, "draft");
  EXPECT_EQ(facts.url, "https://democracy.example/ieListDocuments.aspx?CId=1&MId=2");
  EXPECT_EQ(facts.portfolios, Lines{"Leader's"});
  EXPECT_TRUE(facts.one_paper);
  ASSERT_EQ(extraction.text.warnings.size(), 1U);
  EXPECT_EQ(extraction.text.warnings[0],
            "the page shows only the beginning of 1 text; the printed minutes have the rest");
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

/// Designs from the time of layout tables: the page's own table is inside another one.
const std::string in_layout_table =
    R"(<table><tr><td class="leftmenu"><ul><li><a href="/">Home</a></li></ul></td><td><div class="mgContent">
<h1 class="mgMainTitleTxt">Agenda and minutes</h1><h2 class="mgSubTitleTxt">Scrutiny Committee - Wednesday 12 June 2019 7.00 pm</h2>
<table><tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr><tr><td>Councillor A Reed</td><td>Chair</td><td>Present</td></tr></table>
<table><tr><td class="mgItemNumberCell"><a name="AI9">1</a></td><td><p class="mgAiTitleTxt">Last meeting</p><p class="mgSubItemTitleTxt">Minutes:</p>
AGREED: that the minutes be signed.<table><tr><td>For</td><td>9</td></tr></table></td></tr>
<tr><td class="mgItemNumberCell">2</td><td><p class="mgAiTitleTxt">Parking</p></td></tr></table></div></td></tr></table>)";

TEST(ExtractHtml, TableOfItemsInsideATableThatPlacesIt) {
  EXPECT_EQ(filled(extract_html(in_layout_table)),
            (Lines{"# Scrutiny Committee - Wednesday 12 June 2019 7.00 pm", "Attendee\tRole\tAttendance",
                   "Councillor A Reed\tChair\tPresent", "<AI9>", "## 1. Last meeting", "**Minutes**",
                   "AGREED: that the minutes be signed.", "For\t9", "<AI0>", "## 2. Parking"}));
}

TEST(ExtractHtml, KindAndStatusOfAMeetingFollowItsPage) {
  struct Case {
    std::string from;
    std::string to;
    std::string kind;
    std::string status;
  };
  const std::vector<Case> cases = {
      {"Minutes:</p>", "Notes:</p>", "decision", "draft"},
      {"draft minutes", "minutes", "minutes", ""},
      {"10.00 am</h2>", "10.00 am - CANCELLED</h2>", "minutes", "cancelled"},
      {"<title>Agenda", "<title>POSTPONED: Agenda", "minutes", "postponed"},
      {"Minutes:</p>", "Cofnodion:</p>", "minutes", "draft"},
  };
  for (const Case& one : cases) {
    const DocumentFacts facts = extract_html(replaced(meeting, one.from, one.to)).text.facts;
    EXPECT_EQ(facts.kind, one.kind) << one.to;
    EXPECT_EQ(facts.status, one.status) << one.to;
    EXPECT_EQ(facts.date, "2021-05-03") << one.to;
  }
  const std::string agenda = replaced(replaced(meeting, "Minutes:</p>", "Notes:</p>"), "Decision:</p>", "Reasons:</p>");
  EXPECT_EQ(extract_html(agenda).text.facts.kind, "agenda");
}

TEST(ExtractHtml, TitlesNameCommitteeAndDay) {
  struct Case {
    std::string title;
    std::string committee;
    std::string date;
  };
  const std::vector<Case> cases = {
      {"Cabinet - Wednesday, 2nd April, 2014 1.00 pm", "Cabinet", "2014-04-02"},
      {"Agenda for Cabinet on Wednesday, 2nd April, 2014, 1.00 pm", "Cabinet", "2014-04-02"},
      {"Planning Committee - West, Monday 3 May 2021 7:30 pm", "Planning Committee - West", "2021-05-03"},
      {"Audit Committee \u2013 3 May 2021", "Audit Committee", "2021-05-03"},
      {"Audit Committee", "Audit Committee", ""},
      {"3 May 2021", "", "2021-05-03"},
      {"", "", ""},
  };
  for (const Case& one : cases) {
    const MeetingTitle found = meeting_of_title(one.title);
    EXPECT_EQ(found.committee, one.committee) << one.title;
    EXPECT_EQ(schema::iso_date(found.date), one.date) << one.title;
  }
}

TEST(ExtractHtml, PagesThatOnlyLeadToPapersSaySo) {
  struct Case {
    std::string title;
    std::string what;
  };
  const std::vector<Case> cases = {
      {"Browse meetings", "a list of meetings"},       {"Calendar of meetings", "a calendar of meetings"},
      {"Committee structure", "a list of committees"}, {"Committee details", "a page about a committee"},
      {"Your Councillors", "a list of councillors"},   {"Councillor details", "a page about a councillor"}};
  for (const Case& one : cases) {
    const Extraction extraction = extract_html("<div id=modgov><h1 class=mgMainTitleTxt>" + one.title +
                                               "</h1><div class=mgContent><p>Text</p></div></div>");
    EXPECT_EQ(extraction.status, ExtractionStatus::empty) << one.title;
    EXPECT_EQ(extraction.reason, "holds no paper: it is " + one.what);
  }
  const Extraction bare =
      extract_html("<div id=modgov><h1 class=mgMainTitleTxt>Agenda</h1><table class=mgItemTable></table></div>");
  EXPECT_EQ(bare.reason, "holds no paper: it is the page of a meeting without an agenda");
}

const std::string decision = R"(<div id="modgov"><h1 class="mgMainTitleTxt">Decision details</h1>
<h2 class="mgSubTitleTxt">Ferry fares</h2><div class="mgContent">
<p><span class="mgLabel">Decision Maker: </span>Cabinet Member for Coast (Historic)</p>
<p><span class="mgLabel">Is Key decision?: </span>Yes</p>
<h3 class="mgSubSubTitleTxt">Decision:</h3><div class="mgWordPara"><p>To raise the fare.</p></div>
<p><span class="mgLabel">Wards Affected: </span>(All Wards);</p>
<p><span class="mgLabel">Publication date: </span>13/01/2021</p>
<p><span class="mgLabel">Date of decision: </span>06/08/2020</p>
<p class="mgLabel">Accompanying Documents:</p><ul class="mgBulletList"><li><a href="documents/s1/a.pdf">Fares PDF 9 KB</a></li></ul>
</div></div>)";

TEST(ExtractHtml, PageOfADecision) {
  const Extraction extraction = extract_html(decision);
  const Lines expected = {"# Ferry fares",
                          "Decision Maker: Cabinet Member for Coast (Historic)",
                          "Is Key decision?: Yes",
                          "Wards Affected: (All Wards);",
                          "Publication date: 13/01/2021",
                          "Date of decision: 06/08/2020",
                          "<AI1>",
                          "## Decision",
                          "To raise the fare.",
                          "<AI2>",
                          "## Accompanying Documents",
                          "- Fares: documents/s1/a.pdf"};
  EXPECT_EQ(filled(extraction), expected);
  const DocumentFacts& facts = extraction.text.facts;
  EXPECT_EQ(facts.kind, "decision");
  EXPECT_EQ(facts.title, "Ferry fares");
  EXPECT_EQ(facts.date, "2020-08-06");
  EXPECT_EQ(facts.key_decision, "true");
  EXPECT_EQ(facts.wards, Lines{"All Wards"});
  EXPECT_EQ(facts.portfolios, Lines{"Coast"});
}

TEST(ExtractHtml, ADecisionsTitleMayHoldADayAndItsPageNoTitle) {
  const std::string dated = replaced(decision, "Ferry fares", "Fares to 31 March 2020");
  EXPECT_EQ(extract_html(dated).text.facts.kind, "decision");
  EXPECT_EQ(extract_html(dated).text.facts.date, "2020-08-06");
  EXPECT_EQ(extract_html(replaced(decision, "Decision details", "")).text.facts.kind, "decision");
}

TEST(ExtractHtml, OtherPagesOfTheSystemKeepTheirText) {
  const std::string page = R"(<div id=modgov><h1 class=mgMainTitleTxt>Meeting attendance</h1>
<h2 class=mgSubTitleTxt>Audit Committee, Monday, 3rd May, 2021 6.00 pm</h2><div class=mgContent><table>
<tr><th>Attendee</th><th>Role</th><th>Attendance</th></tr><tr><td>Councillor A Reed</td><td>Chair</td><td>Present</td></tr></table></div></div>)";
  const Extraction extraction = extract_html(page);
  EXPECT_TRUE(holds(filled(extraction), "Councillor A Reed\tChair\tPresent"));
  EXPECT_EQ(extraction.text.facts.committee, "Audit Committee");
  EXPECT_EQ(extraction.text.facts.date, "2021-05-03");
  const std::string plan =
      "<div id=modgov><h1 class=mgMainTitleTxt>Forward plan</h1><p>Items to be decided in May.</p></div>";
  EXPECT_EQ(extract_html(plan).text.facts.kind, "forward-plan");
}

TEST(ExtractHtml, DateOfADecisionIsNeverThatOfItsPublication) {
  const std::string undated = replaced(decision, "Date of decision", "Effective from");
  EXPECT_EQ(extract_html(undated).text.facts.date, "");
  const std::string decided = replaced(undated, "Publication date: </span>13/01/2021",
                                       "Decided at meeting: </span><a>07/11/2018 - Full Cabinet</a>");
  EXPECT_EQ(extract_html(decided).text.facts.date, "2018-11-07");
  EXPECT_EQ(extract_html(decided).text.facts.committee, "Full Cabinet");
  const std::string planned = replaced(undated, "Publication date", "Decision due date");
  EXPECT_EQ(extract_html(planned).text.facts.kind, "forward-plan");
}

TEST(ExtractHtml, PageOfAnItemTakesItsMeetingFromTheLinkToIt) {
  const std::string page =
      R"(<div class=crumbs><a href="ieListDocuments.aspx?MId=4">Audit Committee, Monday, 3rd May, 2021 6.00 pm</a></div>
<div id=modgov><h1 class=mgMainTitleTxt>Agenda item</h1><h2 class=mgSubTitleTxt>Fraud</h2><div class=mgContent>
<p class=mgSubItemTitleTxt>Minutes:</p><p>RESOLVED that it be noted.</p>
<p class=mgSubItemTitleTxt>Supporting documents:</p><ul><li><a href="documents/s9/f.pdf">Fraud PDF 1 KB</a></ul></div></div>)";
  const Extraction extraction = extract_html(page);
  EXPECT_EQ(filled(extraction), (Lines{"<AI0>", "### Fraud", "**Minutes**", "RESOLVED that it be noted.",
                                       "**Supporting documents**", "- Fraud: documents/s9/f.pdf"}));
  EXPECT_EQ(extraction.text.facts.committee, "Audit Committee");
  EXPECT_EQ(extraction.text.facts.date, "2021-05-03");
  EXPECT_EQ(extraction.text.facts.kind, "other");
  const std::string two = page + "<a href='ieListDocuments.aspx?MId=5'>Audit Committee, 4 June 2021</a>";
  EXPECT_EQ(extract_html(two).text.facts.date, "");
}

TEST(ExtractHtml, HistoryOfAnIssueHasAnItemForEachMeeting) {
  const auto page = [](const std::string& second) {
    return "<div id=modgov><h1 class=mgMainTitleTxt>Issue - meetings</h1><h2 class=mgSubTitleTxt>Fraud</h2><div "
           "class=mgContent>"
           "<h3>Meeting: 14/11/2024 - Audit Committee (Item 46)</h3><p>Text one.</p>" +
           second + "</div></div>";
  };
  const Extraction one = extract_html(page(""));
  EXPECT_EQ(filled(one),
            (Lines{"# Fraud", "<AI1>", "### Meeting: 14/11/2024 - Audit Committee (Item 46)", "Text one."}));
  EXPECT_EQ(one.text.facts.committee, "Audit Committee");
  EXPECT_EQ(one.text.facts.date, "2024-11-14");
  const Extraction two = extract_html(page("<h3>Meeting: 12/12/2024 - Cabinet (Item 5)</h3><p>Text two.</p>"));
  EXPECT_TRUE(holds(filled(two), "<AI2>"));
  EXPECT_EQ(two.text.facts.date, "");
  EXPECT_EQ(two.text.facts.title, "Fraud");
}

TEST(ExtractHtml, PageOfCmis) {
  const std::string page =
      R"(<title>Meeting Details - Holm Council</title><form><div id="dnn_ContentPane"><div class="DNNModuleContent ModCMISMeetingsC">
<h1>Meeting Details</h1><div class="holder"><div class="DNNLabel"><label><span>Committee:</span></label></div><div class="Value">Licensing Sub-Committee A</div></div>
<div class="holder"><div class="DNNLabel VenueLabel">Status:</div><div class="Value Venue">Cancelled</div>
<div class="holder"><div class="DNNLabel">Date/Time:</div><div class="Value">3 Aug 2026
   - 10:00</div></div></div>
<ul><li class="DocumentListItem"><a class="TitleLink" href="/Document.ashx?abc">Minutes of the previous meeting</a> <span class="FileSize">(156Kb)</span></li></ul></div></div></form>)";
  const Extraction extraction = extract_html(page);
  EXPECT_EQ(filled(extraction),
            (Lines{"# Licensing Sub-Committee A", "Committee: Licensing Sub-Committee A", "Status: Cancelled",
                   "Date/Time: 3 Aug 2026 - 10:00", "- Minutes of the previous meeting: /Document.ashx?abc"}));
  EXPECT_EQ(extraction.text.facts.kind, "agenda");
  EXPECT_EQ(extraction.text.facts.committee, "Licensing Sub-Committee A");
  EXPECT_EQ(extraction.text.facts.date, "2026-08-03");
  EXPECT_EQ(extraction.text.facts.status, "cancelled");
  EXPECT_EQ(extraction.text.facts.council, "Holm Council");
  const Extraction list = extract_html(
      "<div class=ModCMISMeetingsC><table><tr class=rgRow><td>08 Jun 2026 10:00 - A</td></tr></table></div>");
  EXPECT_EQ(list.reason, "holds no paper: it is a list of meetings");
}

TEST(ExtractHtml, PagesThatBreakOffAreReadAsFarAsTheyGo) {
  for (const std::string& page : {meeting, decision}) {
    for (std::size_t percent = 0; percent <= 100; ++percent) {
      const Extraction extraction = extract_html(page.substr(0, page.size() * percent / 100));
      EXPECT_NE(extraction.status, ExtractionStatus::failed) << percent << ": " << extraction.reason;
      for (const std::string& line : filled(extraction)) EXPECT_EQ(line.find('\n'), std::string::npos);
    }
  }
}

}  // namespace
}  // namespace minutebook::indexer
