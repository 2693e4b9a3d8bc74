#include "indexer/ledger.h"

#include <sys/stat.h>

#include <algorithm>
#include <filesystem>
#include <map>
#include <set>
#include <system_error>
#include <tuple>
#include <utility>

#include "indexer/ledger_works.h"
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

CoverageRow& row_of(const schema::Shard& shard, const schema::PaperRow& paper, CoverageTable& table) {
  const schema::FacetValue& council = shard.values()[paper.council];
  const schema::FacetValue& committee = shard.values()[paper.committee];
  const bool committee_known = committee.value != schema::unknown_value;
  CoverageRow& row =
      table.row(known(council.value), committee_known ? key_without_council(committee.value) : std::string(),
                schema::unpack_date(paper.date).year);
  row.council = known(council.value);
  if (!row.council.empty()) row.council_name = council.label;
  if (committee_known) row.committee = committee.label;
  return row;
}

void add_paper(const schema::Shard& shard, const schema::PaperRow& paper, CoverageTable& table) {
  CoverageRow& row = row_of(shard, paper, table);
  ++row.papers;
  row.items += paper.items;
}

void add_source(const schema::SourceRow& source, const schema::CouncilRegistry& councils, CoverageTable& table) {
  const std::uint64_t unread_pages = source.status == status_indexed ? source.unread_pages : 0;
  if (source.status != status_failed && source.exempt_items == 0 && unread_pages == 0) return;
  const schema::Council* council = councils.by_code(source.council);
  const std::string council_name = council == nullptr ? source.council : council->official_name;
  CoverageRow& row = table.row(source.council, schema::committee_key(source.committee, council_name),
                               schema::unpack_date(source.date).year);
  row.council = source.council;
  if (row.council_name.empty()) row.council_name = council_name;
  if (row.committee.empty()) row.committee = source.committee;
  row.failed += source.status == status_failed ? 1 : 0;
  row.exempt_items += source.exempt_items;
  row.unread_pages += unread_pages;
}

void note_source(const LiveSource& live, Coverage& coverage) {
  const schema::SourceRow& source = *live.row;
  coverage.sources.push_back({source, std::string(live.status()), 0});
  if (live.status() == status_duplicate) {
    ++coverage.duplicates;
  } else if (source.status != status_indexed) {
    coverage.unread.push_back({source.path, source.status, source.reason});
  } else {
    for (const std::string& warning : source.warnings) coverage.warned.push_back({source.path, source.status, warning});
  }
}

void add_copies(const schema::Index& index, CoverageTable& table, Coverage& coverage) {
  coverage.copies = copy_notes(index);
  for (const schema::ShardState& state : index.shards) {
    for (const schema::PaperCopy& copy : state.copies)
      ++row_of(*state.shard, state.shard->papers()[copy.paper], table).copies;
  }
  for (const PaperCopyNote& note : coverage.copies) {
    const auto source =
        std::lower_bound(coverage.sources.begin(), coverage.sources.end(), note.source,
                         [](const SourceCoverage& one, const std::string& path) { return one.row.path < path; });
    ++source->copies;
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

Coverage coverage_of(const schema::Index& index, const schema::Date& today) {
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
    note_source(source, coverage);
  }
  add_copies(index, table, coverage);
  for (UnreadSource& note : shared_id_notes(index)) coverage.warned.push_back(std::move(note));
  coverage.gaps = gaps_of(index, today);
  coverage.rows = std::move(table).ordered();
  for (const CoverageRow& row : coverage.rows) {
    coverage.total.papers += row.papers;
    coverage.total.items += row.items;
    coverage.total.failed += row.failed;
    coverage.total.exempt_items += row.exempt_items;
    coverage.total.copies += row.copies;
    coverage.total.unread_pages += row.unread_pages;
  }
  return coverage;
}

}  // namespace minutebook::indexer
