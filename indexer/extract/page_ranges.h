// Numbers of pages as sentences name them: "page 3", "pages 3-5 and 9".
// Knows nothing of pages themselves.
#pragma once

#include <string>
#include <vector>

namespace minutebook::indexer {

/// `pages`: ascending, each once, at least one. After twelve ranges the rest is only counted ("pages 1, 3 … and 80
/// more").
std::string page_ranges(const std::vector<int>& pages);

}  // namespace minutebook::indexer
