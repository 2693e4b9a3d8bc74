// A search as its parameters say: the query understood, and the options of the search library.
// Knows nothing of how the answer looks; the API and the pages share it.
#pragma once

#include <optional>
#include <string>

#include "query/include/minutebook/search.h"
#include "server/route.h"

namespace minutebook::server {

inline constexpr std::size_t most_rows = 100;
inline constexpr std::size_t default_rows = 10;
inline constexpr std::size_t default_facet_values = 10;

/// Throws schema::Error (usage) as query/parse.h and query/resolve.h do.
query::ResolvedQuery understand(Call& call, const std::string& text);
/// Throws schema::Error (usage) for a limit out of bounds or a facet that is none.
query::SearchOptions search_options(const Call& call);
/// The item or paper with this id; nullopt: there is none.
std::optional<query::Shown> find_shown(Call& call, const std::string& id, const query::ResolvedQuery* mark);

}  // namespace minutebook::server
