// Gaps in the series of meetings: agendas without minutes, minutes without an agenda, minutes that are only a draft.
// States no more than the papers of the index show. Knows nothing of printing.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "schema/index.h"

namespace minutebook::indexer {

enum class Missing {
  minutes,       ///< the agenda is here
  agenda,        ///< the minutes are here
  final_minutes  ///< only a draft of them is here
};
/// "minutes", "agenda", "final-minutes".
std::string_view name_of(Missing missing);

/// A meeting of a known committee on a known day of which something is here and something else is not.
struct MeetingGap {
  std::string council;  ///< code; empty: unknown
  std::string council_name;
  std::string committee;  ///< display name
  schema::Date date;
  Missing missing = Missing::minutes;
  std::string paper;           ///< id of the paper that shows that there was a meeting
  std::string source;          ///< its path
  std::uint64_t not_read = 0;  ///< sources not read in full that, by what is known of them, may hold what is missing
};

/// Nothing is stated where papers of an unknown council may be what is missing. Ordered by council, committee and date.
/// Meetings after `today` have no minutes yet, and those marked as cancelled or postponed never: they are left out. An
/// unknown `today` leaves nothing out.
std::vector<MeetingGap> gaps_of(const schema::Index& index, const schema::Date& today);

}  // namespace minutebook::indexer
