// How often something was spoken of, by time and by council, beside how much was searched: what Index::timeline gives
// back. Plain data; knows nothing of how it was counted.
#pragma once

#include <minutebook/results.h>

#include <cstdint>
#include <string>
#include <vector>

namespace minutebook {

enum class Period { year, municipal_year, month };

struct PeriodCounts {
  std::string period;          ///< "2023", "2023/24", "2023-05"; empty for a sum
  std::uint64_t searched = 0;  ///< papers in the reach of the query's filters
  std::uint64_t papers = 0;    ///< of them with a match
  std::uint64_t items = 0;     ///< that match
  std::uint64_t mentions = 0;  ///< in them
};

struct CouncilCounts {
  std::string council;  ///< code; empty: unknown
  std::string name;
  PeriodCounts total;
  std::vector<PeriodCounts> periods;  ///< those of Timeline::periods, in their order
};

struct Timeline {
  std::string query;
  std::uint64_t revision = 0;
  Interpretation interpreted;
  Coverage coverage;
  PeriodCounts total;
  PeriodCounts undated;
  std::vector<PeriodCounts> periods;    ///< from the first to the last with papers searched, empty ones included
  std::vector<CouncilCounts> councils;  ///< with papers searched; most mentions first, then by name
};

}  // namespace minutebook
