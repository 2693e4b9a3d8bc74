// Counts by time and council as text with bars, as JSON, as CSV, and as a picture (SVG).
// Knows nothing of how they were counted.
#pragma once

#include <functional>
#include <ostream>
#include <string>

#include "query/include/minutebook/timeline.h"

namespace minutebook::query {

/// A table of periods with bars as long as `columns` allows, and if there is more than one council a table of them, and
/// one of councils by years.
void print_timeline_text(std::ostream& out, const Timeline& timeline, std::size_t columns);
void print_timeline_json(std::ostream& out, const Timeline& timeline);
/// One row for each council and period, those without mentions or papers too; then the council's papers without a date.
void print_timeline_csv(std::ostream& out, const Timeline& timeline);
/// A bar for each period, with a title and a description in words for those who do not see it. `beside`: what stands
/// beside a bar, for readers of another language; empty: "12 in 30 papers".
void print_timeline_svg(std::ostream& out, const Timeline& timeline,
                        const std::function<std::string(const PeriodCounts&)>& beside = {});

/// The table of councils by periods, as many periods side by side as `columns` allows.
void print_council_table(std::ostream& out, const Timeline& timeline, std::size_t columns);

/// Mentions for each hundred papers searched: "12.5"; "–" where none was.
std::string per_hundred(const PeriodCounts& counts);

}  // namespace minutebook::query
