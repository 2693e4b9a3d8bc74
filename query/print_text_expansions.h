// How additions to a query read as text, one after the other.
// Knows nothing of widths or the rest of an answer.
#pragma once

#include <string>
#include <vector>

#include "query/include/minutebook/answer.h"

namespace minutebook::query {

/// "EHCP also means: EHC plan … (45 items)"; then, where labels were counted, what each brings and what was left out.
std::vector<std::string> expansion_lines(const ShownExpansion& expansion);

}  // namespace minutebook::query
