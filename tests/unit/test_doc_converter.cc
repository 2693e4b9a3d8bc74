// Documents of the old Word format: converted in confinement where a converter is installed.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

#include "indexer/doc_converter.h"
#include "indexer/source_file.h"
#include "indexer/source_reader.h"
#include "indexer/source_status.h"
#include "indexer/worker.h"
#include "tests/unit/made_office.h"
#include "tests/unit/random_papers.h"

namespace minutebook::indexer {
namespace {

using testing_support::MadeDoc;
using testing_support::TemporaryFolder;

constexpr const char* minutes =
    "Planning Committee\rMinutes of the meeting held on 8 January 2024\r1. Apologies\rThere were none.\r"
    "2. Libraries\rThe caf\xE9 costs \xA3"
    "5.\rItem\x07Title\x07\x07"
    "7\x07Parks\x07\x07"
    "Resolved: That the report be noted.\r";

class DocTest : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }

  SourceReading read(const std::string& path) {
    const schema::CouncilRegistry& councils = schema::CouncilRegistry::built_in();
    SourceReader reader(find_worker_program(), councils);
    return reader.read(SourceFile(path), path, {});
  }

  /// A program that takes the converter's place. It is started in the converter's confinement.
  ConvertedDoc convert_with(const std::string& program, double seconds = 5) {
    const SourceFile file(write("a.doc", MadeDoc{.text = minutes}.bytes()));
    return DocConverter(find_worker_program(), program, seconds).convert(file.descriptor());
  }

  TemporaryFolder folder_;
};

class InstalledDocTest : public DocTest {
 protected:
  void SetUp() override {
    if (find_doc_converter().empty()) GTEST_SKIP() << "catdoc is not installed";
  }
};

TEST_F(InstalledDocTest, IsReadParagraphByParagraph) {
  const SourceReading reading = read(write("a.doc", MadeDoc{.text = minutes}.bytes()));
  ASSERT_EQ(reading.status, status_indexed) << reading.reason;
  EXPECT_EQ(reading.format, "doc");
  EXPECT_EQ(reading.pages, 0);
  EXPECT_TRUE(reading.warnings.empty());
  ASSERT_EQ(reading.papers.size(), 1U);
  const schema::Paper& paper = reading.papers[0];
  EXPECT_EQ(paper.kind, schema::PaperKind::minutes);
  EXPECT_EQ(paper.committee, "Planning Committee");
  EXPECT_EQ(schema::iso_date(paper.date), "2024-01-08");
  const schema::Item& last = paper.items.back();
  EXPECT_EQ(last.number, "2");
  EXPECT_EQ(last.title, "Libraries");
  EXPECT_EQ(last.passages.at(1).text, "The café costs £5.");
  EXPECT_EQ(last.passages.back().kind, schema::PassageKind::resolution);
}

TEST_F(InstalledDocTest, SaysWhatIsLostOrLocked) {
  const SourceReading parts = read(write("p.doc", MadeDoc{minutes, MadeDoc::saved_in_parts}.bytes()));
  EXPECT_EQ(parts.status, status_indexed);
  EXPECT_EQ(parts.warnings,
            std::vector<std::string>{"was last saved in parts (fast save): some of its text may be missing or old"});
  const SourceReading locked = read(write("e.doc", MadeDoc{minutes, MadeDoc::encrypted}.bytes()));
  EXPECT_EQ(locked.status, status_failed);
  EXPECT_EQ(locked.reason, "is encrypted: save it without a password, and index that");
  EXPECT_EQ(locked.format, "doc");
  EXPECT_EQ(read(write("n.doc", MadeDoc{.text = ""}.bytes())).status, status_empty);
}

TEST_F(InstalledDocTest, ADamagedOneIsNeverTheEndOfTheRun) {
  const std::string whole = MadeDoc{.text = minutes}.bytes();
  for (std::size_t part = 1; part < 20; ++part) {
    const SourceReading reading = read(write("d.doc", whole.substr(0, whole.size() * part / 20)));
    EXPECT_TRUE(reading.status == status_failed || reading.status == status_empty || reading.status == status_indexed)
        << part;
    EXPECT_TRUE(reading.status == status_indexed || !reading.reason.empty()) << part;
  }
}

TEST_F(DocTest, AnythingElseInTheConvertersPlaceIsConfined) {
  EXPECT_EQ(convert_with("/bin/cat").trouble, "the converter for Word 97 (DOC) could not read it: it may be damaged")
      << "cat has other options";
  EXPECT_EQ(convert_with("/no/such/program").trouble, "the converter for Word 97 (DOC) could not be started");
  std::ofstream(folder_ / "script") << "#!/bin/sh\necho started\n";
  std::filesystem::permissions(folder_ / "script", std::filesystem::perms::owner_all);
  EXPECT_EQ(convert_with(folder_ / "script").trouble, "the converter for Word 97 (DOC) could not be started")
      << "its shell may not be started";
}

TEST_F(DocTest, OneThatTakesTooLongIsStopped) {
  const ConvertedDoc late = convert_with("/bin/cat", 0);
  EXPECT_EQ(late.trouble, "the converter for Word 97 (DOC) took too long or wrote more than 40 MB, and was stopped");
}

}  // namespace
}  // namespace minutebook::indexer
