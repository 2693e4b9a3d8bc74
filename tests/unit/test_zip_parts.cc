// ZIP archives: parts by name, and archives that are damaged or made to exhaust their reader.
#include <gtest/gtest.h>

#include "indexer/extract/extract_docx.h"
#include "indexer/extract/unreadable.h"
#include "indexer/extract/zip_parts.h"
#include "tests/unit/made_office.h"

namespace minutebook::indexer {
namespace {

using namespace testing_support;

/// Why the archive, or this part of it, is not read.
std::string refusal(const std::string& archive, const std::string& part = "a.xml") {
  try {
    ZipParts(archive).read(part);
  } catch (const UnreadableDocument& problem) {
    return problem.what();
  }
  return "read";
}

TEST(ZipParts, PartsAreFoundByNameInAnyCase) {
  const std::string archive =
      made_zip({{"word/Document.xml", "<a/>"}, {"empty", ""}, {"a.xml", std::string(5000, 'x')}});
  ZipParts parts(archive);
  EXPECT_TRUE(parts.has("word/document.xml"));
  EXPECT_FALSE(parts.has("document.xml"));
  EXPECT_EQ(parts.read("WORD/document.xml"), "<a/>");
  EXPECT_EQ(parts.read("empty"), "");
  EXPECT_EQ(parts.read("a.xml"), std::string(5000, 'x'));
  EXPECT_EQ(refusal(archive, "b.xml"), "is damaged: its part b.xml is missing");
}

TEST(ZipParts, WhatUnpacksToTooMuchIsRefused) {
  EXPECT_EQ(refusal(made_zip({{"a.xml", std::string(900'000, 'x')}})), "read");
  EXPECT_EQ(refusal(made_zip({{"a.xml", std::string(3'000'000, 'x')}})),
            "is refused: its part a.xml unpacks to more than 100 times its size");
  const Claim huge{.name = "a.xml", .packed = 4, .unpacked = 65'000'000};
  EXPECT_EQ(refusal(with_directory(stored_entry(huge, "abcd"), {huge})),
            "is refused: its part a.xml would unpack to 65 MB, the limit is 64 MB");
}

TEST(ZipParts, PartsTogetherHaveALimit) {
  std::string noise;
  for (unsigned i = 0; noise.size() < 60'000'000; i = i * 1664525 + 1013904223) noise += static_cast<char>(i >> 24);
  const std::string archive = made_zip({{"a.xml", noise}});
  ZipParts parts(archive);
  for (int i = 0; i < 3; ++i) EXPECT_EQ(parts.read("a.xml").size(), noise.size());
  EXPECT_THROW(parts.read("a.xml"), UnreadableDocument);
}

TEST(ZipParts, EntriesThatShareBytesAreRefused) {
  const std::string data(2'000, 'x');
  std::vector<Claim> claims;
  for (int i = 0; i < 50; ++i) claims.push_back({.name = std::to_string(i), .packed = 2'000, .unpacked = 2'000});
  EXPECT_EQ(refusal(with_directory(stored_entry(claims[0], data), claims), "1"),
            "is refused: entries of its ZIP container share their bytes");
}

TEST(ZipParts, TooManyEntriesAreRefused) {
  std::vector<Claim> claims(60'000, Claim{.name = "a"});
  EXPECT_EQ(refusal(with_directory(stored_entry(claims[0], ""), claims), "a"),
            "is refused: its ZIP container has 60000 entries, the limit is 10000");
}

TEST(ZipParts, ADirectoryThatLiesIsDamage) {
  const std::string name = "a.xml";
  const Claim longer{.name = name, .packed = 4, .unpacked = 400};
  EXPECT_NE(refusal(with_directory(stored_entry(longer, "abcd"), {longer})), "read");
  const Claim wrong_sum{.name = name, .packed = 4, .unpacked = 4, .crc = 1};
  EXPECT_NE(refusal(with_directory(stored_entry(wrong_sum, "abcd"), {wrong_sum})), "read");
  const Claim beyond{.name = name, .packed = 4, .unpacked = 4, .offset = 5'000};
  EXPECT_NE(refusal(with_directory(stored_entry(beyond, "abcd"), {beyond})), "read");
  const Claim larger{.name = name, .packed = 4'000, .unpacked = 4'000};
  EXPECT_EQ(refusal(with_directory(stored_entry(larger, "abcd"), {larger})),
            "is damaged: its ZIP directory names more bytes than the file has");
  const Claim locked{.name = name, .packed = 16, .unpacked = 4, .flags = 1};
  EXPECT_EQ(refusal(with_directory(stored_entry(locked, std::string(16, 'x')), {locked})),
            "is protected by a password");
}

TEST(ZipParts, AnArchiveIsNeverOpenedInsideAnArchive) {
  const std::string inner = made_zip({{"word/document.xml", "<a/>"}});
  EXPECT_EQ(refusal(made_zip({{"a.zip", inner}}), "word/document.xml"),
            "is damaged: its part word/document.xml is missing");
}

TEST(ZipParts, WhateverIsCutOffIsRefusedAndNothingCrashes) {
  const std::string whole = MadeDocx{.body = "<w:p><w:r><w:t>Minutes of the meeting</w:t></w:r></w:p>"}.bytes();
  ASSERT_EQ(extract_docx(whole).status, ExtractionStatus::read);
  for (std::size_t percent = 0; percent < 100; ++percent) {
    const Extraction cut = extract_docx(std::string_view(whole).substr(0, whole.size() * percent / 100));
    EXPECT_EQ(cut.status, ExtractionStatus::failed) << percent;
    EXPECT_NE(cut.reason.find("ZIP container"), std::string::npos) << cut.reason;
  }
}

TEST(ZipParts, FlippedBitsNeverCrash) {
  const std::string whole = MadeDocx{.body = "<w:p><w:r><w:t>Minutes of the meeting</w:t></w:r></w:p>"}.bytes();
  int read = 0;
  for (std::size_t bit = 0; bit < whole.size() * 8; bit += 3) {
    std::string flipped = whole;
    flipped[bit / 8] = static_cast<char>(flipped[bit / 8] ^ (1 << (bit % 8)));
    const Extraction extraction = extract_docx(flipped);
    if (extraction.status == ExtractionStatus::read) ++read;
    EXPECT_EQ(extraction.status == ExtractionStatus::failed, !extraction.reason.empty());
  }
  EXPECT_GT(read, 0);
}

}  // namespace
}  // namespace minutebook::indexer
