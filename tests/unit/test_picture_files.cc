// Pictures that are papers: counted without OCR, read with it, refused when they are damaged or too large.
#include <gtest/gtest.h>

#include <fstream>

#include "indexer/extract/extract_picture_file.h"
#include "indexer/extract/pdf_document.h"
#include "indexer/source_file.h"
#include "indexer/source_reader.h"
#include "indexer/source_status.h"
#include "indexer/worker.h"
#include "tests/unit/made_office.h"
#include "tests/unit/made_pdf.h"
#include "tests/unit/random_papers.h"

namespace minutebook::indexer {
namespace {

using testing_support::little_endian;
using testing_support::TemporaryFolder;

/// A TIFF file of grey pictures, not compressed.
std::string tiff_of(const std::vector<PdfImage>& pages) {
  std::string bytes = "II*" + std::string(1, '\0') + little_endian(0, 4);
  std::size_t link = 4;  // where the place of the next page's directory is written
  for (const PdfImage& page : pages) {
    const std::size_t pixels = bytes.size();
    bytes += page.grey;
    if (bytes.size() % 2 != 0) bytes += '\0';
    const std::size_t resolution = bytes.size();
    bytes += little_endian(static_cast<std::uint64_t>(page.dots_per_inch), 4) + little_endian(1, 4);
    bytes.replace(link, 4, little_endian(bytes.size(), 4));
    const auto entry = [](std::uint64_t tag, std::uint64_t type, std::uint64_t value) {
      return little_endian(tag, 2) + little_endian(type, 2) + little_endian(1, 4) + little_endian(value, 4);
    };
    const auto width = static_cast<std::uint64_t>(page.width);
    const auto height = static_cast<std::uint64_t>(page.height);
    bytes += little_endian(12, 2) + entry(256, 4, width) + entry(257, 4, height) + entry(258, 3, 8) + entry(259, 3, 1) +
             entry(262, 3, 1) + entry(273, 4, pixels) + entry(277, 3, 1) + entry(278, 4, height) +
             entry(279, 4, page.grey.size()) + entry(282, 5, resolution) + entry(283, 5, resolution) + entry(296, 3, 2);
    link = bytes.size();
    bytes += little_endian(0, 4);
  }
  return bytes;
}

PdfImage drawn(const std::string& words) {
  testing_support::MadePdf made;
  made.page().drawing = testing_support::drawn_words(words, 30, 600);
  const std::string pdf = made.bytes();
  return PdfDocument(pdf).render(1, 150).value();
}

class PictureFiles : public testing::Test {
 protected:
  std::string write(const std::string& name, const std::string& bytes) {
    std::ofstream(folder_ / name, std::ios::binary) << bytes;
    return folder_ / name;
  }
  SourceReading read(const std::string& path, bool ocr) {
    SourceReader reader(find_worker_program(), schema::CouncilRegistry::built_in(), {.read = ocr, .index_folder = {}});
    return reader.read(SourceFile(path), path, {});
  }
  TemporaryFolder folder_;
};

TEST_F(PictureFiles, AreLedgerRowsWithoutOcr) {
  const SourceReading reading = read(write("a.tif", tiff_of({drawn("MINUTES"), drawn("LATE")})), false);
  EXPECT_EQ(reading.status, status_empty);
  EXPECT_EQ(reading.reason, "is a picture that was not read: --ocr reads it");
  EXPECT_EQ(reading.format, "picture");
  EXPECT_EQ(reading.pages, 2);
  EXPECT_EQ(reading.unread_pages, 2);
}

TEST_F(PictureFiles, AreReadPageByPageWithOcr) {
  const SourceReading reading = read(write("a.tif", tiff_of({drawn("MINUTES LATE"), drawn("SHUT HIM IN")})), true);
  ASSERT_EQ(reading.status, status_indexed) << reading.reason;
  EXPECT_EQ(reading.scanned_pages, 2);
  EXPECT_EQ(reading.unread_pages, 0);
  std::vector<std::pair<int, std::string>> said;
  for (const schema::Item& item : reading.papers.at(0).items) {
    for (const schema::Passage& passage : item.passages) {
      EXPECT_TRUE(passage.scanned);
      said.emplace_back(passage.page, passage.text);
    }
  }
  EXPECT_EQ(said, (std::vector<std::pair<int, std::string>>{{1, "MINUTES LATE"}, {2, "SHUT HIM IN"}}));
}

TEST(PictureFile, WhatCannotBeShownSaysWhy) {
  const std::string whole = tiff_of({drawn("LATE")});
  EXPECT_EQ(extract_picture_file(whole).text.pages.size(), 1U);
  EXPECT_EQ(extract_picture_file("\x89PNG\r\n\x1A\n").reason,
            "is no picture that can be shown: it is damaged or cut short");
  EXPECT_EQ(extract_picture_file("II*").status, ExtractionStatus::failed);
  PdfImage large;
  large.width = 20'000;
  large.height = 20'000;
  large.dots_per_inch = 300;
  EXPECT_EQ(extract_picture_file(tiff_of({large})).reason, "is a picture of more than 100 million points");
}

TEST(PictureFile, EveryCutIsSurvived) {
  const std::string whole = tiff_of({drawn("LATE"), drawn("IN")});
  for (std::size_t part = 0; part < 40; ++part) {
    const Extraction extraction = extract_picture_file(std::string_view(whole).substr(0, whole.size() * part / 40));
    EXPECT_TRUE(extraction.status == ExtractionStatus::read || !extraction.reason.empty()) << part;
  }
}

}  // namespace
}  // namespace minutebook::indexer
