#include "indexer/source_reader.h"

#include <algorithm>
#include <exception>
#include <new>
#include <utility>

#include "indexer/source_status.h"
#include "indexer/url_grammar.h"
#include "schema/error.h"

namespace minutebook::indexer {
namespace {

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

SourceReader::SourceReader(const std::string& worker_program, const schema::CouncilRegistry& councils)
    : worker_(worker_program), councils_(councils) {}

SourceReading SourceReader::read(const SourceFile& file, const std::string& path, const SuppliedMetadata& metadata) {
  if (!file.problem().empty()) return failed(file.problem());
  const Extraction extraction = worker_.extract(file.descriptor(), file.bytes(), extension_of(path));
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
        reading = understood(extraction.text, metadata, councils_);
      } catch (const std::bad_alloc&) {
        reading = failed("needs more memory than there is");
      } catch (const std::exception& error) {
        reading = failed(std::string("could not be understood: ") + error.what());
      }
      break;
  }
  reading.format = extraction.text.format;
  reading.pages = page_count(extraction.text);
  return reading;
}

}  // namespace minutebook::indexer
