#include "query/answer_emptied.h"

#include <algorithm>

#include "query/evaluate.h"

namespace minutebook::query {

namespace {

/// Counts over all shards what is left after each step of the query: operands in the order typed, then filters.
struct Steps {
  std::vector<std::uint64_t> alone;     ///< items that hold the operand or pass the filter
  std::vector<std::uint64_t> together;  ///< items left after this and all steps before it
};

std::vector<const PlanNode*> operands_as_typed(const Plan& plan) {
  std::vector<const PlanNode*> operands;
  for (const PlanNode& child : plan.root.children) operands.push_back(&child);
  std::stable_sort(operands.begin(), operands.end(),
                   [](const PlanNode* a, const PlanNode* b) { return a->node->begin < b->node->begin; });
  return operands;
}

void add_steps(OpenIndex::Parts& index, OpenShard& shard, const Plan& plan, const TopFilters& filters, Steps& steps) {
  std::vector<Bitmap> sets = sets_of(index, plan.sets, shard);
  std::vector<Proof> proofs(plan.nodes);
  Bitmap left = shard.live;
  Bitmap one;
  std::size_t step = 0;
  const auto take = [&] {
    steps.alone[step] += one.count();
    left &= one;
    steps.together[step] += left.count();
    ++step;
  };
  ShardEvaluator evaluator(plan, shard, sets, index.buffers, proofs);
  for (const PlanNode* operand : operands_as_typed(plan)) {
    evaluator.evaluate_unscored(*operand, shard.live, one);
    take();
  }
  for (const CompiledFilter& filter : filters.compiled()) {
    filter_items(filter, shard, one);
    one &= shard.live;
    take();
  }
}

std::string quoted_operand(const ResolvedQuery& query, const Node& node) {
  if (node.end > node.begin && node.end <= query.typed.size())
    return query.typed.substr(node.begin, node.end - node.begin);
  return node.leaf.typed.empty() ? node.filter.typed : node.leaf.typed;
}

std::string counted(std::uint64_t items) {
  return std::to_string(items) + (items == 1 ? " item" : " items");
}

std::string in_quotes(const std::string& typed) {
  return typed.starts_with('"') ? typed : '"' + typed + '"';
}

std::string reason_of(const Emptied& emptied, std::size_t first_filter, bool excludes, std::size_t step,
                      std::uint64_t before) {
  const Alone& culprit = emptied.operands[step];
  if (step < first_filter && excludes) {
    return "«" + culprit.typed + "» leaves none of the " + counted(before) + " with the words before it";
  }
  if (step < first_filter && culprit.items == 0) return "no item has " + in_quotes(culprit.typed);
  if (step < first_filter && before == 1)
    return "the one item with the words before it does not have " + in_quotes(culprit.typed);
  if (step < first_filter)
    return "none of the " + counted(before) + " with the words before it has " + in_quotes(culprit.typed);
  if (culprit.items == 0) return "no item fits «" + culprit.typed + "»";
  const bool first = step == first_filter;
  if (before == 1)
    return "«" + culprit.typed + "» leaves out the one item that " +
           (first ? "matches the words" : "the filters before it leave");
  return "«" + culprit.typed + "» leaves none of the " + counted(before) +
         (first ? " that match the words" : " that the filters before it leave");
}

}  // namespace

Emptied why_empty(OpenIndex::Parts& index, const Plan& plan, const ResolvedQuery& query, const TopFilters& filters) {
  const auto operands = operands_as_typed(plan);
  Emptied emptied;
  for (const PlanNode* operand : operands)
    emptied.operands.push_back({quoted_operand(query, *operand->node), false, 0});
  for (const Filter& filter : query.filters) emptied.operands.push_back({filter.typed, true, 0});
  Steps steps{std::vector<std::uint64_t>(emptied.operands.size()), std::vector<std::uint64_t>(emptied.operands.size())};
  for (OpenShard& shard : index.shards) add_steps(index, shard, plan, filters, steps);
  for (std::size_t i = 0; i < emptied.operands.size(); ++i) emptied.operands[i].items = steps.alone[i];
  const auto nothing = std::find(steps.together.begin(), steps.together.end(), 0U);
  if (nothing == steps.together.end()) {
    emptied.reason = "the index holds no items";
    return emptied;
  }
  const auto step = static_cast<std::size_t>(nothing - steps.together.begin());
  const bool excludes = step < operands.size() && operands[step]->kind == NodeKind::none_of;
  emptied.reason = reason_of(emptied, operands.size(), excludes, step, step == 0 ? 0 : steps.together[step - 1]);
  return emptied;
}

}  // namespace minutebook::query
