// What the converter of old Word documents leaves of fields: their codes, which Word never shows.
// Knows nothing of the converter or of processes.
#pragma once

#include <string>
#include <string_view>

namespace minutebook::indexer {

/// `text` without codes such as `HYPERLINK "http://…" \l "place"`, `PAGEREF _Toc12 \h`, `TOC \o "1-3" \h`; what the
/// fields show stays. A code is in capitals and an argument or a switch follows it: words of a sentence stay as they
/// are.
std::string without_field_codes(std::string_view text);

}  // namespace minutebook::indexer
