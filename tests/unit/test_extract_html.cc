// HTML: what of a page becomes text and in which form; encodings, furniture, broken pages.
#include <gtest/gtest.h>

#include "indexer/extract/markup_tree.h"
#include "indexer/extract/page_furniture.h"
#include "tests/unit/html_fixture.h"

namespace minutebook::indexer {
namespace {

using namespace std::string_literals;

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

}  // namespace
}  // namespace minutebook::indexer
