// Words that tell one review or request from another: neither function words, numbers and dates nor the words of
// reviewing and reporting themselves. Knows nothing of names or passages.
#pragma once

#include "query/passage_words.h"

namespace minutebook::query {

bool is_telling(const PassageWord& word);

}  // namespace minutebook::query
