// The ledger of an index: its size and state, and what was and was not read, by council, committee and year.
// Knows nothing of printing or of Xapian.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

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
};

struct UnreadSource {
  std::string path;
  std::string status;
  std::string reason;
};

struct Coverage {
  std::uint64_t revision = 0;
  std::vector<CoverageRow> rows;  ///< ordered by council, committee, year
  CoverageRow total;              ///< names empty
  std::uint64_t undated_papers = 0;
  std::vector<UnreadSource> unread;  ///< failed, empty, exempt, withdrawn; ordered by path
  std::vector<UnreadSource> warned;  ///< indexed, one entry for each warning
  std::uint64_t duplicates = 0;
  std::vector<std::string> withdrawn;  ///< paths and paper ids kept out
};

Coverage coverage_of(const schema::Index& index);

}  // namespace minutebook::indexer
