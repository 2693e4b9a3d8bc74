// The registry of councils: names, dates, hosts, names in running text.
#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "schema/councils.h"
#include "schema/error.h"

namespace minutebook::schema {
namespace {

const CouncilRegistry& registry() {
  return CouncilRegistry::built_in();
}

std::string codes(const std::vector<const Council*>& councils) {
  std::set<std::string> sorted;
  for (const Council* council : councils) sorted.insert(council->registry_code);
  std::string out;
  for (const std::string& code : sorted) out += out.empty() ? code : " " + code;
  return out;
}

TEST(Councils, AreAllRead) {
  EXPECT_EQ(registry().all().size(), 508U);
  for (const Council& council : registry().all()) {
    EXPECT_EQ(registry().by_code(council.code), &council);
    EXPECT_EQ(registry().by_code(council.registry_code), &council);
    const std::vector<const Council*> named = registry().by_name(council.official_name, council.start);
    EXPECT_NE(codes(named).find(council.registry_code), std::string::npos) << council.official_name;
  }
}

TEST(Councils, HaveGssCodesWhereThereAreAny) {
  EXPECT_EQ(registry().by_code("SHN")->code, "E08000013");
  EXPECT_EQ(registry().by_code("NIR-W")->code, "NIR-W");
  EXPECT_EQ(registry().by_code("E08000038")->registry_code, "BNS") << "a code it had before";
  EXPECT_EQ(registry().by_code("X"), nullptr);
}

struct NameCase {
  std::string_view name;
  Date date;
  std::string_view codes;
};

void PrintTo(const NameCase& value, std::ostream* out) {
  *out << value.name << " on " << iso_date(value.date);
}

class CouncilNames : public testing::TestWithParam<NameCase> {};
TEST_P(CouncilNames, AreResolved) {
  EXPECT_EQ(codes(registry().by_name(GetParam().name, GetParam().date)), GetParam().codes);
}

INSTANTIATE_TEST_SUITE_P(
    Spelling, CouncilNames,
    testing::Values(NameCase{"St Helens Council", {}, "SHN"}, NameCase{"St. Helens", {}, "SHN"},
                    NameCase{"saint helens council", {}, "SHN"},
                    NameCase{"ST HELENS METROPOLITAN BOROUGH COUNCIL", {}, "SHN"}, NameCase{"SHN", {}, "SHN"},
                    NameCase{"E08000013", {}, "SHN"}, NameCase{"Hammersmith & Fulham", {}, "HMF"},
                    NameCase{"London Borough of Hammersmith and Fulham", {}, "HMF"}, NameCase{"LBHF", {}, "HMF"},
                    NameCase{"Barnet Council", {}, "BNE"}, NameCase{"The London Borough of Barnet", {}, "BNE"},
                    NameCase{"B&NES", {}, "BAS"}, NameCase{"Bath & North East Somerset Council", {}, "BAS"},
                    NameCase{"Royal Borough of Greenwich", {}, "GRE"}, NameCase{"Greenwich Council", {}, "GRE"},
                    NameCase{"Westminster City Council", {}, "WSM"}, NameCase{"City of York", {}, "YOR"},
                    NameCase{"York City Council", {}, "YOR"}, NameCase{"Caerphilly County Borough Council", {}, "CAY"},
                    NameCase{"Caerphilly Council", {}, "CAY"}, NameCase{"Cyngor Gwynedd", {}, "GWN"},
                    NameCase{"Cyngor Caerdydd", {}, "CRF"}, NameCase{"Ynys Môn", {}, "AGY"},
                    NameCase{"King’s Lynn and West Norfolk Borough Council", {}, "KIN"},
                    NameCase{"Highland Council", {}, "HLD"}, NameCase{"Stoke on Trent City Council", {}, "STE"},
                    NameCase{"Lincoln City Council", {}, "LIC"}, NameCase{"London", {}, ""},
                    NameCase{"City of London", {}, "LND"}, NameCase{"Nottingham", {}, "NGM"},
                    NameCase{"Nottinghamshire", {}, "NTT"}, NameCase{"", {}, ""}, NameCase{"Council", {}, ""},
                    NameCase{"North Vale", {}, ""}));

INSTANTIATE_TEST_SUITE_P(
    Successors, CouncilNames,
    testing::Values(NameCase{"North Yorkshire", {}, "NYE NYK"}, NameCase{"North Yorkshire", {2023, 3, 31}, "NYK"},
                    NameCase{"North Yorkshire", {2023, 4, 1}, "NYE"}, NameCase{"Somerset", {2020, 1, 1}, "SOM"},
                    NameCase{"Somerset", {2024, 1, 1}, "SMT"}, NameCase{"Somerset County Council", {2024, 1, 1}, "SOM"},
                    NameCase{"Dorset", {2018, 6, 1}, "DOR"}, NameCase{"Dorset", {2019, 6, 1}, "DST"},
                    NameCase{"Buckinghamshire", {2019, 6, 1}, "BKM"}, NameCase{"Buckinghamshire", {2021, 6, 1}, "BUC"},
                    NameCase{"Durham", {2015, 1, 1}, "DUR"}));

struct HostCase {
  std::string_view host;
  Date date;
  std::string_view codes;
};

void PrintTo(const HostCase& value, std::ostream* out) {
  *out << value.host;
}

class CouncilHosts : public testing::TestWithParam<HostCase> {};
TEST_P(CouncilHosts, AreResolved) {
  EXPECT_EQ(codes(registry().by_host(GetParam().host, GetParam().date)), GetParam().codes);
}

INSTANTIATE_TEST_SUITE_P(
    Hosts, CouncilHosts,
    testing::Values(HostCase{"moderngov.sthelens.gov.uk", {}, "SHN"}, HostCase{"sthelens.gov.uk", {}, "SHN"},
                    HostCase{"WWW.STHELENS.GOV.UK", {}, "SHN"}, HostCase{"notsthelens.gov.uk", {}, ""},
                    HostCase{"barnet.moderngov.co.uk", {}, "BNE"}, HostCase{"moderngov.co.uk", {}, ""},
                    HostCase{"gov.uk", {}, ""}, HostCase{"basildonmeetings.info", {}, "BAI"},
                    HostCase{"democracy.adur-worthing.gov.uk", {}, "ADU WOT"},
                    HostCase{"edemocracy.northyorks.gov.uk", {2022, 1, 1}, "NYK"},
                    HostCase{"edemocracy.northyorks.gov.uk", {2024, 1, 1}, "NYE"}, HostCase{"", {}, ""}));

struct TextCase {
  std::string_view text;
  bool places;
  std::vector<std::string> found;  ///< "text=CODE", with "!" before full names
};

void PrintTo(const TextCase& value, std::ostream* out) {
  *out << value.text;
}

class CouncilsInText : public testing::TestWithParam<TextCase> {};

TEST_P(CouncilsInText, AreFound) {
  const std::string_view text = GetParam().text;
  std::vector<std::string> found;
  for (const CouncilMention& mention : registry().find(text, GetParam().places)) {
    const std::string name(text.substr(mention.begin, mention.end - mention.begin));
    found.push_back((mention.full ? "!" : "") + name + "=" + codes(mention.councils));
  }
  EXPECT_EQ(found, GetParam().found);
}

INSTANTIATE_TEST_SUITE_P(
    Full, CouncilsInText,
    testing::Values(TextCase{"Herefordshire Council's offices", false, {"!Herefordshire Council=HEF"}},
                    TextCase{"of St. Helens Borough Council, Town Hall", false, {"!St. Helens Borough Council=SHN"}},
                    TextCase{"MINUTES OF HALTON BOROUGH COUNCIL", false, {"!HALTON BOROUGH COUNCIL=HAL"}},
                    TextCase{"Nottinghamshire County Council", false, {"!Nottinghamshire County Council=NTT"}},
                    TextCase{"Nottingham City Council and Leeds City Council",
                             false,
                             {"!Nottingham City Council=NGM", "!Leeds City Council=LDS"}},
                    TextCase{"Bournemouth, Christchurch and Poole Council",
                             false,
                             {"!Bournemouth, Christchurch and Poole Council=BPC"}},
                    TextCase{"the London Borough of\nBarnet", false, {"!London Borough of\nBarnet=BNE"}},
                    TextCase{"North Yorkshire County Council", false, {"!North Yorkshire County Council=NYK"}},
                    TextCase{"visits to Dorset, Wirral and Leeds", false, {}},
                    TextCase{"Dorset. Council agreed", false, {}}, TextCase{"Halton, Council", false, {}},
                    TextCase{"the Council", false, {}}, TextCase{"", false, {}},
                    TextCase{"after reading council papers, Members", false, {}},
                    TextCase{"st helens council ehcp", false, {"!st helens council=SHN"}}));

INSTANTIATE_TEST_SUITE_P(
    Places, CouncilsInText,
    testing::Values(TextCase{"Halton’s schools", true, {"Halton=HAL"}},
                    TextCase{"Dorset, Wirral", true, {"Dorset=DOR DST", "Wirral=WRL"}},
                    TextCase{"pupils reading in Reading", true, {"Reading=RDG"}},
                    TextCase{"St Helens EHCPs", true, {"St Helens=SHN"}},
                    TextCase{"st helens ehcp", true, {"st helens=SHN"}},
                    TextCase{"Nottinghamshire", true, {"Nottinghamshire=NTT"}},
                    TextCase{"LBBD and lbbd", true, {"LBBD=BDG"}}, TextCase{"the B&NES area", true, {"B&NES=BAS"}},
                    TextCase{"East Kent hospitals", true, {}}, TextCase{"Dorset Street", true, {}},
                    TextCase{"Chorley Town Council", true, {}},
                    TextCase{"North East Lincolnshire", true, {"North East Lincolnshire=NEL"}},
                    TextCase{"King's Lynn and West Norfolk", true, {"King's Lynn and West Norfolk=KIN"}}));

TEST(CouncilTable, OfAUserAddsAndReplaces) {
  const std::string path = testing::TempDir() + "councils_of_a_user.tsv";
  const std::string header =
      "code\tgss\tother_gss\tofficial_name\tnice_name\ttype\tnation\tstart_date\tend_date\twebsite\tcommittee_"
      "host\taliases\n";
  std::ofstream(path)
      << "# ours\n"
      << header
      << "NVL\tE99000001\t\tNorth Vale Council\tNorth Vale\tunitary\tEngland\t2027-04-01\t\tnorthvale.gov.uk\t\tNV\n"
      << "SHN\t\t\tSt Helens Test Council\tSt Helens\tunitary\tEngland\t\t\t\t\t\n";
  const CouncilRegistry ours = CouncilRegistry::with_file(path);
  EXPECT_EQ(ours.all().size(), 509U);
  EXPECT_EQ(codes(ours.by_name("North Vale", {})), "NVL");
  EXPECT_EQ(codes(ours.by_host("committees.northvale.gov.uk", {})), "NVL");
  EXPECT_EQ(ours.by_code("SHN")->official_name, "St Helens Test Council");
  EXPECT_EQ(ours.by_code("NVL")->start, (Date{2027, 4, 1}));
}

TEST(CouncilTable, NamesTheLineAtFault) {
  const std::string header =
      "code\tgss\tother_gss\tofficial_name\tnice_name\ttype\tnation\tstart_date\tend_date\twebsite\tcommittee_"
      "host\taliases\n";
  const std::string row = "NVL\t\t\tNorth Vale Council\tNorth Vale\tunitary\tEngland\t\t\t\t\t\n";
  const auto message = [](const std::string& tsv) -> std::string {
    try {
      CouncilRegistry::from_tsv(tsv, "table.tsv");
    } catch (const Error& error) {
      return error.what();
    }
    return "accepted";
  };
  EXPECT_EQ(message(header + row), "accepted");
  EXPECT_EQ(message(header + row + row), "table.tsv:3: code 'NVL' stands in line 2 already");
  EXPECT_EQ(message(header + "NVL\t\n"), "table.tsv:2: 2 columns instead of 12");
  EXPECT_EQ(message("code\tgss\n"), "table.tsv: column 'other_gss' is missing");
  EXPECT_EQ(message("# nothing\n"), "table.tsv: no line with the names of the columns");
  EXPECT_EQ(message(header + "NVL\t\t\tNorth Vale Council\tNorth Vale\tunitary\tEngland\tsoon\t\t\t\t\n"),
            "table.tsv:2: start_date 'soon' is no date of the form yyyy-mm-dd");
  EXPECT_EQ(message(header + "NVL\t\t\t\tNorth Vale\tunitary\tEngland\t\t\t\t\t\n"),
            "table.tsv:2: official_name is empty");
  EXPECT_THROW(CouncilRegistry::with_file("/nonexistent/councils.tsv"), Error);
}

TEST(HostOfUrl, IsLowerCaseWithoutPortAndUser) {
  EXPECT_EQ(host_of_url("https://Democracy.Example.GOV.uk/ieListDocuments.aspx?CId=1"), "democracy.example.gov.uk");
  EXPECT_EQ(host_of_url("http://me:secret@example.org:8080#top"), "example.org");
  EXPECT_EQ(host_of_url("//example.org"), "example.org");
  EXPECT_EQ(host_of_url("/documents/s123.pdf"), "");
  EXPECT_EQ(host_of_url(""), "");
}

}  // namespace
}  // namespace minutebook::schema
