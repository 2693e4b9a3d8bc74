// What the indexer understands of a file, without an index: read, understood, tagged, with the ids an index would give.
// Knows nothing of printing (inspect_json.h, inspect_text.h).
#pragma once

#include <string>

#include "indexer/source_reader.h"
#include "schema/vocabulary.h"

namespace minutebook::indexer {

struct Inspection {
  std::string source;     ///< the name as given
  std::string source_id;  ///< of its absolute path
  std::string sha256;     ///< empty: it could not be opened
  SourceReading reading;  ///< papers with the topics of their items
};

/// Never throws for the file's sake: what goes wrong is in `reading.reason`.
Inspection inspect_source(const std::string& name, const SuppliedMetadata& metadata, SourceReader& reader,
                          const schema::Vocabulary& vocabulary);

}  // namespace minutebook::indexer
