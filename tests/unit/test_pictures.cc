// Pages that are pictures: read only when that is asked for, once, and kept with the index.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>

#include "indexer/index_run.h"
#include "indexer/index_run_remove.h"
#include "indexer/live_index.h"
#include "indexer/picture_texts.h"
#include "indexer/source_file.h"
#include "indexer/source_reader.h"
#include "indexer/source_status.h"
#include "indexer/worker.h"
#include "schema/version.h"
#include "tests/unit/made_pdf.h"
#include "tests/unit/random_papers.h"

namespace minutebook::indexer {
namespace {

namespace fs = std::filesystem;
using testing_support::drawn_words;
using testing_support::MadePdf;
using testing_support::TemporaryFolder;
using Lines = std::vector<std::string>;

/// The second of two pages shows words that are drawn.
std::string half_scanned() {
  MadePdf made;
  made.page_of({"Planning Committee", "", "Minutes of the meeting held on 8 January 2024", "", "1. APOLOGIES", "",
                "There were none.", "", "2. LIBRARIES", "", "The report was heard and talked about at length."});
  made.page().drawing = drawn_words("MINUTES LATE", 30, 600);
  return made.bytes();
}

class Pictures : public testing::Test {
 protected:
  void SetUp() override { std::ofstream(scan_, std::ios::binary) << half_scanned(); }

  IndexReport run(bool ocr, const std::string& council = "") {
    IndexOptions options;
    options.paths = {folder_ / "papers"};
    options.index_folder = folder_ / "ix";
    options.metadata.council = council;
    options.ocr = ocr;
    return run_index(options, {});
  }

  schema::SourceRow row() const {
    const schema::Index index = schema::open_index(folder_ / "ix");
    return *live_sources(index).at(0).row;
  }

  std::size_t kept() const {
    const fs::path ocr = folder_ / "ix/ocr";
    if (!fs::exists(ocr)) return 0;
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(ocr), fs::directory_iterator()));
  }

  TemporaryFolder folder_;
  std::string scan_ = [this] {
    fs::create_directories(folder_ / "papers");
    return folder_ / "papers/scan.pdf";
  }();
};

TEST_F(Pictures, AreReadByAReaderThatWasStartedForThem) {
  const SourceFile file(scan_);
  Worker worker(find_worker_program(), {}, true);
  const Extraction extraction = worker.read_picture(file.descriptor(), 2);
  ASSERT_EQ(extraction.status, ExtractionStatus::read) << extraction.reason;
  ASSERT_EQ(extraction.text.pages.size(), 1U);
  EXPECT_EQ(extraction.text.pages[0].number, 2);
  EXPECT_EQ(extraction.text.pages[0].reading, PageReading::scanned);
  EXPECT_EQ(extraction.text.pages[0].lines, Lines{"MINUTES LATE"});
  EXPECT_EQ(worker.read_picture(file.descriptor(), 3).reason, "page 3 cannot be drawn");
  Worker other(find_worker_program());
  EXPECT_EQ(other.read_picture(file.descriptor(), 2).reason, "this reader was not started for pictures");
}

TEST_F(Pictures, OfAPageWithTextOnlyFillWhatIsMissing) {
  MadePdf made;
  made.page_of({"Agenda Item 5"}).drawing = drawn_words("MINUTES LATE", 30, 600);
  std::ofstream(scan_, std::ios::binary) << made.bytes();
  const SourceFile file(scan_);
  Worker worker(find_worker_program(), {}, true);
  const Extraction extraction = worker.read_picture(file.descriptor(), 1);
  ASSERT_EQ(extraction.status, ExtractionStatus::read) << extraction.reason;
  const Lines& lines = extraction.text.pages.at(0).lines;
  EXPECT_EQ(lines.front(), "Agenda Item 5");
  EXPECT_EQ(lines.back().substr(lines.back().find("MIN")), "MINUTES LATE");
}

TEST_F(Pictures, StayUnreadWithAWarningUnlessAskedFor) {
  run(false);
  EXPECT_EQ(row().status, status_indexed);
  EXPECT_GT(row().unread_pages, 0U);
  EXPECT_EQ(row().warnings.at(0),
            "page 2 was not read in full: pictures, or text in fonts that tell no characters; --ocr reads them");
  EXPECT_EQ(run(false).unchanged, 1U);
  EXPECT_EQ(kept(), 0U);
}

TEST_F(Pictures, AreReadOnceAndKept) {
  run(false);
  EXPECT_EQ(run(true).changed, 1U);
  EXPECT_EQ(row().unread_pages, 0U);
  EXPECT_EQ(kept(), 1U);
  EXPECT_EQ(run(true).unchanged, 1U);
  // Read again for another reason, and nobody asks for pictures: what is kept is taken.
  EXPECT_EQ(run(false, "Leeds").changed, 1U);
  EXPECT_EQ(row().unread_pages, 0U);
  remove_from_index(folder_ / "ix", {scan_});
  EXPECT_EQ(kept(), 0U);
}

TEST_F(Pictures, ADocumentOfPicturesAloneSaysSo) {
  MadePdf made;
  made.page().picture = true;
  std::ofstream(scan_, std::ios::binary) << made.bytes();
  run(false);
  EXPECT_EQ(row().status, status_empty);
  EXPECT_EQ(row().reason, "holds no text, only pictures");
  EXPECT_GT(row().unread_pages, 0U);
}

TEST(PictureTexts, AreFoundByDocumentPageAndVersion) {
  const TemporaryFolder folder;
  const PictureTexts texts(folder / "ix");
  EXPECT_EQ(texts.find("aa", 1), std::nullopt);
  texts.keep("aa", 1, {"one", "", "two"});
  texts.keep("aa", 2, {});
  texts.keep("bb", 1, {"three"});
  EXPECT_EQ(texts.find("aa", 1), (Lines{"one", "", "two"}));
  EXPECT_EQ(texts.find("aa", 2), Lines{});
  EXPECT_EQ(texts.find("aa", 12), std::nullopt);
  const std::string older = folder / "ix/ocr/bb-1-0.0.1";
  std::ofstream(older) << "old\n";
  texts.sweep({"bb"});
  EXPECT_EQ(texts.find("aa", 1), std::nullopt);
  EXPECT_EQ(texts.find("bb", 1), Lines{"three"});
  EXPECT_FALSE(fs::exists(older));
  const PictureTexts nowhere("");
  nowhere.keep("aa", 1, {"one"});
  EXPECT_EQ(nowhere.find("aa", 1), std::nullopt);
}

TEST(UnreadPages, AreToldByTheirNumbers) {
  EXPECT_EQ(unread_note({2, 3, 7}).substr(0, 35), "pages 2-3 and 7 were not read in fu");
}

}  // namespace
}  // namespace minutebook::indexer
