// Reading a manifest: what a clerk or a crawler states about each file, as a table (TSV with a header) or as JSON.
// Knows nothing of councils or of the files themselves.
#pragma once

#include <string>
#include <vector>

#include "indexer/understand.h"

namespace minutebook::indexer {

/// One row: the file and what is stated about it; what is not stated is empty.
struct ManifestRow {
  std::string path;   ///< absolute; relative ones are taken from the manifest's folder
  std::string place;  ///< for messages: "papers.tsv line 3"
  SuppliedMetadata metadata;
};

/// Columns (TSV) or keys (JSON: an array of objects): path, council, committee, date, kind, title, url, exempt; `path`
/// is required. Dates as schema/date.h reads them, a single day; kinds as schema/paper.h names them; exempt: yes, no,
/// true or false. Throws Error (unreadable) if the file cannot be read, Error (usage) naming the place for whatever is
/// wrong in it.
std::vector<ManifestRow> read_manifest(const std::string& file);

}  // namespace minutebook::indexer
