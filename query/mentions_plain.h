// Which passages of an item are mentions, for an export of all of them: without what is highlighted, and for most
// queries without reading the words of the other passages. Says the same as query/mentions.h. Knows nothing of output.
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

  /// `spans` and `operands` stay empty. Valid until the next call. The item must hold the query.
  const std::vector<FoundMention>& find(std::uint32_t docid);
  /// Passages of the item last asked about; of those that are neither mentions nor the first only kinds are sure.
  std::span<const schema::ForwardPassage> passages() const;

 private:
  void find_picked(std::uint32_t docid);

  const Plan& plan_;
  const OpenShard& shard_;
  MentionFinder finder_;
  std::unique_ptr<FlatFinder> flat_;           // null: a query whose operands are not all flat …
  std::unique_ptr<schema::PassagePick> pick_;  // … likewise
  std::vector<schema::ForwardPassage> passages_;
  std::vector<std::size_t> picked_;
  std::size_t count_ = 0;
  std::vector<FoundMention> found_;
};

}  // namespace minutebook::query
