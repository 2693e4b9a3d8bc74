// The ledger as JSON, for the command and for the service.
// Knows nothing of options or of HTTP.
#pragma once

#include <string>

#include "indexer/ledger.h"

namespace minutebook::cli {

/// The ledger of an index as it stands today.
indexer::Coverage coverage_now(const schema::Index& index);
/// One line. `with_sources`: also every source and how it was read.
std::string coverage_json(const indexer::Coverage& coverage, bool with_sources);
/// The same of an index, without its sources and without what index.hidden_folder hides.
std::string coverage_json(const schema::Index& index);

}  // namespace minutebook::cli
