// When shards are written anew, and doing it from the stored record: papers are decoded, tagged again and added to a
// new shard. Knows nothing of manifests or of how a generation is published.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/shard_builder.h"
#include "schema/index.h"

namespace minutebook::indexer {

/// What the policy looks at.
struct ShardLoad {
  std::uint64_t items = 0;  ///< live ones
  std::uint64_t dead_items = 0;
  std::uint64_t sources = 0;  ///< live rows of the ledger
  std::uint64_t dead_sources = 0;
};
ShardLoad load_of(const schema::ShardState& state);

/// Shards that hold at most this many items are merged; larger ones are only rid of their dead.
inline constexpr std::uint64_t merged_items = 50000;

/// Groups of positions; each group is to become one new shard. Shards named in no group stay as they are. Tiers by live
/// items, factor 4: four or more shards of a tier are merged while they have at most `merged_items` together; a shard
/// of which more than a quarter is dead is written anew. `all`: every shard is (the vocabulary changed).
std::vector<std::vector<std::size_t>> plan_merges(std::span<const ShardLoad> shards, bool all);

/// By place_key (works.h).
using NewIds = std::unordered_map<std::string, std::string>;

/// Adds the live sources and papers of `shards` to `target`, in order of source paths; papers keep their ids but for
/// those in `new_ids`.
void rebuild(std::span<const schema::ShardState> shards, ShardBuilder& target, const NewIds& new_ids = {});

}  // namespace minutebook::indexer
