// How much one query may ask of a service that many share: lengths and counts, each refused with its number. The
// command has wider limits (query/limits.h). Knows nothing of what the words mean.
#pragma once

#include <string>

#include "query/parse.h"

namespace minutebook::server {

inline constexpr std::size_t max_query_bytes = 1000;
inline constexpr int max_query_words = 32;
inline constexpr int max_phrases = 10;
inline constexpr int max_wildcards = 4;
inline constexpr int max_distances = 4;  ///< NEAR in one query
inline constexpr int max_filter_values = 50;
inline constexpr int max_depth = 10;

/// Parses within these bounds. Throws schema::Error (usage) for what is beyond, and as query/parse.h does.
query::ParsedQuery parse_within_bounds(const std::string& text);

}  // namespace minutebook::server
