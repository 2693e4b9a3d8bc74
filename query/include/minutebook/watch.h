// Named searches that report what is new since they were last run. What was reported is remembered by ids, so that
// papers indexed again, copies and other orders of indexing are no news. Knows nothing of files or of output formats.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "query/include/minutebook/answer.h"
#include "query/include/minutebook/search.h"

namespace minutebook::query {

/// A watch and what it has reported. Holds no words of papers.
struct Watch {
  std::string name;
  std::string query;
  bool expand = true;
  std::string created;         ///< UTC, RFC 3339
  std::string last_run;        ///< empty: never
  std::uint64_t revision = 0;  ///< of the index at the last run
  std::string understood;      ///< what the query meant then: a hash of its reading and the vocabulary
  /// By item id: the ends of its mentions' ids. What is no longer in the index stays, so that it is no news when it
  /// comes back.
  std::map<std::string, std::set<std::string>> seen;
};

struct WatchNews {
  bool changed = false;  ///< of a work that was reported before: new words in it, or a draft's final
  std::string was;       ///< id of the paper reported before, if it was another (a copy now)
  Result row;            ///< its mentions are the new ones
};

struct WatchReport {
  std::string name;
  std::string query;
  std::string since;  ///< Watch::last_run before; empty: everything
  std::uint64_t before = 0;
  std::uint64_t revision = 0;
  bool understood_otherwise = false;  ///< the query's reading or the vocabulary changed: older papers may be new
  std::uint64_t items = 0;            ///< of the answer now, new or not
  std::uint64_t mentions = 0;
  std::vector<WatchNews> news;  ///< newest meeting first
};

/// Remembers all that the query finds now: what comes later is new. Sets `last_run` to `now`. Returns the totals, no
/// news.
WatchReport start_watch(OpenIndex& index, const ResolvedQuery& query, Watch& watch, const std::string& now);
/// What the query finds that was not reported, and remembers it in `watch`. An item is news once: it is new if neither
/// it nor a copy of its paper was reported, else changed if it has mentions that were not. Throws as search() does.
WatchReport run_watch(OpenIndex& index, const ResolvedQuery& query, Watch& watch, const std::string& now);

}  // namespace minutebook::query
