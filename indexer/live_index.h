// The living part of an index: sources and papers that are neither replaced nor withdrawn.
// Knows nothing of Xapian or of how the dead came to be dead.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/index.h"

namespace minutebook::indexer {

struct LiveSource {
  const schema::SourceRow* row = nullptr;
  const schema::Shard* shard = nullptr;
  bool only_copies = false;  ///< other sources represent all its papers
  /// As in its row, or that it is a duplicate because of its papers.
  std::string_view status() const;
};

/// Drops texts of pictures (picture_texts.h) that belong to no living source.
void sweep_picture_texts(const std::string& folder, const schema::Index& index);

/// Ordered by path. Valid as long as the index is open.
std::vector<LiveSource> live_sources(const schema::Index& index);

/// Calls `use` with each paper's ordinal, copies among them.
void for_each_live_paper(const schema::ShardState& state, const std::function<void(std::uint32_t)>& use);
/// The same for papers that are no copies: what is found and counted.
void for_each_counted_paper(const schema::Index& index,
                            const std::function<void(const schema::Shard&, std::uint32_t)>& use);
/// Calls `use` with the shard and the paper's ordinal, shard by shard, copies among them.
void for_each_live_paper(const schema::Index& index,
                         const std::function<void(const schema::Shard&, std::uint32_t)>& use);

}  // namespace minutebook::indexer
