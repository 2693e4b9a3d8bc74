#include "indexer/source_reader.h"

#include <algorithm>
#include <cctype>
#include <exception>
#include <new>
#include <utility>

#include "indexer/doc_lines.h"
#include "indexer/hash.h"
#include "indexer/source_status.h"
#include "indexer/url_grammar.h"
#include "schema/error.h"

namespace minutebook::indexer {
namespace {

constexpr std::string_view picture_format = "picture";  // Format::name (extract/detect.h)

SourceReading failed(std::string reason) {
  SourceReading reading;
  reading.status = status_failed;
  reading.reason = std::move(reason);
  return reading;
}

SourceReading empty() {
  SourceReading reading;
  reading.status = status_empty;
  reading.reason = "holds no text";
  return reading;
}

int page_count(const ExtractedText& text) {
  return text.pages.empty() || text.pages.front().number == 0 ? 0 : static_cast<int>(text.pages.size());
}

std::size_t letters_in(const std::vector<std::string>& lines) {
  std::size_t count = 0;
  for (const std::string& line : lines) {
    count += static_cast<std::size_t>(std::count_if(
        line.begin(), line.end(), [](char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0; }));
  }
  return count;
}

/// The committee a URL names counts only where nobody else names one: there it has lost commas and apostrophes.
Understood understand_with_url(const ExtractedText& text, const SuppliedMetadata& metadata,
                               const schema::CouncilRegistry& councils) {
  Understood papers = understand(text, metadata, councils);
  const bool stated = std::any_of(papers.papers.begin(), papers.papers.end(),
                                  [](const schema::Paper& paper) { return !paper.committee.empty(); });
  if (stated || papers.papers.empty() || metadata.url.empty()) return papers;
  SuppliedMetadata more = metadata;
  more.committee = metadata_of_url(metadata.url).committee;
  return more.committee.empty() ? std::move(papers) : understand(text, more, councils);
}

SuppliedMetadata named(SuppliedMetadata metadata, const std::string& path) {
  metadata.file_name = path.substr(path.rfind('/') + 1);
  return metadata;
}

SourceReading understood(const ExtractedText& text, const SuppliedMetadata& metadata,
                         const schema::CouncilRegistry& councils) {
  Understood papers = understand_with_url(text, metadata, councils);
  SourceReading reading = papers.papers.empty() ? empty() : SourceReading{};
  if (!papers.papers.empty()) reading.status = status_indexed;
  reading.papers = std::move(papers.papers);
  reading.warnings = text.warnings;
  reading.warnings.insert(reading.warnings.end(), papers.warnings.begin(), papers.warnings.end());
  return reading;
}

}  // namespace

SourceReader::SourceReader(const std::string& worker_program, const schema::CouncilRegistry& councils,
                           const PictureOptions& pictures)
    : worker_(worker_program),
      converter_(worker_program, find_doc_converter()),
      picture_worker_(worker_program, {}, true),
      reads_pictures_(pictures.read),
      texts_(pictures.index_folder),
      councils_(councils) {}

/// Documents of the old Word format become text first, if a converter is installed; that text is no more to be trusted
/// than the document.
Extraction SourceReader::extract(const SourceFile& file, const std::string& path) {
  Extraction extraction = worker_.extract(file.descriptor(), file.bytes(), extension_of(path));
  if (extraction.text.format != doc_format || !converter_.installed()) return extraction;
  const ConvertedDoc converted = converter_.convert(file.descriptor());
  if (!converted.trouble.empty()) {
    extraction.reason = converted.trouble;
    return extraction;
  }
  extraction = worker_.extract(converted.text.descriptor(), converted.text.bytes(), "txt");
  extraction.text.format = doc_format;
  for (ExtractedPage& page : extraction.text.pages) {
    for (std::string& line : page.lines) line = paragraph_of_doc(line);
  }
  extraction.text.facts.whole_paragraphs = true;
  if (!converted.warning.empty()) extraction.text.warnings.push_back(converted.warning);
  return extraction;
}

/// The lines of a page as its picture shows them, from an earlier run or read now; nullopt: they stay unread.
std::optional<std::vector<std::string>> SourceReader::picture_text(const SourceFile& file, const std::string& sha256,
                                                                   int page, std::vector<std::string>& warnings) {
  if (std::optional<std::vector<std::string>> lines = texts_.find(sha256, page)) return lines;
  if (!reads_pictures_) return std::nullopt;
  Extraction picture = picture_worker_.read_picture(file.descriptor(), page);
  if (picture.status != ExtractionStatus::read) {
    if (warnings.size() < max_warnings) {
      warnings.push_back("page " + std::to_string(page) + " could not be read from its picture: " + picture.reason);
    }
    return std::nullopt;
  }
  texts_.keep(sha256, page, picture.text.pages.at(0).lines);
  return std::move(picture.text.pages.at(0).lines);
}

/// Fills pages that were not read, as far as their pictures are to be read or were read before. Returns how many pages
/// stay unread.
int SourceReader::read_pictures(const SourceFile& file, ExtractedText& text) {
  std::vector<int> unread;
  std::string sha256;
  for (ExtractedPage& page : text.pages) {
    if (page.reading != PageReading::unread) continue;
    if (sha256.empty()) sha256 = sha256_of_file(file.descriptor());
    std::optional<std::vector<std::string>> lines = picture_text(file, sha256, page.number, text.warnings);
    if (!lines) {
      unread.push_back(page.number);
      continue;
    }
    // The picture shows the page's own text too: less of it means that it was read badly.
    if (letters_in(*lines) * 5 >= letters_in(page.lines) * 4) page.lines = std::move(*lines);
    page.reading = PageReading::scanned;
  }
  if (!unread.empty()) text.warnings.push_back(unread_note(unread));
  return static_cast<int>(unread.size());
}

SourceReading SourceReader::read(const SourceFile& file, const std::string& path, const SuppliedMetadata& metadata) {
  if (!file.problem().empty()) return failed(file.problem());
  Extraction extraction = extract(file, path);
  const int unread = read_pictures(file, extraction.text);
  SourceReading reading;
  switch (extraction.status) {
    case ExtractionStatus::failed:
      reading = failed(extraction.reason);
      break;
    case ExtractionStatus::empty:
      reading = empty();
      if (!extraction.reason.empty()) reading.reason = extraction.reason;
      break;
    case ExtractionStatus::read:
      // One source that cannot be understood is a row of the ledger, not the end of the run.
      try {
        reading = understood(extraction.text, named(metadata, path), councils_);
      } catch (const std::bad_alloc&) {
        reading = failed("needs more memory than there is");
      } catch (const std::exception& error) {
        reading = failed(std::string("could not be understood: ") + error.what());
      }
      break;
  }
  reading.format = extraction.text.format;
  reading.pages = page_count(extraction.text);
  reading.scanned_pages =
      static_cast<int>(std::count_if(extraction.text.pages.begin(), extraction.text.pages.end(),
                                     [](const ExtractedPage& page) { return page.reading == PageReading::scanned; }));
  reading.unread_pages = unread;
  if (reading.status == status_empty && unread > 0) {
    reading.reason = reading.format == picture_format ? "is a picture that was not read: --ocr reads it"
                                                      : "holds no text, only pictures";
  }
  return reading;
}

}  // namespace minutebook::indexer
