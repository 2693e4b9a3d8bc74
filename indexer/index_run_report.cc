#include "indexer/index_run_report.h"

#include "indexer/source_status.h"

namespace minutebook::indexer {

void IndexReport::count(const schema::SourceRow& row, bool before, bool same) {
  ++sources;
  if (row.status == status_failed) {
    failed.push_back({row.path, row.reason});
  } else if (row.status == status_duplicate) {
    ++duplicates;
  } else if (row.status == status_empty) {
    ++empty;
    if (!same) newly_empty.push_back({row.path, row.reason});
  } else if (row.status == status_exempt) {
    ++exempt;
  } else if (row.status == status_withdrawn) {
    ++withdrawn;
  } else {
    std::uint64_t IndexReport::*counter = before ? &IndexReport::changed : &IndexReport::added;
    if (same) counter = &IndexReport::unchanged;
    ++(this->*counter);
    if (!same && !row.warnings.empty()) ++warned;
    indexed_.emplace(row.path, counter);
  }
}

void IndexReport::found_duplicate(const std::string& path) {
  const auto counted = indexed_.find(path);
  if (counted == indexed_.end()) return;
  --(this->*counted->second);
  ++duplicates;
  indexed_.erase(counted);
}

}  // namespace minutebook::indexer
