// Whether words near an ambiguous acronym speak for a concept ("PA" near "pathway": personal adviser).
// For schema/ only. Knows nothing of tokens or labels.
#pragma once

#include <cstdint>
#include <string_view>

#include "schema/vocabulary.h"

namespace minutebook::schema {

/// How many of the concept's context entries begin a word within 150 bytes before or after text[begin, end), that part
/// itself left out. Entries without a small letter ("SEND") are compared in their own case, the others in any; a space
/// stands for a hyphen too.
std::uint32_t context_score(const Concept& owner, std::string_view text, std::size_t begin, std::size_t end);

}  // namespace minutebook::schema
