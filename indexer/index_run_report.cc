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
  } else if (row.status == status_exempt) {
    ++exempt;
  } else if (row.status == status_withdrawn) {
    ++withdrawn;
  } else if (same) {
    ++unchanged;
  } else {
    ++(before ? changed : added);
  }
}

}  // namespace minutebook::indexer
