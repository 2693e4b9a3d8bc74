// Thrown inside extractors when a document cannot be read; the extractor turns it into Extraction::reason.
// Knows nothing of any format.
#pragma once

#include <stdexcept>

namespace minutebook::indexer {

/// `what()`: a clause that follows the file's name: "is damaged: its ZIP directory is missing …".
struct UnreadableDocument : std::runtime_error {
  using std::runtime_error::runtime_error;
};

}  // namespace minutebook::indexer
