// Names of councils and of their bodies, and days, as they stand on lines of their own at the beginning of papers.
// Knows nothing of blocks or of what kind of paper begins there.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "schema/date.h"

namespace minutebook::indexer {

/// A block that is the name of a body and nothing else: "Children and Young People Scrutiny Committee".
bool is_body_name(std::string_view text);
/// A letterhead: "Northvale County Council", "London Borough of Westmarsh".
bool names_a_council(std::string_view text);
/// "Council" (Welsh: "Cyngor") for a line that names a council, perhaps with the day: the body that met is the council
/// itself. Empty: another line.
std::string whole_council(std::string_view text);
/// The name without the day, the place or the words around it.
std::string body_name_in(std::string_view text);
/// A block that is a date, perhaps with weekday and time, and nothing else.
std::optional<schema::Date> only_date(std::string_view text);
/// The day a line of a head begins with, before the place and the hour: "Wednesday, 13 March 2024, County Hall - 2.00
/// pm".
std::optional<schema::Date> leading_date(std::string_view text);
/// The first day a line of a head names; "3.2.21" counts behind a weekday or "on", elsewhere it would be the number of
/// a paragraph.
std::optional<schema::Date> first_date(std::string_view text);

}  // namespace minutebook::indexer
