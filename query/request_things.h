// What a request is for: reports, updates, figures, letters, found beside the verbs of giving and receiving.
// Pure functions of a passage. Knows nothing of who asks whom.
#pragma once

#include <string_view>

#include "query/include/minutebook/actions.h"
#include "query/passage_words.h"

namespace minutebook::query {

/// "ask", "requested" …
bool is_asking(std::string_view folded);
/// Where the clause begins that word `at` stands in: behind a sign, "that", or an "and" that joins two clauses.
std::size_t clause_start(const PassageWords& passage, std::size_t at, const WordRange& sentence);
/// The first thing named in a range that is not there already ("the report").
Asked thing_in(const PassageWords& passage, const WordRange& range);
/// "an update … be provided"
Asked passive_request(const PassageWords& passage, const WordRange& sentence);
/// "to receive an update", "asked for a breakdown"
Asked wanted_request(const PassageWords& passage, const WordRange& sentence);

}  // namespace minutebook::query
