// The sentences with which heads tell of a meeting: which body met, or will meet, and that minutes begin.
// Knows nothing of blocks or of where papers begin.
#pragma once

#include <string>
#include <string_view>

namespace minutebook::indexer {

/// The name behind "meeting of (the) …"; empty for "this Committee".
std::string name_after_of(std::string_view text);
/// "A meeting of the … was held at …", "A hybrid meeting (in person and online) of the …", with its day.
bool tells_of_meeting(std::string_view text);
/// "At a meeting of …", "Minutes of the meeting …"; not the text of an item ("The minutes of the meeting … were
/// approved").
bool opens_minutes(std::string_view text);
/// "An extraordinary meeting of the Council will be held in … on …".
bool announces_meeting(std::string_view text);

}  // namespace minutebook::indexer
