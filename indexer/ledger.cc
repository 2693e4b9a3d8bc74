#include "indexer/ledger.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <tuple>
#include <utility>

#include "indexer/live_index.h"
#include "indexer/source_status.h"
#include "indexer/withdrawn.h"
#include "schema/committee_kinds.h"
#include "schema/councils.h"

namespace minutebook::indexer {
namespace {

/// Files of generations share their shards by hard links: each is counted once.
std::uint64_t bytes_below(const std::string& folder) {
  std::uint64_t bytes = 0;
  std::set<std::pair<dev_t, ino_t>> counted;
  std::error_code error;
  for (std::filesystem::recursive_directory_iterator entry(folder, error), end; !error && entry != end;
       entry.increment(error)) {
    struct stat status {};
    if (::lstat(entry->path().c_str(), &status) != 0 || !S_ISREG(status.st_mode)) continue;
    if (counted.insert({status.st_dev, status.st_ino}).second) bytes += static_cast<std::uint64_t>(status.st_size);
  }
  return bytes;
}

/// Rows by council, committee key and year.
class CoverageTable {
 public:
  CoverageRow& row(const std::string& council, const std::string& committee_key, int year) {
    return rows_[{council, committee_key, year}];
  }

  std::vector<CoverageRow> ordered() && {
    std::vector<CoverageRow> rows;
    for (auto& [key, row] : rows_) {
      row.year = std::get<2>(key);
      rows.push_back(std::move(row));
    }
    std::stable_sort(rows.begin(), rows.end(), [](const CoverageRow& a, const CoverageRow& b) {
      return std::tie(a.council_name, a.committee, a.year) < std::tie(b.council_name, b.committee, b.year);
    });
    return rows;
  }

 private:
  std::map<std::tuple<std::string, std::string, int>, CoverageRow> rows_;
};

std::string known(const std::string& value) {
  return value == schema::unknown_value ? std::string() : value;
}

std::string key_without_council(const std::string& committee_value) {
  return committee_value.substr(committee_value.find('/') + 1);
}

void add_paper(const schema::Shard& shard, const schema::PaperRow& paper, CoverageTable& table) {
  const schema::FacetValue& council = shard.values()[paper.council];
  const schema::FacetValue& committee = shard.values()[paper.committee];
  const bool committee_known = committee.value != schema::unknown_value;
  CoverageRow& row =
      table.row(known(council.value), committee_known ? key_without_council(committee.value) : std::string(),
                schema::unpack_date(paper.date).year);
  row.council = known(council.value);
  if (!row.council.empty()) row.council_name = council.label;
  if (committee_known) row.committee = committee.label;
  ++row.papers;
  row.items += paper.items;
}

void add_source(const schema::SourceRow& source, const schema::CouncilRegistry& councils, CoverageTable& table) {
  if (source.status != status_failed && source.exempt_items == 0) return;
  const schema::Council* council = councils.by_code(source.council);
  const std::string council_name = council == nullptr ? source.council : council->official_name;
  CoverageRow& row = table.row(source.council, schema::committee_key(source.committee, council_name),
                               schema::unpack_date(source.date).year);
  row.council = source.council;
  if (row.council_name.empty()) row.council_name = council_name;
  if (row.committee.empty()) row.committee = source.committee;
  row.failed += source.status == status_failed ? 1 : 0;
  row.exempt_items += source.exempt_items;
}

void note_source(const schema::SourceRow& source, Coverage& coverage) {
  if (source.status == status_duplicate) {
    ++coverage.duplicates;
  } else if (source.status != status_indexed) {
    coverage.unread.push_back({source.path, source.status, source.reason});
  } else {
    for (const std::string& warning : source.warnings) coverage.warned.push_back({source.path, source.status, warning});
  }
}

}  // namespace

IndexStatus status_of(const schema::Index& index) {
  IndexStatus status;
  status.revision = index.revision;
  status.shards = index.shards.size();
  status.vocabulary = index.vocabulary->digest();
  status.withdrawn = Withdrawn(index.removed).names().size();
  status.disk_bytes = bytes_below(index.folder);
  for (const LiveSource& source : live_sources(index)) {
    ++status.sources;
    if (source.status() == status_indexed) {
      status.source_bytes += source.row->bytes;
    } else if (source.status() != status_duplicate) {
      ++status.not_indexed;
    }
  }
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  for_each_counted_paper(index, [&](const schema::Shard& shard, std::uint32_t ordinal) {
    const schema::PaperRow& paper = shard.papers()[ordinal];
    ++status.papers;
    status.items += paper.items;
    if (paper.date == 0) {
      ++status.undated_papers;
      return;
    }
    first = first == 0 ? paper.date : std::min(first, paper.date);
    last = std::max(last, paper.date);
  });
  status.from = schema::unpack_date(first);
  status.to = schema::unpack_date(last);
  return status;
}

Coverage coverage_of(const schema::Index& index) {
  Coverage coverage;
  coverage.revision = index.revision;
  coverage.withdrawn = Withdrawn(index.removed).names();
  CoverageTable table;
  for_each_counted_paper(index, [&](const schema::Shard& shard, std::uint32_t ordinal) {
    const schema::PaperRow& paper = shard.papers()[ordinal];
    add_paper(shard, paper, table);
    if (paper.date == 0) ++coverage.undated_papers;
  });
  for (const LiveSource& source : live_sources(index)) {
    add_source(*source.row, *index.councils, table);
    note_source(*source.row, coverage);
  }
  coverage.rows = std::move(table).ordered();
  for (const CoverageRow& row : coverage.rows) {
    coverage.total.papers += row.papers;
    coverage.total.items += row.items;
    coverage.total.failed += row.failed;
    coverage.total.exempt_items += row.exempt_items;
  }
  return coverage;
}

}  // namespace minutebook::indexer
