// Citations: the plain line, entries for reference managers, and feeds: nothing invented, nothing that breaks the form.
#include <gtest/gtest.h>

#include <sstream>

#include "query/citation.h"
#include "query/print_atom.h"

namespace minutebook::query {
namespace {

using schema::PaperKind;

Citation minute() {
  Citation made;
  made.id = "abcdefgh2345.25~2";
  made.council = "St Anselm's Council";
  made.committee = "Children's Board";
  made.kind = PaperKind::minutes;
  made.paper = "Minutes of the Children's Board";
  made.date = {2024, 1, 8};
  made.number = "25";
  made.title = "Members' helpline";
  made.page = 4;
  made.url = "https://democracy.example/mg.aspx?MId=12&Ver=4";
  return made;
}

struct LineCase {
  const char* name;
  Citation citation;
  std::string line;
};

Citation changed(const std::function<void(Citation&)>& change) {
  Citation made = minute();
  change(made);
  return made;
}

TEST(CitationLine, SaysWhatIsStatedAndNoMore) {
  const std::vector<LineCase> cases = {
      {"all", minute(),
       "St Anselm's Council, Children's Board, Minutes, 8 January 2024, minute 25 ‘Members' helpline’, p. 4. "
       "https://democracy.example/mg.aspx?MId=12&Ver=4"},
      {"paragraph", changed([](Citation& c) {
         c.paragraph = "4.13";
         c.page = 0;
         c.url = "";
       }),
       "St Anselm's Council, Children's Board, Minutes, 8 January 2024, minute 25 ‘Members' helpline’, paragraph "
       "4.13."},
      {"report", changed([](Citation& c) {
         c.kind = PaperKind::report;
         c.paper = "Helpline review";
         c.url = "";
       }),
       "St Anselm's Council, Children's Board, Report ‘Helpline review’, 8 January 2024, section 25 ‘Members' "
       "helpline’, p. 4."},
      {"its own title once", changed([](Citation& c) {
         c.kind = PaperKind::report;
         c.paper = c.title;
         c.url = "";
       }),
       "St Anselm's Council, Children's Board, Report, 8 January 2024, section 25 ‘Members' helpline’, p. 4."},
      {"agenda", changed([](Citation& c) {
         c.kind = PaperKind::agenda;
         c.title = "";
         c.url = "";
       }),
       "St Anselm's Council, Children's Board, Agenda, 8 January 2024, item 25, p. 4."},
      {"whole paper", changed([](Citation& c) {
         c.kind = PaperKind::work_programme;
         c.title = c.number = c.url = "";
         c.page = 0;
         c.paper = "Programme 2024/25";
       }),
       "St Anselm's Council, Children's Board, Work programme ‘Programme 2024/25’, 8 January 2024."},
      {"nothing known", {.kind = PaperKind::other}, "Other, undated."},
  };
  for (const LineCase& one : cases) EXPECT_EQ(citation_line(one.citation), one.line) << one.name;
}

TEST(Citation, OfAMentionStandsOnItsOwnPage) {
  Result row;
  row.number = "25";
  row.page = 3;
  row.paper.page = 1;
  Mention mention;
  mention.page = 5;
  mention.paragraph = "(2)";
  EXPECT_EQ(citation_of(row).page, 3);
  EXPECT_EQ(citation_of(row, mention).page, 5);
  EXPECT_EQ(citation_of(row, mention).paragraph, "(2)");
  EXPECT_EQ(paper_citation_of(row).page, 1);
  EXPECT_EQ(paper_citation_of(row).number, "");
}

std::string ris(const Citation& citation) {
  std::ostringstream out;
  print_ris(out, citation);
  return out.str();
}

std::string bibtex(const Citation& citation) {
  std::ostringstream out;
  print_bibtex(out, citation);
  return out.str();
}

TEST(Ris, HasATagALine) {
  const std::string entry = ris(changed([](Citation& c) {
    c.council = "Anselm, City of";
    c.title = "two\r\nER  - lines";
  }));
  EXPECT_EQ(entry,
            "TY  - GOVDOC\r\nID  - abcdefgh2345.25~2\r\nAU  - Anselm City of\r\nTI  - two  ER  - lines\r\n"
            "T2  - Children's Board, minutes\r\nPY  - 2024\r\nDA  - 2024/01/08/\r\nM1  - 25\r\nSP  - 4\r\n"
            "UR  - https://democracy.example/mg.aspx?MId=12&Ver=4\r\n"
            "N1  - Anselm, City of, Children's Board, Minutes, 8 January 2024, minute 25 ‘two  ER  - lines’, p. 4. "
            "https://democracy.example/mg.aspx?MId=12&Ver=4\r\nER  - \r\n");
}

TEST(Ris, LeavesOutWhatIsNotKnown) {
  EXPECT_EQ(ris({.id = "x", .kind = PaperKind::report}),
            "TY  - RPRT\r\nID  - x\r\nTI  - report\r\nT2  - report\r\nN1  - Report, undated.\r\nER  - \r\n");
}

TEST(Bibtex, EscapesWhatTexTakesForCommands) {
  const std::string entry = bibtex(changed([](Citation& c) {
    c.title = "50% of £5 & {more_ \\ #1 ~ ^ $";
    c.url = "https://a.example/x y{1}?a=\"b\"";
  }));
  EXPECT_EQ(entry,
            "@misc{minutebook:abcdefgh2345.25:2,\n  author = {{St Anselm's Council}},\n"
            "  title = {{50\\% of £5 \\& \\textbraceleft{}more\\_ \\textbackslash{} \\#1 \\textasciitilde{} "
            "\\textasciicircum{} \\$}},\n  howpublished = {Children's Board, minutes},\n  year = {2024},\n"
            "  month = jan,\n  day = {8},\n  url = {https://a.example/x%20y%7B1%7D?a=%22b%22},\n"
            "  note = {minute 25 ‘50\\% of £5 \\& \\textbraceleft{}more\\_ \\textbackslash{} \\#1 \\textasciitilde{} "
            "\\textasciicircum{} \\$’, p. 4}\n}\n");
  EXPECT_EQ(std::count(entry.begin(), entry.end(), '{'), std::count(entry.begin(), entry.end(), '}'));
}

TEST(Bibtex, KeysAreThoseOfTheIds) {
  EXPECT_EQ(bibtex({.id = "x"}), "@misc{minutebook:x,\n  title = {{other}},\n  howpublished = {other}\n}\n");
}

Answer answer_with(const std::vector<Result>& rows) {
  Answer answer;
  answer.query = "a <b> & c";
  answer.interpreted.text = answer.query;
  answer.results = rows;
  return answer;
}

Result result(const std::string& id, const schema::Date& date) {
  Result row;
  row.id = id;
  row.date = date;
  row.title = "<script>\x01\xEF\xBF\xBF\xFF & ]]> \"q\"";
  row.paper.url = "javascript:alert(1)";
  row.mentions.resize(1);
  row.mentions[0].text = "the words";
  return row;
}

std::string feed_text(const Answer& answer) {
  std::ostringstream out;
  print_atom(out, feed_of(answer));
  return out.str();
}

TEST(Atom, EscapesTitlesAndLinksOnlyToPages) {
  const std::string feed = feed_text(answer_with({result("p1.2", {2024, 1, 8})}));
  EXPECT_EQ(feed.find("<script"), std::string::npos);
  EXPECT_EQ(feed.find('\x01'), std::string::npos);
  EXPECT_NE(feed.find("<title>&lt;script&gt; \uFFFD\uFFFD &amp; ]]&gt; &quot;q&quot;</title>"), std::string::npos)
      << feed;
  EXPECT_EQ(feed.find("<link"), std::string::npos);
  EXPECT_NE(feed.find("<title>Minutebook: a &lt;b&gt; &amp; c</title>"), std::string::npos);
  EXPECT_NE(feed.find("the words</summary>"), std::string::npos);
  Result row = result("p1.2", {2024, 1, 8});
  row.paper.url = "https://a.example/?a=1&b=\"2\"";
  EXPECT_NE(feed_text(answer_with({row})).find("href=\"https://a.example/?a=1&amp;b=%222%22\""), std::string::npos);
}

TEST(Atom, IdsAndDatesAreThoseOfTheItems) {
  const Feed feed = feed_of(answer_with({result("p1.2", {2024, 1, 8}), result("p2.1", {})}));
  EXPECT_EQ(feed.entries[0].id, "urn:minutebook:item:p1.2");
  EXPECT_EQ(feed.entries[0].updated, "2024-01-08T00:00:00Z");
  EXPECT_EQ(feed.entries[1].updated, "1970-01-01T00:00:00Z");
  EXPECT_EQ(feed.updated, "2024-01-08T00:00:00Z");
  EXPECT_EQ(feed.id, feed_of(answer_with({})).id);
  EXPECT_EQ(feed_of(answer_with({})).updated, "1970-01-01T00:00:00Z");
  EXPECT_FALSE(feed.entries[0].author.empty());
}

}  // namespace
}  // namespace minutebook::query
