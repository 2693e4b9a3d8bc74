#include "query/mentions_plain.h"

#include <algorithm>

namespace minutebook::query {

namespace {

/// A leaf, or one that counts in passages of certain kinds only.
bool is_simple(const PlanNode& node) {
  if (node.kind == NodeKind::leaf) return true;
  if (node.kind != NodeKind::scoped || node.children.size() != 1) return false;
  const Scope& scope = node.node->scope;
  const bool kinds_alone =
      !scope.titles && !scope.people && !scope.adopted_recommendations && !scope.adopted_only && !scope.officer_only;
  // What was resolved has other kinds too.
  const bool plain = std::none_of(scope.kinds.begin(), scope.kinds.end(),
                                  [](schema::PassageKind kind) { return kind == schema::PassageKind::resolution; });
  return kinds_alone && plain && node.children.front().kind == NodeKind::leaf;
}

/// Operands that are simple or alternatives of such: whether a passage holds one can be told from its words and kind
/// alone.
bool is_flat(const PlanNode& root) {
  return root.kind == NodeKind::all_of && !root.children.empty() &&
         std::all_of(root.children.begin(), root.children.end(), [&](const PlanNode& child) {
           return is_simple(child) || (child.kind == NodeKind::any_of &&
                                       std::all_of(child.children.begin(), child.children.end(), is_simple));
         });
}

const PlanNode& leaf_of(const PlanNode& simple) {
  return simple.kind == NodeKind::leaf ? simple : simple.children.front();
}

bool kind_counts(const PlanNode& simple, schema::PassageKind kind) {
  if (simple.kind == NodeKind::leaf) return true;
  const std::vector<schema::PassageKind>& kinds = simple.node->scope.kinds;
  return kinds.empty() || std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
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
    const PlanLeaf& leaf = plan.leaves[leaf_of(node).leaf];
    const std::vector<schema::WordId> more = words_of(*leaf.leaf, shard);
    words.insert(words.end(), more.begin(), more.end());
    if (leaf.leaf->kind == LeafKind::concept_)
      concepts.insert(concepts.end(), leaf.concepts.begin(), leaf.concepts.end());
  };
  for (const PlanNode& operand : plan.root.children) {
    if (is_simple(operand)) {
      add(operand);
    } else {
      for (const PlanNode& child : operand.children) add(child);
    }
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
    const auto stands = [&](const PlanNode& node) {
      return kind_counts(node, passages_[i].kind) && leaves_[leaf_of(node).leaf].found_in(passages_[i]);
    };
    std::size_t held = 0;
    for (const PlanNode& operand : plan_.root.children) {
      const bool holds = operand.kind != NodeKind::any_of
                             ? stands(operand)
                             : std::any_of(operand.children.begin(), operand.children.end(), stands);
      if (holds) ++held;
    }
    if (held > 0) found_.push_back({i, held == plan_.root.children.size(), 0, {}});
  }
}

}  // namespace minutebook::query
