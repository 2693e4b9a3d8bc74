// Reviews as text for people and as JSON, every statement with its citation.
// Knows nothing of how they were found.
#pragma once

#include <ostream>

#include "query/include/minutebook/reviews.h"
#include "query/print_text.h"

namespace minutebook::query {

void print_reviews_text(std::ostream& out, const Reviews& reviews, const TextStyle& style);
void print_reviews_json(std::ostream& out, const Reviews& reviews);

}  // namespace minutebook::query
