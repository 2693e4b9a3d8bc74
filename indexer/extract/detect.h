// The format of a file by its first bytes (of an archive, by its directory), and by its name's extension where bytes
// cannot tell. Knows nothing of how a format is read.
#pragma once

#include <string_view>

namespace minutebook::indexer {

struct Format {
  std::string_view name;         ///< in JSON and the ledger: "text", "markdown", "pdf" …
  std::string_view label;        ///< in sentences: "PDF", "Word (DOCX)" …
  bool readable = false;         ///< this version has an extractor for it
  std::string_view advice = {};  ///< of one that is not readable: what to do instead, a clause; may be empty
};

/// `bytes`: the whole file; of ZIP archives the directory is read, of others the beginning. `extension`: lower case,
/// without the dot. What is not recognised is taken for text; whether it is text is for the extractor to say.
const Format& detect_format(std::string_view bytes, std::string_view extension);

}  // namespace minutebook::indexer
