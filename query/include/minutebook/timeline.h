// How often something was spoken of, by time and by council, beside how much was searched: a thin archive must not look
// like silence. Knows nothing of how counts are printed. Not installed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/include/minutebook/answer.h"
#include "query/include/minutebook/search.h"

namespace minutebook::query {

enum class Period { year, municipal_year, month };

struct PeriodCounts {
  std::string period;          ///< "2023", "2023/24", "2023-05"
  std::uint64_t searched = 0;  ///< papers in the filters' reach
  std::uint64_t papers = 0;    ///< of them with a match
  std::uint64_t items = 0;     ///< that match
  std::uint64_t mentions = 0;  ///< in them
  bool operator==(const PeriodCounts&) const = default;
};

struct CouncilCounts {
  std::string council;  ///< code; empty: unknown
  std::string name;
  PeriodCounts total;                 ///< `period` empty
  PeriodCounts undated;               ///< `period` empty
  std::vector<PeriodCounts> periods;  ///< those of Timeline::periods, in their order
};

struct Timeline {
  std::string query;
  Period by = Period::year;
  std::uint64_t revision = 0;
  Interpreted interpreted;
  Coverage coverage;
  bool complete = true;  ///< false: the deadline was reached, and there are more mentions than were counted
  std::string incomplete_reason;
  PeriodCounts total;                   ///< `period` empty
  PeriodCounts undated;                 ///< `period` empty
  std::vector<PeriodCounts> periods;    ///< from the first to the last with papers searched, empty ones included
  std::vector<CouncilCounts> councils;  ///< with papers searched; most mentions first, then by name
};

/// Exact counts of tier `all`; reads every item that matches. An item found by filters alone counts, and has no
/// mention. Throws as search() does.
Timeline timeline(OpenIndex& index, const ResolvedQuery& query, Period period, Deadline deadline = {});

}  // namespace minutebook::query
