// Counts by time and council as text with bars, as JSON, and as a picture (SVG).
// Knows nothing of how they were counted.
#pragma once

#include <ostream>

#include "query/include/minutebook/timeline.h"

namespace minutebook::query {

/// A table of periods with bars as long as `columns` allows, and a table of councils if there is more than one.
void print_timeline_text(std::ostream& out, const Timeline& timeline, std::size_t columns);
void print_timeline_json(std::ostream& out, const Timeline& timeline);
/// A bar for each period, with a title and a description in words for those who do not see it.
void print_timeline_svg(std::ostream& out, const Timeline& timeline);

/// Mentions for each hundred papers searched: "12.5"; "–" where none was.
std::string per_hundred(const PeriodCounts& counts);

}  // namespace minutebook::query
