// Markdown as site builders keep it: text with a head of fields ("---", "title: …", "---") that is printed nowhere.
// Knows nothing of what the text says.
#pragma once

#include <string_view>

#include "indexer/extract/extraction.h"

namespace minutebook::indexer {

/// As extract_text(), without such a head. Its title becomes the first heading, unless the text has it anyway; a field
/// named "meetingDate" (in any spelling) states the day of the meeting. "date" is the day of publication and tells
/// nothing.
Extraction extract_markdown(std::string_view bytes);

}  // namespace minutebook::indexer
