#include "query/mentions_plain.h"

#include <algorithm>

namespace minutebook::query {

namespace {

/// Operands that are leaves or alternatives of leaves, with nothing round them: whether a passage holds one can be told
/// from its words alone.
bool is_flat(const PlanNode& root) {
  const auto leaf = [](const PlanNode& node) { return node.kind == NodeKind::leaf; };
  return root.kind == NodeKind::all_of && !root.children.empty() &&
         std::all_of(root.children.begin(), root.children.end(), [&](const PlanNode& child) {
           return leaf(child) ||
                  (child.kind == NodeKind::any_of && std::all_of(child.children.begin(), child.children.end(), leaf));
         });
}

/// Words of which at least one stands wherever the leaf stands; none for concepts.
std::vector<schema::WordId> words_of(const Leaf& leaf, const schema::Shard& shard) {
  switch (leaf.kind) {
    case LeafKind::stem:
      return shard.words_with_stem(leaf.stem);
    case LeafKind::acronym:
      return shard.words_with_capitals(leaf.word);
    case LeafKind::phrase:
      return leaf.words.empty() ? std::vector<schema::WordId>() : phrase_words(shard, leaf.words.front());
    case LeafKind::prefix:
      return shard.words_with_prefix(leaf.word);
    case LeafKind::form:
      return shard.words_with_folded(leaf.word);
    case LeafKind::concept_:
      return {};
  }
  return {};
}

std::unique_ptr<schema::PassagePick> pick_for(const Plan& plan, const schema::Shard& shard) {
  std::vector<schema::WordId> words;
  std::vector<std::uint32_t> concepts;
  const auto add = [&](const PlanNode& node) {
    const PlanLeaf& leaf = plan.leaves[node.leaf];
    const std::vector<schema::WordId> more = words_of(*leaf.leaf, shard);
    words.insert(words.end(), more.begin(), more.end());
    if (leaf.leaf->kind == LeafKind::concept_)
      concepts.insert(concepts.end(), leaf.concepts.begin(), leaf.concepts.end());
  };
  for (const PlanNode& operand : plan.root.children) {
    if (operand.kind == NodeKind::leaf) add(operand);
    for (const PlanNode& child : operand.children) add(child);
  }
  return std::make_unique<schema::PassagePick>(words, std::move(concepts), shard.word_count());
}

}  // namespace

PlainMentions::PlainMentions(const Plan& plan, const OpenShard& shard, const std::vector<Bitmap>& sets)
    : plan_(plan), shard_(shard), finder_(plan, *shard.shard, sets) {
  if (!is_flat(plan.root)) return;
  leaves_.reserve(plan.leaves.size());
  for (const PlanLeaf& leaf : plan.leaves) leaves_.emplace_back(leaf, *shard.shard);
  pick_ = pick_for(plan, *shard.shard);
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
    const auto stands = [&](const PlanNode& node) { return leaves_[node.leaf].found_in(passages_[i]); };
    std::size_t held = 0;
    for (const PlanNode& operand : plan_.root.children) {
      const bool holds = operand.kind == NodeKind::leaf
                             ? stands(operand)
                             : std::any_of(operand.children.begin(), operand.children.end(), stands);
      if (holds) ++held;
    }
    if (held > 0) found_.push_back({i, held == plan_.root.children.size(), 0, {}});
  }
}

}  // namespace minutebook::query
