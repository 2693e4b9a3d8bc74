// Papers as councils publish them: front sheets with addressees, letters, packs with bookmarks, parish and Welsh
// minutes, motions, names of files. The papers, councils and people here are invented.
#include <gtest/gtest.h>

#include "indexer/attendance.h"
#include "indexer/decisions.h"
#include "indexer/front_sheet.h"
#include "indexer/item_numbers.h"
#include "indexer/pack_marks.h"
#include "indexer/url_grammar.h"
#include "tests/unit/reading_fixture.h"

namespace minutebook::indexer {
namespace {

using schema::Date;
using schema::Outcome;
using schema::Paper;
using schema::PaperKind;

bool warned(const Paper& paper, const std::string& words) {
  return std::any_of(paper.warnings.begin(), paper.warnings.end(),
                     [&](const std::string& one) { return one.find(words) != std::string::npos; });
}

Paper named(const std::string& file_name, const std::string& text) {
  return understand(lines_of(text), SuppliedMetadata{.file_name = file_name}, schema::CouncilRegistry::built_in())
      .papers.at(0);
}

TEST(PublishedReports, TheAddresseeIsTheMeeting) {
  const Paper report = read_text(
                           "From:\tAnn Reed, Cabinet Member for Finance, Corporate and Traded Services Jo Betts, "
                           "Interim Corporate Director of Finance\nTo:\tCabinet \xE2\x80\x93 4 March 2025\nDecision "
                           "No:\tn/a\nSubject:\tBudget of\n\n**Schools and Homes**\n\nClassification: Unrestricted\n\n"
                           "1. Introduction\n\n1.1 The budget was made.\n\n2. Next steps\n\n2.1 None.\n")
                           .papers.at(0);
  EXPECT_EQ(report.kind, PaperKind::report);
  EXPECT_EQ(report.committee, "Cabinet");
  EXPECT_EQ(report.date, (Date{2025, 3, 4}));
  EXPECT_EQ(report.title, "Budget of Schools and Homes");
  EXPECT_EQ(report.portfolios, std::vector<std::string>{"Finance, Corporate and Traded Services"});
  EXPECT_FALSE(report.exempt);
}

TEST(PublishedReports, ReadersOfALetterAreNoBody) {
  for (const std::string to : {"All Members of the County Council", "Leaders of all councils", "Housing authorities"}) {
    const std::vector<Block> blocks = {Block{.text = "To: " + to}, Block{.text = "Subject: Homes"}};
    EXPECT_EQ(read_front_sheet(blocks, 0, blocks.size()).committee, "") << to;
  }
}

TEST(PublishedReports, DaysOfDecisionsAndOfPublication) {
  struct Row {
    std::string text;
    FrontField field;
  };
  for (const Row& row : std::vector<Row>{{"Publication date: 5 May 2025", FrontField::other},
                                         {"Date published: 5 May 2025", FrontField::other},
                                         {"Call-in deadline date: 9 May 2025", FrontField::other},
                                         {"Date of decision: 1 May 2025", FrontField::date},
                                         {"Date decision taken: 1 May 2025", FrontField::date},
                                         {"Decided by: Cabinet", FrontField::committee},
                                         {"Past Pathway of Paper: Cabinet", FrontField::other}}) {
    const auto label = front_sheet_label(Block{.text = row.text});
    ASSERT_TRUE(label.has_value()) << row.text;
    EXPECT_EQ(label->field, row.field) << row.text;
  }
  const std::vector<Block> at_meeting = {Block{.text = "Decided at meeting: 07/11/2018 - Cabinet"}};
  EXPECT_EQ(read_front_sheet(at_meeting, 0, 1).committee, "Cabinet");
  EXPECT_EQ(read_front_sheet(at_meeting, 0, 1).date, (Date{2018, 11, 7}));
  const std::vector<Block> officer = {Block{.text = "Decision taken by: Head of Housing (A. Reid)"}};
  EXPECT_EQ(read_front_sheet(officer, 0, 1).committee, "");
}

TEST(PublishedAgendas, TheDayStandsBesideAnAddress) {
  const Paper agenda = read_text(
                           "AGENDA\n\nCABINET\n\nTuesday, 4th March, 2025, at 10.00 am\tAsk for:\tAnn Reed\nCouncil "
                           "Chamber\tTelephone:\t01234 567890\n\n1. Apologies\n\n2. Declarations\n\n3. Minutes of 30 "
                           "January 2025\n\nMonday, 24 February 2025\n")
                           .papers.at(0);
  EXPECT_EQ(agenda.date, (Date{2025, 3, 4}));
}

/// Numbers of the items that are exempt.
std::string exempt_in(const std::string& part) {
  std::string numbers;
  const Paper agenda =
      read_text("AGENDA\n\nHousing Panel\n\n4 March 2025\n\n1. Apologies\n\n2. Homes to let\n\n" + part + "\n")
          .papers.at(0);
  for (const schema::Item& one : agenda.items) numbers += one.exempt ? one.number : "";
  return numbers;
}

TEST(PublishedAgendas, AHeadingOfExemptItemsIsSaidOfWhatFollows) {
  EXPECT_EQ(exempt_in("EXEMPT ITEMS\n\n(At the time of preparing the agenda there were no exempt items.)"), "");
  EXPECT_EQ(exempt_in("EXEMPT ITEMS\n\n3. Land at the mill"), "3");
  EXPECT_EQ(exempt_in("3. Land at the mill\n\nEXEMPT \xE2\x80\x93 paragraph 3 of Schedule 12A"), "3");
}

TEST(PublishedAgendas, JustifiedLinesAreItems) {
  const Paper agenda = read_text(
                           "AGENDA\n\nHousing Panel\n\n4 March 2025\n\n1. Apologies for Absence\t\t\t\n2. "
                           "Declarations of\tInterests\tor\tOther\n3. Homes to let\t\t\t\n")
                           .papers.at(0);
  EXPECT_EQ(item_of(agenda, "1").title, "Apologies for Absence");
  EXPECT_EQ(item_of(agenda, "2").title, "Declarations of Interests or Other");
  EXPECT_EQ(item_of(agenda, "3").title, "Homes to let");
}

TEST(PublishedAgendas, LetterThatSendsPapersToFollow) {
  const Paper letter = read_text(
                           "Date: 7 January 2025\n\nDear Member\n\n**HOUSING PANEL - THURSDAY, 9 JANUARY 2025**\n\n"
                           "Please find enclosed the documents for Item 3, which were not available.\n\n**Agenda Item "
                           "No**\n\n**3 Homes to let (Pages 1 - 18)**\n\nYours sincerely\n")
                           .papers.at(0);
  EXPECT_EQ(letter.kind, PaperKind::agenda);
  EXPECT_EQ(letter.date, (Date{2025, 1, 9}));
  EXPECT_EQ(item_of(letter, "3").title, "Homes to let");
}

ExtractedText pack_of(bool bookmarks, bool printed) {
  ExtractedText text{.format = "pdf"};
  const auto page = [&](int number, const std::vector<std::string>& lines, const std::string& label = {}) {
    ExtractedPage one{.number = number, .lines = lines};
    if (printed) one.label = label;
    text.pages.push_back(one);
  };
  const std::string words =
      "The panel is told of the homes that were let in the last year and of those that stood empty, of what was done "
      "to let them, and of what is planned for the year to come in each of the wards of the borough, and why so.";
  page(1, {"AGENDA", "", "Housing Panel", "", "4 March 2025", "", "1. Apologies", "", "2. Homes to let (Pages 1 - 2)",
           "", "3. Empty homes (Pages 3 - 4)"});
  page(2, {words, "", words, "", words}, "1");
  page(3, {"Appendix 1: Homes by ward", "", words}, "2");
  page(4, {words, "", words, "", words}, "3");
  page(5, {"Dear Chair", "", words}, "4");
  if (bookmarks) {
    text.outline = {{1, 0, "Agenda"},
                    {2, 0, "2 Homes to let"},
                    {2, 1, "1.\tBackground"},
                    {4, 0, "3 Empty homes"},
                    {5, 1, "Appendix A - Letter"}};
  }
  return text;
}

std::vector<std::string> papers_in(const ExtractedText& text) {
  std::vector<std::string> found;
  for (const Paper& paper : understand(text, {}, schema::CouncilRegistry::built_in()).papers)
    found.push_back(std::to_string(paper.page) + " " + std::string(name_of(paper.kind)) + " " + paper.title);
  return found;
}

TEST(PublishedPacks, BookmarksAndPagesOfTheAgendaTellThePapers) {
  using Papers = std::vector<std::string>;
  EXPECT_EQ(papers_in(pack_of(true, false)),
            (Papers{"1 agenda Agenda of the Housing Panel", "2 report Homes to let",
                    "3 appendix Appendix 1: Homes by ward", "4 report Empty homes", "5 appendix Appendix A - Letter"}));
  EXPECT_EQ(papers_in(pack_of(false, true)), (Papers{"1 agenda Agenda of the Housing Panel", "2 report Homes to let",
                                                     "3 appendix Appendix 1: Homes by ward", "4 report Empty homes"}));
}

TEST(PublishedPacks, SectionsOfAReportAreNoPapers) {
  ExtractedText text = pack_of(true, false);
  text.outline = {{1, 0, "Agenda"}, {2, 0, "2 Homes to let"}, {4, 1, "2. Next steps"}, {5, 1, "Dear Chairs"}};
  text.pages[4].lines = {"More of it.", "", "Dear Chairs", "", "Words."};
  EXPECT_EQ(papers_in(text).size(), 3U);  // the appendix opens by its own words
  text.pages[0].lines = {"Some homes", "", "A report of many pages."};
  EXPECT_EQ(papers_in(text).size(), 1U);  // no agenda: no pack
}

TEST(PublishedPacks, TooFewPrintedNumbersTellNothing) {
  ExtractedText text = pack_of(false, true);
  text.pages[3].label = "7";
  text.pages[4].label = "11";
  const std::vector<Block> blocks = make_blocks(normalise(text));
  EXPECT_TRUE(marks_of_pack(text, blocks).empty());
}

TEST(PublishedPacks, NumbersOfOneDocumentAreNotThoseOfThePack) {
  ExtractedText text = pack_of(false, true);
  text.pages.push_back(ExtractedPage{.number = 6, .lines = {"The last page of the papers on empty homes."}});
  text.pages[0].lines.push_back("");
  text.pages[0].lines.push_back("4. More homes (Pages 5 - 6)");  // the print ends with page 4
  EXPECT_EQ(papers_in(text).size(), 4U);
}

TEST(PublishedPacks, AFrontSheetTakesNothingOfTheMinutesAboveIt) {
  const Understood pack = read_text(
      "Minutes of a meeting of the Cabinet held on 30 January 2025\n\nPresent: Mr A Holt\n\n1. PLAN\n\nIt was "
      "told.\n\n2. HOMES\n\nRESOLVED that Cabinet agree the plan.\n\nFrom:\tAnn Reed\nTo:\tCabinet \xE2\x80\x93 4 "
      "March "
      "2025\nSubject:\tHomes to let\n\n1. Introduction\n\n1.1 Homes were let.\n");
  ASSERT_EQ(pack.papers.size(), 2U);
  EXPECT_EQ(passages_of(item_of(pack.papers[0], "2"), schema::PassageKind::resolution), 1U);
  EXPECT_EQ(pack.papers[1].title, "Homes to let");
}

TEST(ParishMinutes, NumbersWithYearAndMonth) {
  const Paper minutes =
      read_text(
          "**Littleford Parish Council - 3rd September 2019**\n\n# Present\n\nCouncillors D Thorn (Chair), N Arm, EDC, "
          "Clerk J Brook\n\n**19.09.01 Apologies**\n\nNone\n\n# 19.09.02 Leeds City Council plan\n\nThe City Council "
          "wrote. It was agreed to reply.\n\n19.09.03 Finance\n\nThe Councillors resolved to pay.\n")
          .papers.at(0);
  EXPECT_EQ(minutes.kind, PaperKind::minutes);
  EXPECT_EQ(minutes.date, (Date{2019, 9, 3}));
  EXPECT_EQ(minutes.committee, "Council");
  EXPECT_EQ(minutes.committee_kind, "full_council");
  EXPECT_EQ(minutes.council, "");
  EXPECT_TRUE(warned(minutes, "Littleford Parish Council"));
  EXPECT_EQ(item_of(minutes, "19.09.02").title, "Leeds City Council plan");
  EXPECT_EQ(passages_of(item_of(minutes, "19.09.02"), schema::PassageKind::resolution), 1U);
  EXPECT_EQ(passages_of(item_of(minutes, "19.09.03"), schema::PassageKind::resolution), 1U);
  ASSERT_EQ(minutes.people.size(), 3U);
  EXPECT_EQ(minutes.people[2].name, "J Brook");
  EXPECT_EQ(minutes.people[2].role, "clerk");
}

TEST(ParishMinutes, DottedNumbers) {
  EXPECT_EQ(item_number("2023.11.004 Finance")->number, "2023.11.004");
  EXPECT_EQ(item_number("19.09.12 Any other business")->style, NumberStyle::dotted);
  EXPECT_FALSE(item_number("4.13.12 Paragraph").has_value());
}

TEST(ParishMinutes, MovedSecondedAgreed) {
  for (const std::string text :
       {"It was proposed by Cllr. Holt, seconded by Cllr. Reid and unanimously agreed to pay.",
        "Cynigiwyd gan y Cyng. Holt, eiliwyd gan y Cyng. Reid gyda phawb yn gyt\xC3\xBBn, y dylid talu.",
        "Requests were many. It was agreed to wait.", "Cytunwyd y dylid talu.", "The Councillors resolved to pay."})
    EXPECT_TRUE(informal_decision(text)) << text;
  for (const std::string text : {"It was proposed by Cllr. Holt to pay.", "It was therefore necessary to wait.",
                                 "Cllr. Holt seconded the thanks of the Chair."})
    EXPECT_FALSE(informal_decision(text)) << text;
}

TEST(ParishMinutes, ANoteBesideTheTextIsNoFormalWord) {
  const Paper minutes = read_text(
                            "Minutes of a meeting of Littleford Parish Council held on 4 March 2025\n\nPresent: "
                            "Councillor Holt\n\n1. LETTERS\n\nA letter.\n\nNoted\n\n2. PATHS\n\nIt was agreed to "
                            "mend them.\n")
                            .papers.at(0);
  EXPECT_EQ(minutes.committee, "Council");
  EXPECT_EQ(passages_of(item_of(minutes, "2"), schema::PassageKind::resolution), 1U);
}

TEST(WelshMinutes, HeadPeopleAndDecisions) {
  const Paper minutes =
      read_text(
          "**CYNGOR CYMUNED NANTGLAS**\n**CYFARFOD 10fed CHWEFROR 2016**\n\nCynhaliwyd cyfarfod o Gyngor Cymuned "
          "Nantglas am 7.30pm ar y 10fed Chwefror 2016 yn y Neuadd.\n**PRESENNOL**\nCynghorwyr Alun Rees, Jill Pugh "
          "a\xE2\x80\x99r Cynghorydd Sir Joseph Prys.\n\n**1. CROESO AC YMDDIHEURIADAU**\nCymerwyd y Gadair gan y "
          "Cyng. Rees.\n\n**2. LLWYBRAU**\nCytunwyd y dylid eu trwsio.\n")
          .papers.at(0);
  EXPECT_EQ(minutes.kind, PaperKind::minutes);
  EXPECT_EQ(minutes.date, (Date{2016, 2, 10}));
  EXPECT_EQ(minutes.committee_kind, "full_council");
  ASSERT_EQ(minutes.people.size(), 3U);
  EXPECT_EQ(minutes.people[2].name, "Joseph Prys");
  EXPECT_EQ(passages_of(item_of(minutes, "2"), schema::PassageKind::resolution), 1U);
}

TEST(Motions, CarriedAndLost) {
  struct Row {
    std::string text;
    std::optional<Outcome> outcome;
  };
  for (const Row& row : std::vector<Row>{{"Amendment lost.", Outcome::lost},
                                         {"Substantive Motion carried.", Outcome::agreed},
                                         {"On being put to the vote, the motion was declared LOST.", Outcome::lost},
                                         {"The amendment was not carried.", Outcome::lost},
                                         {"CARRIED", Outcome::agreed},
                                         {"The motion was withdrawn", Outcome::withdrawn},
                                         {"The motion was carried unanimously.", Outcome::agreed},
                                         {"Lost", std::nullopt},
                                         {"Two homes were lost.", std::nullopt},
                                         {"The motion was carried over to the next meeting", std::nullopt}})
    EXPECT_EQ(motion_outcome(row.text), row.outcome) << row.text;
}

TEST(People, NamesThatNeedCare) {
  AttendanceList list;
  read_apologies("Cllr. P. Holt took the Chair and welcomed everyone to the meeting.", list);
  EXPECT_TRUE(list.people.empty());
  const std::vector<Block> blocks = {
      Block{.text = "In attendance: Mr J Orr (Director), Holt (Acting Chief Accountant)"}};
  const AttendanceList present = read_attendance(blocks, 0, 1);
  ASSERT_EQ(present.people.size(), 2U);
  EXPECT_EQ(present.people[1].name, "Holt");
}

TEST(NamesOfFiles, SayWhatPrintsAre) {
  struct Row {
    std::string name;
    std::optional<PaperKind> kind;
    std::string date;
    std::string committee;
  };
  for (const Row& row : std::vector<Row>{
           {"Printed minutes 31st-Mar-2025 10.00 Cabinet.pdf", PaperKind::minutes, "2025-03-31", "Cabinet"},
           {"Agenda%20frontsheet%2004th-Mar-2025.pdf", PaperKind::agenda, "2025-03-04", ""},
           {"Public_reports_pack_13th-Mar-2025_15.00_Housing_Panel.pdf", PaperKind::agenda, "2025-03-13",
            "Housing Panel"},
           {"x_2024-01-02_Appendix A - 16.12.24 Letter.pdf", PaperKind::appendix, "", ""},
           {"photo.pdf", std::nullopt, "", ""}}) {
    const SuppliedMetadata found = metadata_of_file_name(row.name);
    EXPECT_EQ(found.kind, row.kind) << row.name;
    EXPECT_EQ(found.date ? schema::iso_date(*found.date) : "", row.date) << row.name;
    EXPECT_EQ(found.committee, row.committee) << row.name;
  }
}

TEST(NamesOfFiles, FillWhatThePaperDoesNotState) {
  const Paper minutes = named("Printed minutes 31st-Mar-2025 10.00 Housing Panel.pdf",
                              "1. APOLOGIES\n\nNone.\n\n2. HOMES\n\nRESOLVED: That it be noted.\n\nRESOLVED: That "
                              "thanks be given.\n");
  EXPECT_EQ(minutes.kind, PaperKind::minutes);
  EXPECT_EQ(minutes.date, (Date{2025, 3, 31}));
  EXPECT_EQ(minutes.committee, "Housing Panel");
  EXPECT_TRUE(warned(minutes, "the date is taken from the file's name"));
  EXPECT_TRUE(warned(minutes, "the committee is taken from the file's name"));
}

TEST(NamesOfFiles, ContradictionsAreWarnings) {
  const Paper agenda = named("Printed minutes 31st-Mar-2025 10.00 Cabinet.pdf",
                             "AGENDA\n\nHousing Panel\n\n4 March 2025\n\n1. Apologies\n\n2. Homes\n");
  EXPECT_EQ(agenda.kind, PaperKind::agenda);
  EXPECT_EQ(agenda.date, (Date{2025, 3, 4}));
  EXPECT_EQ(agenda.committee, "Housing Panel");
  EXPECT_TRUE(warned(agenda, "the file's name says 2025-03-31, the paper 2025-03-04"));
  EXPECT_TRUE(warned(agenda, "the file's name says it is minutes, the paper agenda"));
  const Paper supplement = named("Supplement - Homes report 04th-Mar-2025 10.00 Housing Panel.pdf",
                                 "AGENDA\n\nHousing Panel\n\n4 March 2025\n\n1. Apologies\n\n2. Homes\n");
  EXPECT_FALSE(warned(supplement, "the file's name"));
}

TEST(WhosePaper, VenuesInitialsAndBrokenAddresses) {
  struct Row {
    std::string text;
    std::string council;
  };
  const std::string items = "\n\nAGENDA\n\n1. Apologies\n\n2. Homes\n";
  for (const Row& row : std::vector<Row>{
           {"An extraordinary meeting of the County Council will be held in the Council Chamber, County Hall, "
            "Maidstone, Kent on Thursday, 9th January, 2025" +
                items,
            "Kent County Council"},
           {"A meeting of the County Council will be held in Shire Hall, Gloucester on Thursday, 9th January, 2025" +
                items,
            ""},
           {"HOUSING PANEL\n\nThursday, 9th January, 2025\n\n**Email:**\n**a.reed@kent**\n**.gov.uk**" + items,
            "Kent County Council"}})
    EXPECT_EQ(read_text(row.text).papers.at(0).council_name, row.council) << row.text;
}

TEST(WhosePaper, TheDayOfALetterIsNoMeeting) {
  const Paper letter = named("Appendix B - Letter.pdf",
                             "Ann Reed\nMinister\n\n16 December 2024\n\nDear Leaders\n\nThe "
                             "paper was published today.\n");
  EXPECT_EQ(letter.kind, PaperKind::appendix);
  EXPECT_FALSE(letter.date.known());
  EXPECT_TRUE(warned(letter, "dated 2024-12-16"));
}

}  // namespace
}  // namespace minutebook::indexer
