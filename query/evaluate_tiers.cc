#include "query/evaluate_tiers.h"

#include <algorithm>

namespace minutebook::query {

namespace {

/// Adds the members of `within` that hold words of a bare operand. "Moorby" may mean the council or the word: an item
/// that is only of that council is no answer to "Moorby potholes".
void add_by_words(ShardEvaluator& evaluator, const PlanNode& operand, const Bitmap& held, Bitmap& some) {
  if (!has_text(operand)) return;
  const auto wordless = [](const PlanNode& child) { return !has_text(child); };
  const bool mixed =
      operand.kind == NodeKind::any_of && std::any_of(operand.children.begin(), operand.children.end(), wordless);
  if (!mixed) {
    some |= held;
    return;
  }
  Bitmap by_words;
  for (const PlanNode& child : operand.children) {
    if (wordless(child)) continue;
    evaluator.evaluate_unscored(child, held, by_words);
    some |= by_words;
  }
}

}  // namespace

Operands::Operands(const Plan& plan) {
  for (const PlanNode& child : plan.root.children) (child.node->bare ? bare : required).push_back(&child);
  const auto cheaper = [](const PlanNode* a, const PlanNode* b) { return a->cost < b->cost; };
  std::stable_sort(required.begin(), required.end(), cheaper);
  for (const PlanNode* operand : bare) {
    weights.push_back(telling(plan, *operand));
    part_weights.push_back(query::part_weights(plan, *operand, weights.back()));
    parts = parts || !part_weights.back().empty();
  }
}

std::uint32_t TierSets::coverage(const Operands& operands, std::uint32_t docid) const {
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < covered.size(); ++i) {
    if (covered[i].test(docid)) {
      sum += operands.weights[i];
      continue;
    }
    for (std::size_t part = 0; part < parts[i].size(); ++part) {
      if (parts[i][part].test(docid)) sum += operands.part_weights[i][part];
    }
  }
  return sum;
}

void evaluate_tiers(ShardEvaluator& evaluator, const Plan& plan, const Operands& operands, const Bitmap& candidates,
                    bool want_some, TierSets& sets) {
  sets.some.reset(candidates.items());
  sets.covered.clear();
  sets.parts.clear();
  if (!want_some || !operands.some_possible()) {
    evaluator.evaluate(plan.root, candidates, sets.all);
    return;
  }
  Bitmap base = candidates;
  for (const PlanNode* operand : operands.required) {
    evaluator.evaluate(*operand, base, sets.all);
    base = sets.all;
  }
  sets.all = base;
  sets.covered.resize(operands.bare.size());
  sets.parts.resize(operands.bare.size());
  for (std::size_t i = 0; i < operands.bare.size(); ++i) {
    evaluator.evaluate(*operands.bare[i], base, sets.covered[i]);
    sets.all &= sets.covered[i];
    add_by_words(evaluator, *operands.bare[i], sets.covered[i], sets.some);
  }
  sets.some -= sets.all;
  sets.base = std::move(base);
}

void evaluate_parts(ShardEvaluator& evaluator, const Operands& operands, bool scored, TierSets& sets) {
  if (sets.covered.empty()) return;
  for (std::size_t i = 0; i < operands.bare.size(); ++i) {
    const std::vector<PlanNode>& parts = operands.bare[i]->parts;
    sets.parts[i].resize(parts.size());
    for (std::size_t part = 0; part < parts.size(); ++part) {
      Bitmap& held = sets.parts[i][part];
      evaluator.evaluate_unscored(parts[part], sets.base, held);
      sets.some |= held;
      if (!scored) continue;
      // Where the label itself stands, its words would count twice.
      Bitmap apart = held;
      apart -= sets.covered[i];
      evaluator.add_scores(parts[part], apart);
    }
  }
  sets.some -= sets.all;
}

}  // namespace minutebook::query
