// Metadata from outside: manifests as tables and as JSON, what is refused in them, URLs, and what wins over what.
#include <gtest/gtest.h>

#include <fstream>
#include <set>

#include "indexer/manifest_file.h"
#include "indexer/supplied_metadata.h"
#include "indexer/url_grammar.h"
#include "schema/error.h"
#include "tests/unit/random_papers.h"

namespace minutebook::indexer {
namespace {

using schema::Date;
using schema::PaperKind;
using testing_support::TemporaryFolder;

constexpr const char* councils_tsv =
    "code\tgss\tother_gss\tofficial_name\tnice_name\ttype\tnation\tregion\tstart_date\tend_date\treplaced_"
    "by\tcounty\tcombined_authority\t"
    "slug\twebsite\tcommittee_host\tcommittee_cms\tchildrens_services\taliases\tsource\n"
    "ZZA\t\t\tNorth Vale Borough Council\tNorth "
    "Vale\tdistrict\tEngland\t\t1974-04-01\t\t\t\t\tnorth-vale\tnorthvale.example\t"
    "democracy.northvale.example\tmoderngov\t\tNVBC\tinvented\n"
    "ZZB\t\t\tEast Ridge Council\tEast Ridge\tdistrict\tEngland\t\t1974-04-01\t\t\t\t\teast-ridge\teastridge.example\t"
    "shared.example\tmoderngov\t\t\tinvented\n"
    "ZZC\t\t\tWest Ridge Council\tWest Ridge\tdistrict\tEngland\t\t1974-04-01\t\t\t\t\twest-ridge\twestridge.example\t"
    "shared.example\tmoderngov\t\t\tinvented\n";

class SuppliedMetadataTest : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& text) {
    std::ofstream(folder_ / name) << text;
    return folder_ / name;
  }

  /// The message of the refusal, without the folder.
  std::string refusal(const std::string& manifest) {
    try {
      MetadataSupplier supplier({write("m.tsv", manifest), "", "", ""}, councils_);
    } catch (const schema::Error& error) {
      EXPECT_EQ(error.code(), schema::ErrorCode::usage);
      std::string message = error.what();
      const std::size_t at = message.find(folder_.path());
      return at == std::string::npos ? message : message.erase(at, folder_.path().size() + 1);
    }
    return "accepted";
  }

  TemporaryFolder folder_;
  schema::CouncilRegistry councils_ = schema::CouncilRegistry::from_tsv(councils_tsv, "test");
};

TEST_F(SuppliedMetadataTest, ATableAndItsJsonSayTheSame) {
  const std::string table =
      write("m.tsv",
            "\xEF\xBB\xBFpath\tcouncil\tcommittee\tdate\tkind\ttitle\turl\texempt\r\n"
            "sub/a.txt\tNVBC\tCabinet\t8 January 2024\tforward plan\tThe plan\thttps://x.example/1\tYes\r\n"
            "\r\n"
            "/abs/b.txt\t\t\t2024-02-01\r\n");
  const std::string json =
      write("m.json",
            R"([{"path": "sub/a.txt", "council": "NVBC", "committee": "Cabinet", "date": "2024-01-08",
                 "kind": "forward-plan", "title": "The plan", "url": "https://x.example/1", "exempt": true},
                {"path": "/abs/b.txt", "date": "2024-02-01", "title": null}])");
  for (const std::string& file : {table, json}) {
    const std::vector<ManifestRow> rows = read_manifest(file);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].path, folder_ / "sub/a.txt");
    EXPECT_EQ(rows[0].metadata, (SuppliedMetadata{"NVBC", "Cabinet", Date{2024, 1, 8}, PaperKind::forward_plan,
                                                  "The plan", "https://x.example/1", true}));
    EXPECT_EQ(rows[1].path, "/abs/b.txt");
    EXPECT_EQ(rows[1].metadata.date, (Date{2024, 2, 1}));
    EXPECT_FALSE(rows[1].metadata.exempt.has_value());
  }
}

TEST_F(SuppliedMetadataTest, WhatIsWrongInAManifestIsNamedWithItsPlace) {
  EXPECT_EQ(refusal("path\tcommitee\n"), "m.tsv line 1: unknown column \"commitee\"");
  EXPECT_EQ(refusal("path\tpath\n"), "m.tsv line 1: column \"path\" stands there twice");
  EXPECT_EQ(refusal("council\n"), "m.tsv line 1: there is no column \"path\"");
  EXPECT_EQ(refusal(""), "m.tsv: the manifest is empty");
  EXPECT_EQ(refusal("path\tdate\na.txt\t2024-13-01\n"), "m.tsv line 2: \"2024-13-01\" is not a date");
  EXPECT_EQ(refusal("path\tdate\na.txt\t2024\n"), "m.tsv line 2: \"2024\" is not a date");
  EXPECT_EQ(refusal("path\tkind\n\na.txt\tminuets\n"), "m.tsv line 3: \"minuets\" is not a kind of paper");
  EXPECT_EQ(refusal("path\texempt\na.txt\tperhaps\n"), "m.tsv line 2: exempt is \"perhaps\"");
  EXPECT_EQ(refusal("path\tcouncil\na.txt\tSouth Vale\n"), "m.tsv line 2: no council \"South Vale\" in the registry");
  EXPECT_EQ(refusal("path\tcouncil\n\tZZA\n"), "m.tsv line 2: no path is given");
  EXPECT_EQ(refusal("path\na.txt\tZZA\n"), "m.tsv line 2: 2 cells under 1 columns");
  EXPECT_EQ(refusal("path\na.txt\nb/../a.txt\n"),
            "m.tsv line 3: " + (folder_ / "a.txt") + " stands in the manifest twice");
  EXPECT_EQ(refusal("[{\"path\": \"a\", \"kindd\": \"minutes\"}]"), "m.tsv entry 1: unknown key \"kindd\"");
  EXPECT_EQ(refusal("[{\"path\": \"a\"}, {\"path\": 7}]"), "m.tsv entry 2: the value of \"path\" is not a string");
  EXPECT_EQ(refusal("[{\"path\": \"a\"]"), "m.tsv: not JSON at byte 14");
  EXPECT_EQ(refusal("{\"path\": \"a\"}"), "m.tsv: not an array of objects");
}

TEST_F(SuppliedMetadataTest, AManifestThatIsNotThereIsUnreadable) {
  try {
    read_manifest(folder_ / "nothing.tsv");
    FAIL() << "accepted";
  } catch (const schema::Error& error) {
    EXPECT_EQ(error.code(), schema::ErrorCode::unreadable);
  }
}

TEST_F(SuppliedMetadataTest, RowsWithoutAFileAreWarnings) {
  write("a.txt", "words");
  const MetadataSupplier supplier({write("m.tsv", "path\na.txt\nb.txt\n"), "", "", ""}, councils_);
  EXPECT_EQ(supplier.warnings(),
            std::vector<std::string>{(folder_ / "m.tsv") + " line 3: there is no file " + (folder_ / "b.txt")});
}

TEST_F(SuppliedMetadataTest, TheManifestWinsOverTheCommandLineAndThatOverTheUrl) {
  const std::string manifest = write("m.tsv",
                                     "path\tcouncil\tcommittee\turl\n"
                                     "a.txt\tZZB\t\t\n"
                                     "b.txt\t\tCabinet\thttps://democracy.northvale.example/b\n");
  const MetadataSupplier both({manifest, "West Ridge Council", "Council", ""}, councils_);
  const auto of = [&](const MetadataSupplier& supplier, const std::string& name) {
    return supplier.metadata_of(folder_ / name, folder_.path());
  };
  EXPECT_EQ(of(both, "a.txt").council, "ZZB");
  EXPECT_EQ(of(both, "a.txt").committee, "Council");
  EXPECT_EQ(of(both, "b.txt").council, "West Ridge Council");
  EXPECT_EQ(of(both, "b.txt").committee, "Cabinet");
  EXPECT_EQ(of(both, "c.txt").council, "West Ridge Council");
  const MetadataSupplier manifest_only({manifest, "", "", ""}, councils_);
  EXPECT_EQ(of(manifest_only, "b.txt").council, "ZZA");
  EXPECT_EQ(of(manifest_only, "c.txt"), SuppliedMetadata{});
}

TEST_F(SuppliedMetadataTest, TheBaseUrlGivesEachFileItsUrlAndItsHostTheCouncil) {
  const MetadataSupplier supplier({"", "", "", "https://democracy.northvale.example/documents"}, councils_);
  const SuppliedMetadata metadata =
      supplier.metadata_of("/papers/g12/Printed minutes 31st-Mar-2025 10.00 Cabinet.txt", "/papers");
  EXPECT_EQ(
      metadata.url,
      "https://democracy.northvale.example/documents/g12/Printed%20minutes%2031st-Mar-2025%2010.00%20Cabinet.txt");
  EXPECT_EQ(metadata.council, "ZZA");
  EXPECT_EQ(metadata.kind, PaperKind::minutes);
  EXPECT_EQ(metadata.date, (Date{2025, 3, 31}));
  EXPECT_EQ(metadata.committee, "");
  const MetadataSupplier shared({"", "", "", "https://shared.example/"}, councils_);
  EXPECT_EQ(shared.metadata_of("/papers/a.txt", "/papers").council, "");
  EXPECT_EQ(shared.metadata_of("/papers/a.txt", "/papers").url, "https://shared.example/a.txt");
  EXPECT_THROW(MetadataSupplier({"", "", "", "papers"}, councils_), schema::Error);
  EXPECT_THROW(MetadataSupplier({"", "Nowhere", "", ""}, councils_), schema::Error);
}

TEST(UrlGrammar, DocumentsOfAMeetingSayKindDateAndCommittee) {
  struct Case {
    std::string url;
    std::optional<PaperKind> kind;
    std::optional<Date> date;
    std::string committee;
  };
  const std::string base = "https://x.example/documents/";
  const std::vector<Case> cases = {
      {base + "g12/Printed%20minutes%2031st-Mar-2025%2010.00%20Cabinet.pdf?T=1", PaperKind::minutes, Date{2025, 3, 31},
       "Cabinet"},
      {base + "g12/Agenda%20frontsheet%2031st-Mar-2025.pdf?T=0", PaperKind::agenda, Date{2025, 3, 31}, ""},
      {base + "g12/Decisions%2012th-Sep-2012%2018.30%20Full%20Council.pdf", PaperKind::decision, Date{2012, 9, 12},
       "Full Council"},
      {base + "g12/Document.pdf?x=y&T=2", PaperKind::decision, std::nullopt, ""},
      {base + "g12/Public%20reports%20pack%2004th-Jun-2026%2014.00%20Panel.pdf?T=10", std::nullopt, std::nullopt, ""},
      {base + "s34/Printed%20minutes%2031st-Mar-2025.pdf", std::nullopt, std::nullopt, ""},
      {"https://x.example/ieListDocuments.aspx?CId=1&MId=2&Ver=4", std::nullopt, std::nullopt, ""},
  };
  for (const Case& one : cases) {
    const SuppliedMetadata metadata = metadata_of_url(one.url);
    EXPECT_EQ(metadata.kind, one.kind) << one.url;
    EXPECT_EQ(metadata.date, one.date) << one.url;
    EXPECT_EQ(metadata.committee, one.committee) << one.url;
    EXPECT_EQ(metadata.url, one.url);
  }
}

TEST(UrlGrammar, PercentCodesGoBothWays) {
  EXPECT_EQ(percent_encoded_path("a b/c\u00E9?#%.txt"), "a%20b/c%C3%A9%3F%23%25.txt");
  EXPECT_EQ(percent_decoded(percent_encoded_path("a b/c\u00E9?#%.txt")), "a b/c\u00E9?#%.txt");
  EXPECT_EQ(percent_decoded("100% of %4"), "100% of %4");
}

TEST(MetadataDigest, ChangesWithEverythingButTheUrl) {
  std::vector<SuppliedMetadata> others(6);
  others[0].council = "A";
  others[1].committee = "A";
  others[2].date = Date{2024, 1, 8};
  others[3].kind = PaperKind::minutes;
  others[4].title = "A";
  others[5].exempt = false;
  std::set<std::string> digests = {metadata_digest({}, ""), metadata_digest({}, "councils")};
  for (const SuppliedMetadata& other : others) digests.insert(metadata_digest(other, ""));
  EXPECT_EQ(digests.size(), 8U);
  SuppliedMetadata with_url;
  with_url.url = "https://x.example/";
  EXPECT_EQ(metadata_digest(with_url, ""), metadata_digest({}, ""));
}

}  // namespace
}  // namespace minutebook::indexer
