#include "query/flat_query.h"

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
      return stem_words(shard, leaf);
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

}  // namespace

bool is_flat(const PlanNode& operand) {
  return is_simple(operand) || (operand.kind == NodeKind::any_of && !operand.children.empty() &&
                                std::all_of(operand.children.begin(), operand.children.end(), is_simple));
}

FlatFinder::FlatFinder(const Plan& plan, const schema::Shard& shard) {
  leaves_.reserve(plan.leaves.size());
  for (const PlanLeaf& leaf : plan.leaves) leaves_.emplace_back(leaf, shard);
}

bool FlatFinder::found_in(const PlanNode& flat, const schema::ForwardPassage& passage) const {
  if (flat.kind == NodeKind::any_of) {
    return std::any_of(flat.children.begin(), flat.children.end(),
                       [&](const PlanNode& child) { return found_in(child, passage); });
  }
  return kind_counts(flat, passage.kind) && leaves_[leaf_of(flat).leaf].found_in(passage);
}

void FlatFinder::find(const PlanNode& flat, const schema::ForwardPassage& passage, std::vector<WordSpan>& spans) const {
  if (flat.kind == NodeKind::any_of) {
    for (const PlanNode& child : flat.children) find(child, passage, spans);
    return;
  }
  if (kind_counts(flat, passage.kind)) leaves_[leaf_of(flat).leaf].find(passage, spans);
}

schema::PassagePick pick_passages(const Plan& plan, std::span<const PlanNode* const> flat, const schema::Shard& shard) {
  std::vector<schema::WordId> words;
  std::vector<std::uint32_t> concepts;
  const auto add = [&](const PlanNode& node) {
    const PlanLeaf& leaf = plan.leaves[leaf_of(node).leaf];
    const std::vector<schema::WordId> more = words_of(*leaf.leaf, shard);
    words.insert(words.end(), more.begin(), more.end());
    if (leaf.leaf->kind == LeafKind::concept_)
      concepts.insert(concepts.end(), leaf.concepts.begin(), leaf.concepts.end());
  };
  for (const PlanNode* node : flat) {
    if (node->kind == NodeKind::any_of) {
      for (const PlanNode& child : node->children) add(child);
    } else {
      add(*node);
    }
  }
  return {words, std::move(concepts), shard.word_count()};
}

}  // namespace minutebook::query
