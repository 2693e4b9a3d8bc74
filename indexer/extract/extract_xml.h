// XML: answers of the web service of ModernGov, as councils' sites give them, and documents with escaped HTML in them.
// Knows nothing of how they were asked for. Nothing a document refers to is loaded.
#pragma once

#include <string_view>

#include "indexer/extract/extraction.h"

namespace minutebook::indexer {

/// A meeting with its agenda, minutes and decisions; lists of meetings and committees hold no paper and are empty, with
/// a reason; lists of councillors are refused, because they hold home addresses. XML of an unknown kind is read element
/// by element, with a warning. `text.format` is left to the caller.
Extraction extract_xml(std::string_view bytes);

}  // namespace minutebook::indexer
