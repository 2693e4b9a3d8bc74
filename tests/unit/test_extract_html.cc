// HTML: what of a page becomes text, in which form, and what its structure states; pages of every kind, broken pages.
#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/extract/extract_html.h"
#include "indexer/extract/html_page.h"
#include "indexer/extract/page_address.h"
#include "indexer/extract/page_furniture.h"
#include "indexer/extract/read_html.h"

namespace minutebook::indexer {
namespace {

using namespace std::string_literals;
using Lines = std::vector<std::string>;

/// The lines that are not blank.
Lines filled(const Extraction& extraction) {
  Lines lines = extraction.text.pages.empty() ? Lines() : extraction.text.pages.front().lines;
  std::erase(lines, std::string());
  return lines;
}

Lines lines_of_page(const std::string& html) {
  const Extraction extraction = extract_html(html);
  EXPECT_NE(extraction.status, ExtractionStatus::failed) << extraction.reason;
  return filled(extraction);
}

bool holds(const Lines& lines, std::string_view part) {
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& one) { return one.find(part) != one.npos; });
}

TEST(ExtractHtml, ElementsBecomeLinesOfTheLightMarkup) {
  struct Case {
    std::string html;
    Lines lines;
  };
  const std::vector<Case> cases = {
      {"<p>One\nparagraph,\n  two&nbsp;&nbsp; lines</p><p>Next", {"One paragraph, two lines", "Next"}},
      {"<h1>Title</h1><h3>Part</h3><p>Text</p>", {"# Title", "### Part", "Text"}},
      {"<p><b>All bold</b>&nbsp;</p><p><b>Part</b> bold</p>", {"**All bold**", "Part bold"}},
      {"<p style='font-weight: bold'>Styled</p>", {"**Styled**"}},
      {"<p style='font-weight: normal'>Plain</p>", {"Plain"}},
      {"<p><strong>RESOLVED</strong>:</p>", {"RESOLVED:"}},
      {"<ul><li>one</li><li><p>two</p><p>more</p></li></ul>", {"- one", "- two", "more"}},
      {"<ol><li>one<li>two</ol>", {"1. one", "2. two"}},
      {"<ol type=a start=3><li>one</li><li value=7>two</li></ol>", {"c. one", "g. two"}},
      {"<ol type=i><li>one</li><li>two<ul><li>inner</li></ul></li><li>three</li></ol>",
       {"i. one", "ii. two", "- inner", "iii. three"}},
      {"<ol style='list-style-type:lower-alpha'><li>one</li></ol>", {"a. one"}},
      {"<p>&middot;&nbsp;&nbsp; item</p><p>o&nbsp;&nbsp;&nbsp;inner</p><p>o clock</p>",
       {"- item", "- inner", "o clock"}},
      {"<p>first<br>second<br/><br>third</p>", {"first", "second", "third"}},
      {"<p>the 20<sup>th</sup> and H<sub>2</sub>O</p>", {"the 20th and H2O"}},
      {"<p>kept <s>struck</s><del>gone</del><span style='text-decoration:line-through'>out</span></p>", {"kept"}},
      {"<pre>line one\n  line two</pre>", {"line one", "line two"}},
      {"<dl><dt>Venue</dt><dd>Town Hall</dd><dt>Date:</dt><dd><p>5 May</p></dd></dl>",
       {"Venue: Town Hall", "Date: 5 May"}},
      {"<div>loose <div>inner</div> text</div>", {"loose", "inner", "text"}},
      {"<p>A&amp;B &lt;c&gt; &pound;5 &#8217;x&#x2019; &eacute;", {"A&B <c> £5 ’x’ é"}},
  };
  for (const Case& one : cases) EXPECT_EQ(lines_of_page(one.html), one.lines) << one.html;
}

TEST(ExtractHtml, TablesBecomeRowsUnlessTheyOnlyPlaceText) {
  struct Case {
    std::string html;
    Lines lines;
  };
  const std::string long_text(1600, 'x');
  const std::vector<Case> cases = {
      {"<table><tr><th>Site<th>Plots<tr><td>Mill<td>64</table>", {"Site\tPlots", "Mill\t64"}},
      {"<table><tr><td><p>A</p><p>B</p><td><ul><li>x<li>y</ul></table>", {"A B\tx; y"}},
      {"<table><tr><td>a<td>b<td>c<tr><td colspan=2>wide<td>z<tr><td>short</table>",
       {"a\tb\tc", "wide\t\tz", "short\t\t"}},
      {"<table><tr><td>Label<td>Value<tr><td>Heading<td></table>", {"Label\tValue", "Heading"}},
      {"<table><tr><td><b>Bold</b><td>x</table>", {"Bold\tx"}},
      {"<table><tr><td>only</td></tr><tr><td>column</td></tr></table>", {"only", "column"}},
      {"<table><tr><td><h2>Menu</h2><td><p>Text</p></table>", {"## Menu", "Text"}},
      {"<main><table><tr><td>" + long_text + "<td>b</table></main>", {long_text, "b"}},
      {"<table><tr><td><table><tr><td>a<td>b</table><td>c</table>", {"a\tb", "c"}},
      {"<table role=presentation><tr><td>a<td>b</table>", {"a", "b"}},
      {"<table><caption>Votes</caption><thead><th>Title</th><th>Result</th></thead><tr><td>x<td>Carried</table>",
       {"Votes", "Title\tResult", "x\tCarried"}},
      {"<table><tr><td> <td>&nbsp;</table><p>x</p>", {"x"}},
  };
  for (const Case& one : cases) EXPECT_EQ(lines_of_page(one.html), one.lines) << one.html;
}

TEST(ExtractHtml, FurnitureOfSitesNeverBecomesText) {
  const std::string text = "<p>The committee met and heard a report of some length about the harbour wall.</p>";
  const std::vector<std::string> furniture = {
      "<nav>NOISE</nav>",
      "<footer>NOISE</footer>",
      "<aside>NOISE</aside>",
      "<header>NOISE</header>",
      "<script>NOISE</script>",
      "<style>NOISE</style>",
      "<template><p>NOISE</p></template>",
      "<noscript>NOISE</noscript>",
      "<p hidden>NOISE</p>",
      "<p style='display: none'>NOISE</p>",
      "<span class='sr-only'>NOISE</span>",
      "<span class='mgHide'>NOISE</span>",
      "<div aria-hidden=true>NOISE</div>",
      "<ol class='breadcrumb'><li>NOISE</ol>",
      "<div class='mgBreadcrumb'>NOISE</div>",
      "<div id='siteFooter'>NOISE</div>",
      "<div class='cookie-banner'>NOISE</div>",
      "<div role=navigation>NOISE</div>",
      "<div role=search>NOISE</div>",
      "<form><label>NOISE</label><select><option>NOISE</select><button>NOISE</button></form>",
      "<svg><text>NOISE</text></svg>",
      "<iframe>NOISE</iframe>",
      "<!-- NOISE -->",
  };
  for (const std::string& one : furniture) {
    const Lines lines = lines_of_page("<body>" + one + text + "<p>And more.</p>" + one);
    EXPECT_FALSE(holds(lines, "NOISE")) << one;
    EXPECT_TRUE(holds(lines, "harbour wall")) << one;
  }
  const std::vector<std::string> phrases = {"View directions",
                                            "Share this item",
                                            "pdf icon",
                                            "Media",
                                            "Modern.gov Breadcrumb",
                                            "You are here: Home",
                                            "Additional documents:",
                                            "... view the full minutes text for item 1.",
                                            "Read the full agenda text"};
  for (const std::string& one : phrases) EXPECT_EQ(lines_of_page(text + "<p>" + one + "</p>").size(), 1U) << one;
  for (const char* one : {"Media relations", "The full text was viewed", "Share this item with the board"})
    EXPECT_FALSE(is_site_phrase(one)) << one;
}

TEST(ExtractHtml, FurnitureByNameAloneStaysIfItHoldsThePage) {
  const std::string text = "<h1>Minutes</h1><p>A long text of minutes that is all the page has to say.</p>";
  EXPECT_TRUE(holds(lines_of_page("<div class='nav-wrapper'>" + text + "</div>"), "long text"));
  EXPECT_TRUE(holds(lines_of_page("<form id=aspnetForm>" + text + "</form>"), "long text"));
  EXPECT_TRUE(holds(lines_of_page("<main><header><h1>Title of minutes</h1></header>" + text + "</main>"), "Title of"));
}

TEST(ExtractHtml, MainTextIsWhatTheSiteMarksOrTheDensestBlock) {
  const std::string text = "<p>" + std::string(300, 'w') + "</p><p>end</p>";
  const std::string noise = "<div><p>Short teaser</p></div>";
  for (const std::string& html : {"<div>" + noise + "<main>" + text + "</main></div>",
                                  "<div>" + noise + "<div role=main>" + text + "</div></div>",
                                  "<div>" + noise + "<article>" + text + "</article></div>",
                                  "<div>" + noise + "<div><div>" + text + "</div></div></div>"}) {
    const Lines lines = lines_of_page(html);
    EXPECT_FALSE(holds(lines, "teaser")) << html;
    EXPECT_TRUE(holds(lines, "end")) << html;
  }
  EXPECT_EQ(lines_of_page("<title>Cabinet, 5 May 2021</title><p>Text").front(), "# Cabinet, 5 May 2021");
}

TEST(ExtractHtml, PagesOfLinksAreNoPaper) {
  std::string links = "<h1>Papers</h1><ul>";
  for (int i = 0; i < 60; ++i) links += "<li><a href='/p" + std::to_string(i) + "'>Agenda of a meeting</a></li>";
  const Extraction extraction = extract_html(links);
  EXPECT_EQ(extraction.status, ExtractionStatus::empty);
  EXPECT_EQ(extraction.reason, "holds no paper: it is a page of links");
  EXPECT_EQ(extract_html("<html><body>  </body></html>").status, ExtractionStatus::empty);
}

TEST(ExtractHtml, EncodingsGiveTheSameWords) {
  const Lines expected = {"caf\u00E9 \u2013 \u00A35"};
  struct Case {
    std::string bytes;
    std::string warning;
  };
  const std::vector<Case> cases = {
      {"<meta charset=utf-8><p>caf\u00E9 \u2013 \u00A35", ""},
      {"\xEF\xBB\xBF<p>caf\u00E9 \u2013 \u00A35", ""},
      {"<meta charset=windows-1252><p>caf\xE9 \x96 \xA3"
       "5",
       ""},
      {"<meta http-equiv=Content-Type content='text/html; charset=ISO-8859-1'><p>caf\xE9 \x96 \xA3"
       "5",
       ""},
      {"<p>caf\xE9 \x96 \xA3"
       "5",
       "read as Windows-1252, because it is not UTF-8"},
      {"<meta charset=iso-8859-1><p>caf\u00E9 \u2013 \u00A35", ""},  // the server sent something else
      {"\xFF\xFE<\0p\0>\0c\0"
       "a\0f\0\xE9\0 \0\x13\x20 \0\xA3\0"
       "5\0"s,
       ""},
      {"<p>caf\u00E9 \u2013\0 \u00A35 <!---------------------------------------------------------------------------------------------------->"s,
       "1 NUL bytes were passed over"},
  };
  for (const Case& one : cases) {
    const Extraction extraction = extract_html(one.bytes);
    EXPECT_EQ(filled(extraction), expected) << one.bytes;
    const Lines& warnings = extraction.text.warnings;
    EXPECT_EQ(warnings.empty() ? "" : warnings.front(), one.warning) << one.bytes;
  }
  EXPECT_EQ(lines_of_page("<meta charset=iso-8859-14><p>d\xF0r"), Lines{"d\u0175r"});  // Welsh
  EXPECT_EQ(extract_html("<p>\0\0\0\0\0\0\0"s).status, ExtractionStatus::failed);
}

TEST(ExtractHtml, BrokenPagesKeepTheirText) {
  const std::string words = "deep text of the page";
  for (const std::size_t depth : {300U, 600U, 200'000U}) {
    std::string html;
    for (std::size_t i = 0; i < depth; ++i) html += "<div>";
    const Extraction extraction = extract_html(html + words);
    EXPECT_EQ(filled(extraction), Lines{words}) << depth;
    EXPECT_EQ(extraction.text.warnings.empty(), depth < max_markup_depth) << depth;
  }
  std::string inline_tags;
  for (int i = 0; i < 5'000; ++i) inline_tags += "<b>x ";
  EXPECT_FALSE(lines_of_page(inline_tags).empty());
  const std::string huge(5'000'000, 'a');
  EXPECT_EQ(lines_of_page("<p class='" + huge + "' id=" + huge + ">" + words), Lines{words});
  for (const std::string& html :
       {"<p><b>deep <i>text</b> of</i> the page"s, "<table><td>deep text of the page"s, "deep text of the page<"s,
        "</p></div>deep text of the page</html>"s, "<p>deep text of the page<a href=\"unfinished"s,
        "<ul><li>deep text of the page"s, "<p>a</p></body></html><p>deep text of the page"s})
    EXPECT_TRUE(holds(lines_of_page(html), words)) << html;
}

// The structure of ModernGov's pages, in two designs.
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

TEST(ExtractHtml, LongAndOddTablesTakeNoTimeToSpeakOf) {
  std::string rows = "<table>";
  for (int i = 0; i < 20'000; ++i) rows += "<tr><td>a<td>b";
  EXPECT_EQ(lines_of_page(rows).size(), 20'000U);
  std::string cells = "<table><tr><td>a<td>b</tr>";
  for (int i = 0; i < 20'000; ++i) cells += "<td>x";
  EXPECT_FALSE(lines_of_page(cells).empty());
  std::string list = "<ol>";
  for (int i = 0; i < 50'000; ++i) list += "<li>x";
  EXPECT_EQ(lines_of_page(list).back(), "50000. x");
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

TEST(PageAddress, LinksAreResolved) {
  struct Case {
    std::string base;
    std::string link;
    std::string address;
  };
  const std::vector<Case> cases = {
      {"https://a.example/b/c.aspx?x=1", "d/e f.pdf", "https://a.example/b/d/e%20f.pdf"},
      {"https://a.example/b/c.aspx", "/d.pdf", "https://a.example/d.pdf"},
      {"https://a.example/b/c.aspx", "../../d.pdf", "https://a.example/d.pdf"},
      {"https://a.example/b/c.aspx", "?ID=2", "https://a.example/b/c.aspx?ID=2"},
      {"https://a.example", "d.pdf", "https://a.example/d.pdf"},
      {"https://a.example/b", "//c.example/d", "https://c.example/d"},
      {"https://a.example/(S(33rhih55))/x.aspx", "y.aspx", "https://a.example/y.aspx"},
      {"", "documents/a.pdf", "documents/a.pdf"},
      {"https://a.example/", "http://c.example/x", "http://c.example/x"},
      {"https://a.example/", "mailto:a@b", ""},
      {"https://a.example/", "javascript:void(0)", ""},
      {"https://a.example/", "#top", ""},
      {"https://a.example/", "", ""},
  };
  for (const Case& one : cases) EXPECT_EQ(resolve_link(one.base, one.link), one.address) << one.link;
  for (const char* link :
       {"documents/s1/x", "mgConvert2PDF.aspx?ID=3", "/x/Document.ashx?q", "a/b.PDF?x=1", "/media/5/x"})
    EXPECT_TRUE(is_document_link(link)) << link;
  for (const char* link : {"mgAi.aspx?ID=3", "http://a.example/", "mydocuments", "a.pdf/x.html"})
    EXPECT_FALSE(is_document_link(link)) << link;
}

TEST(PageFurniture, SizeNotesAreNoPartOfTitles) {
  struct Case {
    std::string title;
    std::string expected;
  };
  const std::vector<Case> cases = {{"Cover report PDF 110 KB", "Cover report"},
                                   {"Cover report pdf icon PDF 1.2 MB", "Cover report"},
                                   {"Minutes (156Kb)", "Minutes"},
                                   {"Minutes (PDF 156 KB)", "Minutes"},
                                   {"Plan DOCX 12 KB", "Plan"},
                                   {"A file of 12 KB", "A file of 12 KB"},
                                   {"12 MB", "12 MB"},
                                   {"Minutes", "Minutes"}};
  for (const Case& one : cases) EXPECT_EQ(without_file_size(one.title), one.expected) << one.title;
}

TEST(ReadHtml, EntitiesAreUnescapedUntilNoneIsLeft) {
  EXPECT_EQ(unescaped("A &amp;amp; B"), "A & B");
  EXPECT_EQ(unescaped("it&amp;#39;s"), "it's");
  EXPECT_EQ(unescaped("A & B"), "A & B");
  EXPECT_EQ(unescaped("a < b &amp; c"), "a < b & c");
  EXPECT_EQ(read_html("<!-- saved from url=(0020)https://a.example/x --><p>x").saved_from, "https://a.example/x");
}

/// Every beginning of a page is read without harm, and what it says grows with it.
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
