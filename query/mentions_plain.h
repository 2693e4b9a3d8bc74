// Which passages of an item that holds the query are mentions: for most queries without reading the words of the other
// passages. Says the same as query/mentions.h. Knows nothing of output.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "query/flat_query.h"
#include "query/mentions.h"
#include "query/open_index.h"
#include "schema/passage_pick.h"

namespace minutebook::query {

/// Mentions in matching items of one shard.
class PlainMentions {
 public:
  /// All must outlive it; `sets` as for Verifier.
  PlainMentions(const Plan& plan, const OpenShard& shard, const std::vector<Bitmap>& sets);

  /// Valid until the next call. The item must hold the query. Without `shown`, `spans` and `operands` stay empty.
  std::vector<FoundMention>& find(std::uint32_t docid, bool shown);
  /// Passages of the item last asked about; of those that are neither mentions nor the first only kinds are sure.
  std::span<const schema::ForwardPassage> passages() const;

 private:
  void find_picked(std::uint32_t docid, bool shown);
  FoundMention mention_in(std::size_t passage, bool shown) const;

  const Plan& plan_;
  const OpenShard& shard_;
  // Where all operands are flat only the passages that may hold one are read …
  std::unique_ptr<FlatFinder> flat_;
  std::unique_ptr<schema::PassagePick> pick_;
  // … else every one.
  std::unique_ptr<MentionFinder> finder_;
  std::vector<schema::ForwardPassage> passages_;
  std::vector<std::size_t> picked_;
  std::size_t count_ = 0;
  std::vector<FoundMention> found_;
};

}  // namespace minutebook::query
