// Text files: formats by their first bytes, encodings, lines and pages, limits, and the frames the worker answers in.
#include <gtest/gtest.h>

#include <stdexcept>

#include "indexer/extract/detect.h"
#include "indexer/extract/extract_text.h"
#include "indexer/extract/extractors.h"
#include "indexer/extract/frames.h"
#include "tests/unit/made_office.h"

namespace minutebook::indexer {
namespace {

using namespace std::string_literals;
using namespace testing_support;

std::vector<std::string> lines_of(std::string_view bytes) {
  const Extraction extraction = extract_text(bytes);
  EXPECT_EQ(extraction.status, ExtractionStatus::read) << extraction.reason;
  return extraction.text.pages.empty() ? std::vector<std::string>() : extraction.text.pages.front().lines;
}

using Lines = std::vector<std::string>;

TEST(Detect, FormatsAreKnownByTheirFirstBytes) {
  struct Case {
    std::string bytes;
    std::string extension;
    std::string_view format;
    bool readable;
  };
  const std::vector<Case> cases = {
      {"Minutes", "txt", "text", true},
      {"Minutes", "", "text", true},
      {"# Minutes", "md", "markdown", true},
      {"%PDF-1.7\n", "txt", "pdf", true},
      {"junk\n%PDF-1.4\n", "txt", "pdf", true},
      {"PK\x03\x04..[Content_Types].xml..word/document.xml", "docx", "docx", true},
      {"PK\x03\x04..mimetypeapplication/vnd.oasis.opendocument.text", "odt", "odt", true},
      {"PK\x03\x04..a.txt", "zip", "zip", false},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "doc", "ole", false},
      {"{\\rtf1", "txt", "rtf", true},
      {"\x89PNG\r\n\x1A\n", "txt", "picture", true},
      {"GIF89a", "txt", "image", false},
      {"  <!DOCTYPE HTML>", "txt", "html", true},
      {"\xEF\xBB\xBF<html lang=en>", "txt", "html", true},
      {"<p>Minutes", "htm", "html", true},
      {"<?xml version='1.0'?><meeting/>", "txt", "xml", true},
      {"A line with <html> in it", "txt", "text", true},
  };
  for (const Case& one : cases) {
    const Format& format = detect_format(one.bytes, one.extension);
    EXPECT_EQ(format.name, one.format) << one.bytes;
    EXPECT_EQ(format.readable, one.readable) << one.bytes;
    EXPECT_EQ(extractor_for(format.name) != nullptr, one.readable) << one.bytes;
  }
}

TEST(Detect, ArchivesSayInAPartWhatTheyAre) {
  const MadeDocx document{.body = "<w:p/>"};
  const MadeDocx other_order{.body = "<w:p/>", .directory_last = true};
  const auto package = [](const std::string& type) {
    return made_zip(
        {{"x", std::string(10'000, 'x')}, {"[Content_Types].xml", "<Types><Override ContentType='" + type + "'/>"}});
  };
  const std::string office = "application/vnd.openxmlformats-officedocument.";
  const std::string open_document = "application/vnd.oasis.opendocument.";
  struct Case {
    std::string bytes;
    std::string_view format;
  };
  const std::vector<Case> cases = {
      {document.bytes(), "docx"},
      {other_order.bytes(), "docx"},
      {package(office + "wordprocessingml.document.main+xml"), "docx"},
      {package(office + "wordprocessingml.template.main+xml"), "docx"},
      {package("application/vnd.ms-word.document.macroEnabled.main+xml"), "docx"},
      {package(office + "spreadsheetml.sheet.main+xml"), "xlsx"},
      {package(office + "presentationml.presentation.main+xml"), "pptx"},
      {package("application/vnd.ms-visio.drawing.main+xml"), "zip"},
      {made_zip({{"mimetype", open_document + "text"}}), "odt"},
      {made_zip({{"x", "y"}, {"mimetype", open_document + "text-template"}}), "odt"},
      {made_zip({{"mimetype", open_document + "spreadsheet"}}), "opendocument"},
      {made_zip({{"minutes.txt", "Minutes"}}), "zip"},
      {document.bytes().substr(0, 600), "docx"},
      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1" + std::string(5000, 'x') +
           "E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0"s,
       "encrypted"},
  };
  for (const Case& one : cases) EXPECT_EQ(detect_format(one.bytes, "").name, one.format);
}

TEST(Detect, WhatIsReadableHasAnExtractor) {
  for (const char* bytes :
       {"text", "{\\rtf1", "PK\x03\x04word/", "PK\x03\x04xl/", "PK\x03\x04ppt/", "PK\x03\x04", "%PDF-1.4", "<html>",
        "<?xml?>", "\x89PNG\r\n", "\x1F\x8B", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"}) {
    const Format& format = detect_format(bytes, "");
    EXPECT_EQ(format.readable, extractor_for(format.name) != nullptr) << format.name;
  }
  EXPECT_EQ(extractor_for("nothing"), nullptr);
}

TEST(ExtractText, EncodingsGiveTheSameWords) {
  const Lines expected = {"caf\u00E9 \u2013 \u201Cna\u00EFve\u201D"};
  EXPECT_EQ(lines_of("caf\u00E9 \u2013 \u201Cna\u00EFve\u201D"), expected);
  EXPECT_EQ(lines_of("\xEF\xBB\xBF"s + "caf\u00E9 \u2013 \u201Cna\u00EFve\u201D"), expected);
  EXPECT_EQ(lines_of("caf\xE9 \x96 \x93na\xEFve\x94"), expected);
  EXPECT_EQ(lines_of("\xFF\xFE"
                     "c\0a\0f\0\xE9\0 \0\x13\x20 \0\x1C\x20n\0a\0\xEF\0v\0e\0\x1D\x20"s),
            expected);
  EXPECT_EQ(lines_of("c\0a\0f\0\xE9\0 \0\x13\x20 \0\x1C\x20n\0a\0\xEF\0v\0e\0\x1D\x20"s), expected);
  EXPECT_EQ(lines_of("\0c\0a\0f\0\xE9\0 \x20\x13\0 \x20\x1C\0n\0a\0\xEF\0v\0e\x20\x1D"s), expected);
  EXPECT_EQ(lines_of("\xFE\xFF\0c\0a\0f\0\xE9\0 \x20\x13\0 \x20\x1C\0n\0a\0\xEF\0v\0e\x20\x1D"s), expected);
}

TEST(ExtractText, TheGuessedEncodingIsAWarning) {
  EXPECT_EQ(extract_text("caf\xE9").text.warnings, Lines{"read as Windows-1252, because it is not UTF-8"});
  EXPECT_EQ(extract_text("M\0i\0n\0u\0t\0e\0s\0"s).text.warnings,
            Lines{"read as UTF-16LE, although it has no byte order mark"});
  EXPECT_TRUE(extract_text("caf\u00E9").text.warnings.empty());
}

TEST(ExtractText, AFewBrokenCharactersDoNotMakeUtf8AnotherEncoding) {
  const Extraction extraction = extract_text("caf\u00E9 \u2018yes\u2019 \x92 end");
  ASSERT_EQ(extraction.status, ExtractionStatus::read);
  EXPECT_EQ(extraction.text.pages.at(0).lines, Lines{"caf\u00E9 \u2018yes\u2019 \uFFFD end"});
  EXPECT_EQ(extraction.text.warnings, Lines{"1 broken UTF-8 characters were replaced"});
}

TEST(ExtractText, WhatIsNotTextIsRefusedWithTheReason) {
  const Extraction nul = extract_text("ab\0cd"s);
  EXPECT_EQ(nul.status, ExtractionStatus::failed);
  EXPECT_EQ(nul.reason, "is not text: it holds NUL bytes, the first at offset 2");
  EXPECT_EQ(extract_text("\0a\0b\0c\0d\0"s).status, ExtractionStatus::failed);  // an odd number of bytes
  EXPECT_EQ(extract_text("a\0\0b\0c\0d"s).status, ExtractionStatus::failed);    // on both sides
  const Extraction controls = extract_text("\x01\x02\x03\x04 words \x05\x06");
  EXPECT_EQ(controls.status, ExtractionStatus::failed);
  EXPECT_EQ(controls.reason, "is not text: 6 of its 13 characters are control characters");
  EXPECT_EQ(extract_text("one \x01 stray character in a short file").status, ExtractionStatus::read);
  EXPECT_EQ(extract_text("hy\u00ADphen\u00ADat\u00ADed").status, ExtractionStatus::read);
}

TEST(ExtractText, WhiteSpaceAloneIsEmpty) {
  for (const std::string& blank : {""s, " \n\t\r\n"s, "\xEF\xBB\xBF"s, "\u00A0\u2003\u200B\n"s, "\f\f"s}) {
    EXPECT_EQ(extract_text(blank).status, ExtractionStatus::empty);
  }
}

TEST(ExtractText, AllLineEndsEndLines) {
  EXPECT_EQ(lines_of("a\nb\r\nc\rd\ve\u2028f\u2029g\u0085h"), (Lines{"a", "b", "c", "d", "e", "f", "g", "h"}));
  EXPECT_EQ(lines_of("a\n\nb\n"), (Lines{"a", "", "b"}));
  EXPECT_EQ(lines_of("a tab\tstays, a bell\x07 goes; so does no accent: \u00E2\u201A"),
            (Lines{"a tab\tstays, a bell  goes; so does no accent: \u00E2\u201A"}));
}

TEST(ExtractText, FormFeedsMakeNumberedPages) {
  const Extraction plain = extract_text("one\ntwo\n");
  ASSERT_EQ(plain.text.pages.size(), 1U);
  EXPECT_EQ(plain.text.pages[0].number, 0);

  const Extraction paged = extract_text("one\n\ftwo\nthree\f\ffour\n\f\n");
  ASSERT_EQ(paged.text.pages.size(), 4U);
  const std::vector<Lines> expected = {{"one"}, {"two", "three"}, {}, {"four"}};
  for (std::size_t i = 0; i < expected.size(); ++i) {
    EXPECT_EQ(paged.text.pages[i].number, static_cast<int>(i) + 1);
    EXPECT_EQ(paged.text.pages[i].lines, expected[i]);
  }
}

TEST(ExtractText, ALongLineIsCutAtACharacterAndNamed) {
  const std::string accents = [] {
    std::string text = "x";
    for (int i = 0; i < 600'000; ++i) text += "\u00E9";
    return text;
  }();
  const Extraction extraction = extract_text("first\n" + accents + "\nlast");
  ASSERT_EQ(extraction.status, ExtractionStatus::read);
  const Lines& lines = extraction.text.pages.at(0).lines;
  ASSERT_EQ(lines.size(), 3U);
  EXPECT_EQ(lines[1].size(), 999'999U);
  EXPECT_EQ(lines[1].substr(lines[1].size() - 2), "\u00E9");
  EXPECT_EQ(lines[2], "last");
  EXPECT_EQ(extraction.text.warnings, Lines{"line 2 was cut at 1,000,000 bytes"});
}

TEST(ExtractText, TextBeyondTheLimitIsCutWithAWarning) {
  std::string text;
  while (text.size() < max_text_bytes + 200'000) text += std::string(999, 'w') + "\n";
  const Extraction extraction = extract_text(text);
  std::size_t bytes = 0;
  for (const std::string& line : extraction.text.pages.at(0).lines) bytes += line.size();
  EXPECT_LE(bytes, max_text_bytes);
  EXPECT_GT(bytes, max_text_bytes - 1000);
  ASSERT_EQ(extraction.text.warnings.size(), 1U);
  EXPECT_NE(extraction.text.warnings[0].find("first 40 MB"), std::string::npos);
}

TEST(ExtractText, WarningsOfManyCutLinesAreSummedUp) {
  std::string text;
  for (int i = 0; i < 25; ++i) text += std::string(max_line_bytes + 1, 'w') + "\n";
  const Lines warnings = extract_text(text).text.warnings;
  ASSERT_EQ(warnings.size(), 21U);
  EXPECT_EQ(warnings.back(), "5 more lines were cut at 1,000,000 bytes");
}

TEST(Frames, AreCutFromAStreamWhereverItIsTorn) {
  const std::string stream = encode_frame(FrameType::format, "text") +
                             encode_frame(FrameType::lines, std::string(70'000, 'x')) +
                             encode_frame(FrameType::end, "");
  for (const std::size_t step : {std::size_t{1}, std::size_t{7}, std::size_t{4096}, stream.size()}) {
    FrameDecoder decoder;
    std::vector<Frame> frames;
    for (std::size_t at = 0; at < stream.size(); at += step) {
      decoder.feed(std::string_view(stream).substr(at, step));
      while (std::optional<Frame> frame = decoder.next()) frames.push_back(std::move(*frame));
    }
    ASSERT_EQ(frames.size(), 3U) << step;
    EXPECT_EQ(frames[0].type, FrameType::format);
    EXPECT_EQ(frames[0].payload, "text");
    EXPECT_EQ(frames[1].payload.size(), 70'000U);
    EXPECT_EQ(frames[2].type, FrameType::end);
  }
}

TEST(Frames, NonsenseIsRefused) {
  FrameDecoder too_long;
  too_long.feed("\x04\xFF\xFF\xFF\x7F");
  EXPECT_THROW(too_long.next(), std::runtime_error);
  for (const std::string& type : {"\0"s, "\x0C"s, "\xFF"s}) {
    FrameDecoder unknown;
    unknown.feed(type + "\0\0\0\0"s);
    EXPECT_THROW(unknown.next(), std::runtime_error);
  }
  EXPECT_THROW(encode_frame(FrameType::lines, std::string(max_frame_bytes + 1, 'x')), std::length_error);
}

}  // namespace
}  // namespace minutebook::indexer
