// What names of files, venues and addresses say of a paper, and what they do not. The papers, councils and people here
// are invented.
#include <gtest/gtest.h>

#include "indexer/url_grammar.h"
#include "tests/unit/reading_fixture.h"

namespace minutebook::indexer {
namespace {

using schema::Date;
using schema::Outcome;
using schema::Paper;
using schema::PaperKind;

Paper named(const std::string& file_name, const std::string& text) {
  return understand(lines_of(text), SuppliedMetadata{.file_name = file_name}, schema::CouncilRegistry::built_in())
      .papers.at(0);
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
