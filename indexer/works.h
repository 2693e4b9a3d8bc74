// Which papers are copies of one work, which of them represents it, and which ids all papers have: a pure function of
// the living papers, whatever the order they came in (DESIGN.md decision 19). Knows nothing of how shards are written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/withdrawn.h"
#include "schema/index.h"

namespace minutebook::indexer {

/// The thresholds: shares of runs of five words.
inline constexpr double same_words = 0.9;        ///< any two papers: of all runs
inline constexpr double same_minutes = 0.5;      ///< two minutes of one meeting, or a scan and a text: of all runs
inline constexpr double same_agenda = 0.7;       ///< two agendas of one meeting: of the runs of the shorter one
inline constexpr double whole_of_longest = 0.8;  ///< shorter papers are parts

struct CopyOf {
  std::string of;               ///< id of the paper that represents the work
  std::uint32_t differing = 0;  ///< passages that are not in that one
};

struct WorkPlan {
  std::unordered_map<std::string, CopyOf> copies;        ///< by id, as it is after renaming
  std::unordered_map<std::string, std::string> new_ids;  ///< by place_key: a run that was stopped may leave an id twice
};

/// What tells a paper of the index from all others whatever their ids: its source's path and its id.
std::string place_key(const std::string& path, const std::string& id);

/// `shards` from position `fresh` on are new; what is said of copies in those before it is taken over where nothing
/// changed. A withdrawn id is given to no paper.
WorkPlan plan_works(std::span<const schema::ShardState> shards, std::size_t fresh, const Withdrawn& withdrawn);

/// The id of a paper whose natural id another one has; `number` from 1.
std::string distinct_id(const std::string& natural_id, const std::string& sha256, int number);

}  // namespace minutebook::indexer
