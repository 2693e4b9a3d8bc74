// What `inspect` prints for a person: per paper its facts, then its items with what was found in them.
// Knows nothing of how the file was read.
#pragma once

#include <string>

#include "indexer/inspect.h"

namespace minutebook::indexer {

std::string inspection_text(const Inspection& inspection);

}  // namespace minutebook::indexer
