// Which statements speak of one review: by council, name, form and time, and only where these agree; what may be the
// same but is not sure stays apart and is said to be. A pure function of the statements. Knows nothing of the index.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/include/minutebook/reviews.h"
#include "query/read_items.h"
#include "query/review_signs.h"

namespace minutebook::query {

struct ReviewTrace {
  ReviewSign sign;
  Cited where;
  ItemPlace place;
  std::uint32_t ordinal = 0;  ///< of the paper in its shard
  bool names_subject = false;
};

struct TraceGroup {
  std::vector<std::size_t> traces;       ///< positions, ascending
  std::vector<std::string> joined_by;    ///< sentences: why statements of several papers were joined
  std::vector<std::size_t> may_be_same;  ///< positions of groups
};

struct TraceGroups {
  std::vector<TraceGroup> groups;
  bool complete = true;  ///< false: the time was over before every statement had its group
};

/// Traces without a key join the one review of their item, or stay out. The surest ones come first, so that those that
/// are left out when the time is over add the least.
TraceGroups group_traces(const std::vector<ReviewTrace>& traces, const TimeLimit& time);

}  // namespace minutebook::query
