// The ledger of an index: its size and state, and what was and was not read, by council, committee and year.
// Knows nothing of printing or of Xapian.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "indexer/ledger_gaps.h"
#include "schema/index.h"

namespace minutebook::indexer {

struct IndexStatus {
  std::uint64_t revision = 0;
  std::uint64_t items = 0;
  std::uint64_t papers = 0;
  std::uint64_t undated_papers = 0;
  std::uint64_t sources = 0;
  std::uint64_t not_indexed = 0;  ///< sources with another status than indexed or duplicate
  std::uint64_t shards = 0;
  std::uint64_t disk_bytes = 0;    ///< of the whole folder, files with several names once
  std::uint64_t source_bytes = 0;  ///< of the sources that are indexed
  std::uint64_t withdrawn = 0;     ///< paths and papers kept out
  schema::Date from;               ///< first and last meeting; unknown if no paper has a date
  schema::Date to;
  std::string vocabulary;  ///< digest
};

IndexStatus status_of(const schema::Index& index);

/// Papers and items of one council, committee and year; what could not be read counts where it is known to belong.
struct CoverageRow {
  std::string council;  ///< code; empty: unknown
  std::string council_name;
  std::string committee;  ///< display name; empty: unknown
  int year = 0;           ///< calendar year; 0: no date
  std::uint64_t papers = 0;
  std::uint64_t items = 0;
  std::uint64_t failed = 0;  ///< sources
  std::uint64_t exempt_items = 0;
  std::uint64_t copies = 0;        ///< papers that are counted elsewhere
  std::uint64_t unread_pages = 0;  ///< of sources that were read otherwise
};

struct UnreadSource {
  std::string path;
  std::string status;
  std::string reason;
};

/// A source and how it was read.
struct SourceCoverage {
  schema::SourceRow row;
  std::string status;        ///< as in the row, or "duplicate" because of its papers
  std::uint64_t copies = 0;  ///< of its papers, those that other sources represent
};

/// A paper that another one represents.
struct PaperCopyNote {
  std::string source;
  std::string paper;  ///< id, for `minutebook show`
  std::string of;     ///< id of the paper that is found in its place
  std::string of_source;
  std::uint32_t differing = 0;  ///< passages of it that the other has not in these words
  bool draft = false;
};

struct Coverage {
  std::uint64_t revision = 0;
  std::vector<CoverageRow> rows;  ///< ordered by council, committee, year
  CoverageRow total;              ///< names empty
  std::uint64_t undated_papers = 0;
  std::vector<UnreadSource> unread;  ///< failed, empty, exempt, withdrawn; ordered by path
  std::vector<UnreadSource> warned;  ///< indexed, one entry for each warning
  std::uint64_t duplicates = 0;
  std::vector<SourceCoverage> sources;  ///< all of them, by path
  std::vector<PaperCopyNote> copies;    ///< by path
  std::vector<MeetingGap> gaps;
  std::vector<std::string> withdrawn;  ///< paths and paper ids kept out
};

/// `today`: meetings after it lack no minutes.
Coverage coverage_of(const schema::Index& index, const schema::Date& today = {});

}  // namespace minutebook::indexer
