#include "indexer/index_run_rows.h"

#include <algorithm>
#include <utility>

#include "indexer/hash.h"
#include "indexer/source_status.h"

namespace minutebook::indexer {
namespace {

std::string council_code(const SuppliedMetadata& metadata, const schema::CouncilRegistry& councils) {
  if (metadata.council.empty()) return {};
  if (const schema::Council* council = councils.by_code(metadata.council)) return council->code;
  const auto named = councils.by_name(metadata.council, metadata.date.value_or(schema::Date{}));
  return named.size() == 1 ? named.front()->code : std::string();
}

/// The ledger is kept by council, committee and year: those of the first paper that states them.
void take_facts(const std::vector<schema::Paper>& papers, schema::SourceRow& row) {
  for (const schema::Paper& paper : papers) {
    if (row.council.empty()) row.council = paper.council;
    if (row.committee.empty()) row.committee = paper.committee;
    if (row.date == 0) row.date = paper.date.packed();
  }
}

void withhold_exempt(std::vector<schema::Paper>& papers, bool all, schema::SourceRow& row) {
  for (schema::Paper& paper : papers) {
    const bool whole = all || paper.exempt;
    row.exempt_items += static_cast<std::uint32_t>(
        std::erase_if(paper.items, [whole](const schema::Item& item) { return whole || item.exempt; }));
  }
  std::erase_if(papers, [](const schema::Paper& paper) { return paper.items.empty(); });
}

void clear_marks(std::vector<schema::Paper>& papers) {
  for (schema::Paper& paper : papers) {
    paper.exempt = false;
    for (schema::Item& item : paper.items) item.exempt = false;
  }
}

}  // namespace

schema::SourceRow row_of(const PlannedSource& source, const schema::CouncilRegistry& councils) {
  schema::SourceRow row;
  row.path = source.path;
  row.id = source_id(source.path);
  row.sha256 = source.sha256;
  row.metadata_digest = source.digest;
  row.url = source.metadata.url;
  row.bytes = source.bytes;
  row.council = council_code(source.metadata, councils);
  row.committee = source.metadata.committee;
  if (source.metadata.date) row.date = source.metadata.date->packed();
  if (!source.problem.empty()) {
    row.status = status_failed;
    row.reason = source.problem;
  }
  return row;
}

void add_reading(SourceReading& reading, const SuppliedMetadata& metadata, schema::SourceRow& row) {
  row.format = reading.format;
  row.pages = reading.pages;
  row.scanned_pages = static_cast<std::uint32_t>(reading.scanned_pages);
  row.unread_pages = static_cast<std::uint32_t>(reading.unread_pages);
  row.status = reading.status;
  row.reason = reading.reason;
  row.warnings = std::move(reading.warnings);
  take_facts(reading.papers, row);
  for (const schema::Paper& paper : reading.papers) {
    row.warnings.insert(row.warnings.end(), paper.warnings.begin(), paper.warnings.end());
  }
  if (metadata.exempt == false) {
    clear_marks(reading.papers);
    return;
  }
  withhold_exempt(reading.papers, metadata.exempt == true, row);
  if (row.status == status_indexed && reading.papers.empty()) {
    row.status = status_exempt;
    row.reason = metadata.exempt == true ? "is stated to be exempt" : "all of it is marked exempt";
  }
}

void add_original(const schema::SourceRow& original, schema::SourceRow& row) {
  row.format = original.format;
  row.pages = original.pages;
  row.scanned_pages = original.scanned_pages;
  row.unread_pages = original.unread_pages;
  row.council = original.council;
  row.committee = original.committee;
  row.date = original.date;
  row.status = original.status;
  row.reason = original.reason;
  row.exempt_items = original.exempt_items;
  if (original.status != status_indexed) return;
  row.status = status_duplicate;
  row.reason = copy_note("its content", original.path);
}

bool same_row(const schema::SourceRow& a, const schema::SourceRow& b) {
  return a.sha256 == b.sha256 && a.metadata_digest == b.metadata_digest && a.url == b.url && a.status == b.status &&
         a.reason == b.reason && a.format == b.format && a.warnings == b.warnings && a.exempt_items == b.exempt_items;
}

}  // namespace minutebook::indexer
