// What watches report, as text, as JSON and as a feed.
// Knows nothing of how it was found.
#pragma once

#include <ostream>
#include <span>
#include <string>

#include "query/include/minutebook/watch.h"
#include "query/print_atom.h"
#include "query/print_text.h"

namespace minutebook::query {

void print_text(std::ostream& out, std::span<const WatchReport> reports, const TextStyle& style);
void print_json(std::ostream& out, std::span<const WatchReport> reports);
/// An entry for each item of each watch, `updated` at the run's time; so a changed item comes up again.
Feed feed_of(std::span<const WatchReport> reports, const std::string& now);

}  // namespace minutebook::query
