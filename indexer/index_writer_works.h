// Applying what was found out about works to the shards of a generation: papers get their ids, copies are noted.
// Knows nothing of how works are found.
#pragma once

#include <functional>
#include <memory>
#include <vector>

#include "indexer/shard_builder.h"
#include "indexer/works.h"
#include "schema/index.h"

namespace minutebook::indexer {

/// Moves the sources of papers that get another id into one more shard, from the stored record; nothing moves if none
/// does. `new_shard` makes the builder.
std::vector<schema::ShardState> with_new_ids(std::vector<schema::ShardState> shards, const WorkPlan& plan,
                                             const std::function<std::unique_ptr<ShardBuilder>()>& new_shard);

/// Sets ShardState::copies of every shard.
void note_copies(std::vector<schema::ShardState>& shards, const WorkPlan& plan);

}  // namespace minutebook::indexer
