// The addresses of pages and of what they link to.
// Knows nothing of what the pages hold; nothing is fetched.
#pragma once

#include <string>
#include <string_view>

namespace minutebook::indexer {

/// The address `link` means on the page at `base`, spaces written as %20 and session ids of the server taken out; with
/// an empty `base` a relative one stays relative. Empty: it leads nowhere ("#top", "javascript:…", "mailto:…").
std::string resolve_link(std::string_view base, std::string_view link);

/// It leads to a document rather than to a page: by the folder or the handler that committee systems serve files from,
/// or by its extension.
bool is_document_link(std::string_view link);

}  // namespace minutebook::indexer
