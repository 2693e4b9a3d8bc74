// The format of a file by its first bytes, and by its name's extension where bytes cannot tell.
// Knows nothing of how a format is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace minutebook::indexer {

struct Format {
  std::string_view name;   ///< in JSON and the ledger: "text", "markdown", "pdf" …
  std::string_view label;  ///< in sentences: "PDF", "Word (DOCX)" …
  bool readable = false;   ///< this version has an extractor for it
};

/// How many of a file's first bytes `detect_format` looks at.
inline constexpr std::size_t detection_bytes = 4096;

/// `beginning`: the first `detection_bytes` bytes (fewer if the file is shorter). `extension`: lower case, without the
/// dot. What is not recognised is taken for text; whether it is text is for the extractor to say.
const Format& detect_format(std::string_view beginning, std::string_view extension);

}  // namespace minutebook::indexer
