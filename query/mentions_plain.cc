#include "query/mentions_plain.h"

#include <algorithm>

namespace minutebook::query {

PlainMentions::PlainMentions(const Plan& plan, const OpenShard& shard, const std::vector<Bitmap>& sets)
    : plan_(plan), shard_(shard), finder_(plan, *shard.shard, sets) {
  const std::vector<PlanNode>& operands = plan.root.children;
  if (operands.empty() || !std::all_of(operands.begin(), operands.end(), is_flat)) return;
  std::vector<const PlanNode*> nodes;
  for (const PlanNode& operand : operands) nodes.push_back(&operand);
  flat_ = std::make_unique<FlatFinder>(plan, *shard.shard);
  pick_ = std::make_unique<schema::PassagePick>(pick_passages(plan, nodes, *shard.shard));
}

const std::vector<FoundMention>& PlainMentions::find(std::uint32_t docid) {
  if (pick_) {
    find_picked(docid);
  } else {
    finder_.find_plain(docid, found_);
  }
  return found_;
}

std::span<const schema::ForwardPassage> PlainMentions::passages() const {
  return pick_ ? std::span(passages_).first(count_) : finder_.passages();
}

void PlainMentions::find_picked(std::uint32_t docid) {
  count_ = pick_->read(shard_.words.item(docid), shard_.words.path(), passages_, picked_);
  found_.clear();
  for (const std::size_t i : picked_) {
    std::size_t held = 0;
    for (const PlanNode& operand : plan_.root.children) {
      if (flat_->found_in(operand, passages_[i])) ++held;
    }
    if (held > 0) found_.push_back({i, held == plan_.root.children.size(), 0, {}});
  }
}

}  // namespace minutebook::query
