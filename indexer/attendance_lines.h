// The people that one line of a list of names holds, with the offices that go on from line to line.
// Knows nothing of markers such as "Present:" or of where lists stand.
#pragma once

#include <string_view>

#include "indexer/attendance.h"

namespace minutebook::indexer {

/// Adds the people of `text` to the list, each once. `after_marker`: the line began with the head of the list, so that
/// an office at its beginning is nobody's on the line before.
void add_people(std::string_view text, schema::Attendance attendance, AttendanceList& list, bool after_marker = false);

/// Running text among the names: "These minutes are subject to confirmation …".
bool is_sentence(std::string_view text);

}  // namespace minutebook::indexer
