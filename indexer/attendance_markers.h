// The words that head a list of names in minutes: "Present:", "(Not Present)", "Officers in attendance", "Apologies for
// absence:". Knows nothing of names or of blocks.
#pragma once

#include <optional>
#include <string_view>

#include "schema/paper.h"

namespace minutebook::indexer {

struct AttendanceMarker {
  std::string_view text;  ///< in lower case
  schema::Attendance attendance = schema::Attendance::present;
  bool ordinary = false;  ///< a word that sentences begin with too: a colon or the line's end must follow at once
};

/// The marker `text` begins with; `end`: where the names behind it begin.
std::optional<AttendanceMarker> marker_at(std::string_view text, std::size_t& end);

/// "PRESENT", "Also in attendance:", "Officers" and nothing else. Not "Apologies", which is as often the title of an
/// item.
bool heads_attendance(std::string_view text);

}  // namespace minutebook::indexer
