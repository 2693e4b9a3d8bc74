// The living part of an index: sources and papers that are neither replaced nor withdrawn.
// Knows nothing of Xapian or of how the dead came to be dead.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "schema/index.h"

namespace minutebook::indexer {

struct LiveSource {
  const schema::SourceRow* row = nullptr;
  const schema::Shard* shard = nullptr;
};

/// Drops texts of pictures (picture_texts.h) that belong to no living source.
void sweep_picture_texts(const std::string& folder, const schema::Index& index);

/// Ordered by path. Valid as long as the index is open.
std::vector<LiveSource> live_sources(const schema::Index& index);

/// Calls `use` with the shard and the paper's ordinal, shard by shard.
void for_each_live_paper(const schema::Index& index,
                         const std::function<void(const schema::Shard&, std::uint32_t)>& use);

}  // namespace minutebook::indexer
