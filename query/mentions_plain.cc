#include "query/mentions_plain.h"

#include <algorithm>

namespace minutebook::query {

PlainMentions::PlainMentions(const Plan& plan, const OpenShard& shard, const std::vector<Bitmap>& sets)
    : plan_(plan), shard_(shard) {
  const std::vector<PlanNode>& operands = plan.root.children;
  if (operands.empty() || !std::all_of(operands.begin(), operands.end(), is_flat)) {
    finder_ = std::make_unique<MentionFinder>(plan, *shard.shard, sets);
    return;
  }
  std::vector<const PlanNode*> nodes;
  for (const PlanNode& operand : operands) nodes.push_back(&operand);
  flat_ = std::make_unique<FlatFinder>(plan, *shard.shard);
  pick_ = std::make_unique<schema::PassagePick>(pick_passages(plan, nodes, *shard.shard));
}

std::vector<FoundMention>& PlainMentions::find(std::uint32_t docid, bool shown) {
  if (pick_) {
    find_picked(docid, shown);
  } else if (shown) {
    found_ = finder_->find(docid);
  } else {
    finder_->find_plain(docid, found_);
  }
  return found_;
}

std::span<const schema::ForwardPassage> PlainMentions::passages() const {
  return pick_ ? std::span(passages_).first(count_) : finder_->passages();
}

void PlainMentions::find_picked(std::uint32_t docid, bool shown) {
  count_ = pick_->read(shard_.words.item(docid), shard_.words.path(), passages_, picked_);
  found_.clear();
  for (const std::size_t i : picked_) {
    FoundMention mention = mention_in(i, shown);
    if (mention.operands == 0) continue;
    mention.whole = mention.operands == plan_.root.children.size() * whole_operand;
    if (!shown) mention.operands = 0;
    join_spans(mention.spans);
    found_.push_back(std::move(mention));
  }
}

FoundMention PlainMentions::mention_in(std::size_t passage, bool shown) const {
  FoundMention mention;
  mention.passage = passage;
  for (const PlanNode& operand : plan_.root.children) {
    const std::size_t before = mention.spans.size();
    if (shown) flat_->find(operand, passages_[passage], mention.spans);
    const bool held = shown ? mention.spans.size() > before : flat_->found_in(operand, passages_[passage]);
    if (held) mention.operands += whole_operand;
  }
  return mention;
}

}  // namespace minutebook::query
