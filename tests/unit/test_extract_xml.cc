// XML: answers of web services, documents with escaped HTML, unknown documents, attacks.
#include <gtest/gtest.h>

#include <algorithm>

#include "indexer/extract/extract_xml.h"
#include "indexer/extract/read_xml.h"

namespace minutebook::indexer {
namespace {

using Lines = std::vector<std::string>;

Lines filled(const Extraction& extraction) {
  Lines lines = extraction.text.pages.empty() ? Lines() : extraction.text.pages.front().lines;
  std::erase(lines, std::string());
  return lines;
}

bool holds(const Lines& lines, std::string_view part) {
  return std::any_of(lines.begin(), lines.end(), [&](const std::string& one) { return one.find(part) != one.npos; });
}

const std::string meeting = R"(<meeting><meetingid>7</meetingid><meetingdate>21/11/2025</meetingdate>
<meetingstatus>Confirmed; Special Meeting</meetingstatus><meetingtime>12.30 pm</meetingtime><meetinglocation>Old Hall</meetinglocation>
<agendaitems>
<agendaitem><agendaitemid>44</agendaitemid><agendaitemtitle>Fees &amp;amp; charges</agendaitemtitle>
<agendatext>&lt;p&gt;To set the fees.&lt;/p&gt;</agendatext><agendaitemnumber>2</agendaitemnumber>
<fulldisplaynumberformat>51.</fulldisplaynumberformat><minutesitemnumber>51</minutesitemnumber>
<decisionnonemptyhtmlbody>&lt;p&gt;RESOLVED that they be &amp;pound;5.&lt;/p&gt;</decisionnonemptyhtmlbody>
<minutesnonemptyhtmlbody>&lt;p class="MsoNormal"&gt;The officer&amp;rsquo;s report&lt;/p&gt;</minutesnonemptyhtmlbody>
<linkeddocuments><linkeddoc><title>Fees</title><url>https://democracy.example/mgConvert2PDF.aspx?ID=6</url><isrestricted>False</isrestricted><committeetitle>Cabinet</committeetitle></linkeddoc>
<linkeddoc><title>SECRET</title><url>https://democracy.example/x</url><isrestricted>True</isrestricted></linkeddoc></linkeddocuments></agendaitem>
<agendaitem><agendaitemid>45</agendaitemid><agendaitemtitle>Formal matters</agendaitemtitle><agendaitemnumber>0</agendaitemnumber></agendaitem>
<agendaitem><agendaitemtitle>SECRET</agendaitemtitle><isrestricted>True</isrestricted></agendaitem>
<agendaitem><agendaitemtitle>SECRET</agendaitemtitle><isdisplayallowed>False</isdisplayallowed></agendaitem>
</agendaitems>
<attendees><attendee name="Councillor Ann Reed" roledescription="Chair" attendance="Present, as expected" ward="SECRET"><url>https://democracy.example/u</url></attendee>
<attendee name="Jo Lee" roledescription="Officer" representing="Head of Place" attendance="In attendance"/></attendees></meeting>)";

const Lines expected_meeting = {"# Cabinet",
                                "Date: 21/11/2025",
                                "Time: 12.30 pm",
                                "Venue: Old Hall",
                                "Status: Confirmed; Special Meeting",
                                "Attendee\tRole\tAttendance",
                                "Councillor Ann Reed\tChair\tPresent, as expected",
                                "Jo Lee\tHead of Place\tIn attendance",
                                "<AI44>",
                                "## 51. Fees & charges (Agenda item 2)",
                                "To set the fees.",
                                "- Fees: https://democracy.example/mgConvert2PDF.aspx?ID=6",
                                "**Decision**",
                                "RESOLVED that they be £5.",
                                "**Minutes**",
                                "The officer’s report",
                                "<AI45>",
                                "### Formal matters"};

TEST(ExtractXml, MeetingOfTheWebService) {
  const Extraction extraction = extract_xml("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + meeting);
  EXPECT_EQ(filled(extraction), expected_meeting);
  const DocumentFacts& facts = extraction.text.facts;
  EXPECT_EQ(facts.kind, "minutes");
  EXPECT_EQ(facts.committee, "Cabinet");
  EXPECT_EQ(facts.date, "2025-11-21");
  EXPECT_EQ(facts.url, "https://democracy.example/");
  EXPECT_TRUE(facts.one_paper);
  EXPECT_EQ(extraction.text.warnings,
            (Lines{"2 restricted items were left out", "1 restricted document was left out"}));
}

TEST(ExtractXml, TheSameInEnvelopesAndStrings) {
  const std::string soap =
      "<soap:Envelope xmlns:soap='http://schemas.xmlsoap.org/soap/envelope/'><soap:Header/><soap:Body>"
      "<GetMeetingResponse xmlns='http://moderngov.co.uk/namespaces'><GetMeetingResult>" +
      meeting + "</GetMeetingResult></GetMeetingResponse></soap:Body></soap:Envelope>";
  EXPECT_EQ(filled(extract_xml(soap)), expected_meeting);
  std::string escaped;
  for (const char c : meeting) escaped += c == '<' ? "&lt;" : c == '&' ? "&amp;" : std::string(1, c);
  EXPECT_EQ(filled(extract_xml("<string xmlns='http://tempuri.org/'>" + escaped + "</string>")), expected_meeting);
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  text.replace(text.find(from), from.size(), to);
  return text;
}

TEST(ExtractXml, FlagsOfTheServiceAreKept) {
  const std::string unpublished =
      replaced(meeting, "<minutesitemnumber>", "<isminutepublished>False</isminutepublished><minutesitemnumber>");
  const Extraction without = extract_xml(unpublished);
  EXPECT_FALSE(holds(filled(without), "officer’s"));
  EXPECT_EQ(without.text.facts.kind, "decision");
  EXPECT_EQ(without.text.warnings.back(), "1 body of minutes or decisions that is not published was left out");
  const Extraction hidden =
      extract_xml(replaced(meeting, "<meetingtime>", "<isdisplayallowed>False</isdisplayallowed><meetingtime>"));
  EXPECT_EQ(hidden.reason, "holds no paper: it is a meeting that is not for display");
  EXPECT_EQ(extract_xml(replaced(meeting, "Confirmed;", "Cancelled;")).text.facts.status, "cancelled");
  const std::string prefixed = replaced(meeting, ">51.<", ">CYP51.<");
  EXPECT_TRUE(holds(filled(extract_xml(prefixed)), "## CYP51. Fees"));
}

TEST(ExtractXml, BodiesEscapedTwiceAreReadAsWell) {
  const std::string twice = replaced(meeting, "&lt;p&gt;To set the fees.&lt;/p&gt;",
                                     "&amp;lt;p&amp;gt;To set &amp;amp;amp; raise&amp;lt;/p&amp;gt;");
  EXPECT_TRUE(holds(filled(extract_xml(twice)), "To set & raise"));
}

TEST(ExtractXml, AnswersWithoutAPaperSaySo) {
  struct Case {
    std::string xml;
    std::string reason;
  };
  const std::vector<Case> cases = {
      {"<getmeetings><committee><committeetitle>x</committeetitle></committee></getmeetings>",
       "holds no paper: it is a list of meetings"},
      {"<getmeetingsbydate><meetings><meeting/></meetings></getmeetingsbydate>",
       "holds no paper: it is a list of meetings"},
      {"<committees><committee/></committees>", "holds no paper: it is a list of committees"},
      {"<attachment><attachmentdetails/></attachment>",
       "holds no paper: it is the record of a document, without its text"},
  };
  for (const Case& one : cases) {
    const Extraction extraction = extract_xml(one.xml);
    EXPECT_EQ(extraction.status, ExtractionStatus::empty) << one.xml;
    EXPECT_EQ(extraction.reason, one.reason);
  }
  const Extraction people =
      extract_xml("<councillorsbyward><wards><ward><councillor>SECRET</councillor></ward></wards></councillorsbyward>");
  EXPECT_EQ(people.status, ExtractionStatus::failed);
  EXPECT_EQ(people.reason, "is a list of councillors with their addresses: such personal data is not indexed");
}

TEST(ExtractXml, OtherDocuments) {
  const Extraction document = extract_xml(
      "<document><title>Minutes &amp;amp; more</title><url>https://a.example/d</url>"
      "<body>&lt;h2&gt;Present&lt;/h2&gt;&lt;p&gt;Councillor Reed&lt;/p&gt;</body></document>");
  EXPECT_EQ(filled(document), (Lines{"# Minutes & more", "## Present", "Councillor Reed"}));
  EXPECT_EQ(document.text.facts.url, "https://a.example/d");
  const Extraction unknown = extract_xml("<record><a>One &amp; two</a><b x='y'>Three<c>four</c></b></record>");
  EXPECT_EQ(filled(unknown), (Lines{"One & two", "Three", "four"}));
  EXPECT_EQ(unknown.text.warnings, Lines{"XML of an unknown kind (\"record\"): its text was read element by element"});
  EXPECT_EQ(extract_xml("<record> </record>").status, ExtractionStatus::empty);
}

TEST(ExtractXml, DeclaredEntitiesAreRefusedAtOnce) {
  const std::string refusal = "is not read: it declares entities, which papers have no use for and attacks do";
  std::string laughs = "<!DOCTYPE lolz [<!ENTITY a \"ha\">";
  for (char name = 'b'; name < 'k'; ++name) {
    laughs += std::string("<!ENTITY ") + name + " \"";
    for (int i = 0; i < 10; ++i) laughs += std::string("&") + static_cast<char>(name - 1) + ";";
    laughs += "\">";
  }
  laughs += "]><meeting>&j;</meeting>";
  EXPECT_EQ(extract_xml(laughs).reason, refusal);
  EXPECT_EQ(extract_xml("<!DOCTYPE m [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><meeting>&x;</meeting>").reason,
            refusal);
  EXPECT_EQ(extract_xml("<!DOCTYPE m [<!ENTITY % x SYSTEM \"http://a.example/x\"> %x;]><meeting/>").reason, refusal);
  const Extraction external =
      extract_xml("<!DOCTYPE record SYSTEM \"http://a.example/x.dtd\"><record>text &undeclared; more</record>");
  EXPECT_TRUE(holds(filled(external), "text"));
}

TEST(ExtractXml, DeepAndDamagedDocuments) {
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<a>";
  const Extraction nested = extract_xml("<r>" + deep + "text");
  EXPECT_NE(nested.status, ExtractionStatus::empty);
  const Extraction cut = extract_xml(meeting.substr(0, meeting.find("<attendees>")));
  EXPECT_TRUE(holds(filled(cut), "## 51. Fees"));
  EXPECT_TRUE(cut.text.warnings.back().starts_with("it is not well-formed at line ")) << cut.text.warnings.back();
  EXPECT_EQ(extract_xml("<?xml version='1.0'?>").status, ExtractionStatus::failed);
  EXPECT_EQ(extract_xml("no XML at all").status, ExtractionStatus::failed);
  const std::string huge(3'000'000, 'a');
  EXPECT_EQ(filled(extract_xml("<record x='" + huge + "'>text</record>")), Lines{"text"});
}

TEST(ExtractXml, EncodingIsWhatTheDocumentDeclares) {
  EXPECT_EQ(filled(extract_xml("<?xml version='1.0' encoding='iso-8859-1'?><record>caf\xE9</record>")),
            Lines{"caf\u00E9"});
  EXPECT_EQ(filled(extract_xml("<?xml version='1.0' encoding='utf-8'?><record>caf\u00E9</record>")),
            Lines{"caf\u00E9"});
  EXPECT_EQ(filled(extract_xml("<?xml version='1.0' encoding='iso-8859-14'?><record>d\xF0r</record>")),
            Lines{"d\u0175r"});
}

TEST(ExtractXml, DocumentsThatBreakOffAreReadAsFarAsTheyGo) {
  for (std::size_t percent = 0; percent <= 100; ++percent) {
    const Extraction extraction = extract_xml(meeting.substr(0, meeting.size() * percent / 100));
    const Lines lines = filled(extraction);
    EXPECT_FALSE(holds(lines, "SECRET")) << percent;
    if (percent == 100) {
      EXPECT_TRUE(extraction.text.warnings.front().starts_with("2 restricted"));
    }
  }
}

}  // namespace
}  // namespace minutebook::indexer
