// What of a word processor's page headers is kept: the letterhead, which names the authority.
// Knows nothing of file formats.
#pragma once

#include <string>
#include <vector>

namespace minutebook::indexer {

/// Of the lines of a header those that name an authority ("… Council", "London Borough of …", "Cyngor …"), each once,
/// with a blank line after each. The others repeat titles and page numbers.
std::vector<std::string> letterhead(const std::vector<std::string>& header);

}  // namespace minutebook::indexer
