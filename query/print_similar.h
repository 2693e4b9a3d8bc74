// What is most like an item, a paper or a draft, as text and as JSON.
// Knows nothing of how it was found.
#pragma once

#include <ostream>

#include "query/include/minutebook/similar.h"
#include "query/print_text.h"

namespace minutebook::query {

void print_text(std::ostream& out, const SimilarAnswer& answer, const TextStyle& style);
void print_json(std::ostream& out, const SimilarAnswer& answer);

}  // namespace minutebook::query
