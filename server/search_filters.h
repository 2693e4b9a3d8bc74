// Filters that stand in parameters of their own beside the query: those of the facets, and the two ends of a span of
// dates. They mean what the same fields mean in a query, and hold for all of it. Knows nothing of pages.
#pragma once

#include <array>
#include <string>
#include <vector>

#include "query/include/minutebook/search.h"
#include "server/route.h"

namespace minutebook::server {

constexpr std::size_t count_facets() {
  std::size_t count = 0;
  for (const schema::Field& field : schema::fields) count += field.facet ? 1 : 0;
  return count;
}
inline constexpr std::size_t filter_count = count_facets() + 2;

/// "council", "committee" …, "from", "to".
constexpr std::array<ParameterSpec, filter_count> make_filter_parameters() {
  std::array<ParameterSpec, filter_count> made{};
  std::size_t at = 0;
  for (const schema::Field& field : schema::fields) {
    if (field.facet) made[at++] = {field.name, ParameterType::text, {}, true, field.description};
  }
  made[at++] = {"from", ParameterType::text, {}, false, "first date of meetings: a year, month or day"};
  made[at] = {"to", ParameterType::text, {}, false, "last date of meetings: a year, month or day"};
  return made;
}
inline constexpr std::array<ParameterSpec, filter_count> filter_parameters = make_filter_parameters();

/// The query of parameter `q` with the filters of all others. Throws schema::Error (usage) for a query or value that
/// means nothing.
query::ResolvedQuery understand_search(Call& call);
/// The filter parameters that are given, for addresses that ask the same.
std::vector<Parameter> given_filters(const Call& call);

}  // namespace minutebook::server
