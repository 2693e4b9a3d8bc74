// The parish, town or community council whose paper it is, as the head of the paper names it: no table has them all.
// Knows nothing of principal councils or of evidence in the text.
#pragma once

#include <string>
#include <vector>

#include "indexer/blocks.h"

namespace minutebook::indexer {

/// "Northvale Parish Council" of its letterhead, or of a line that opens the paper: "MINUTES OF THE NORTHVALE PARISH
/// COUNCIL MEETING", "Minutes of Meeting (no. 4) of Northvale Community Council", "Northvale and Westmarsh Town Council
/// held their meeting …". Empty: the first lines name none as their own; a report may speak of one.
std::string local_council_in(const std::vector<Block>& blocks);

/// The text names a council of that kind at all.
bool names_a_local_council(std::string_view text);

}  // namespace minutebook::indexer
