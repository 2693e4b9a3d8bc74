// Supersets of what needs proof, from posting lists alone.
#include <algorithm>

#include "query/evaluate.h"
#include "schema/index_terms.h"

namespace minutebook::query {

using schema::FieldId;

std::vector<const PlanNode*> cheapest_first(const PlanNode& node) {
  std::vector<const PlanNode*> order;
  for (const PlanNode& child : node.children) order.push_back(&child);
  std::stable_sort(order.begin(), order.end(), [](const PlanNode* a, const PlanNode* b) { return a->cost < b->cost; });
  return order;
}

void ShardEvaluator::superset(const PlanNode& node, bool in_title, Bitmap& out) {
  out.reset(items_);
  switch (node.kind) {
    case NodeKind::leaf:
      superset_of_leaf(plan_.leaves[node.leaf], in_title, out);
      return;
    case NodeKind::any_of: {
      BitmapPool::Lease one(buffers_.pool, items_);
      for (const PlanNode& child : node.children) {
        superset(child, in_title, *one);
        out |= *one;
      }
      return;
    }
    case NodeKind::all_of:
    case NodeKind::near:
    case NodeKind::same_passage:
    case NodeKind::same_item:
    case NodeKind::same_paper:
      superset_of_all(node, in_title, out);
      return;
    case NodeKind::scoped:
      superset_of_scope(node, in_title, out);
      return;
    case NodeKind::filter:
      out = sets_[node.set];
      return;
    case NodeKind::none_of:
      out.fill();
      return;
  }
}

void ShardEvaluator::superset_of_all(const PlanNode& node, bool in_title, Bitmap& out) {
  out.fill();
  BitmapPool::Lease one(buffers_.pool, items_);
  for (const PlanNode* child : cheapest_first(node)) {
    superset(*child, in_title, *one);
    out &= *one;
    if (out.empty()) return;
  }
}

void ShardEvaluator::superset_of_leaf(const PlanLeaf& leaf, bool in_title, Bitmap& out) {
  if (leaf.needs.empty()) return;
  if (in_title && leaf.leaf->kind == LeafKind::stem) {
    read(leaf.boosts, out, false);
    return;
  }
  // A term that stands in many times more documents than are left costs more to read than it saves.
  constexpr double not_worth_it = 20.0;
  read(leaf.needs.front(), out, false);
  BitmapPool::Lease one(buffers_.pool, items_);
  for (std::size_t i = 1; i < leaf.needs.size(); ++i) {
    const std::uint32_t left = out.count();
    double documents = 0;
    for (const PlanTerm& term : leaf.needs[i]) documents += term.frequency;
    if (left == 0 || documents > not_worth_it * (left + 8.0)) return;
    one->reset(items_);
    read(leaf.needs[i], *one, false);
    out &= *one;
  }
}

void ShardEvaluator::superset_of_scope(const PlanNode& node, bool in_title, Bitmap& out) {
  const Scope& scope = node.node->scope;
  superset_of_all(node, in_title || (scope.titles && scope.kinds.empty()), out);
  if (scope.kinds.empty()) return;
  BitmapPool::Lease kinds(buffers_.pool, items_);
  const auto add = [&](schema::PassageKind kind) {
    shard_.postings.read(schema::value_term(FieldId::in, schema::name_of(kind)), *kinds, nullptr);
  };
  for (const schema::PassageKind kind : scope.kinds) add(kind);
  if (scope.titles) add(schema::PassageKind::heading);
  if (scope.adopted_recommendations) add(schema::PassageKind::recommendation);
  out &= *kinds;
}

}  // namespace minutebook::query
