// The one place that asks the clock for the day: "this year" in a query, and meetings that are still to come.
// Knows nothing of what the day is for.
#pragma once

#include "schema/date.h"

namespace minutebook::schema {

/// The calendar day where this machine is ($TZ, else its own time zone).
Date today();

}  // namespace minutebook::schema
