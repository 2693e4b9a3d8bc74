// What parts of a plan weigh, and what they look for.
#include <algorithm>
#include <string_view>
#include <vector>

#include "query/evaluate_plan.h"

namespace minutebook::query {

namespace {

constexpr std::uint64_t part_share = 50;

}  // namespace

bool label_counts(const Leaf& leaf, std::string_view key, std::string_view within) {
  const auto among = [](const std::vector<std::string>& keys, std::string_view wanted) {
    return std::find(keys.begin(), keys.end(), wanted) != keys.end();
  };
  return (leaf.kept.empty() || among(leaf.kept, key)) && !among(leaf.dropped, key) && !among(leaf.dropped, within);
}

bool has_text(const PlanNode& node) {
  switch (node.kind) {
    case NodeKind::leaf:
    case NodeKind::scoped:
      return true;
    case NodeKind::none_of:
    case NodeKind::filter:
      return false;
    case NodeKind::all_of:
    case NodeKind::any_of:
    case NodeKind::near:
    case NodeKind::same_passage:
    case NodeKind::same_item:
    case NodeKind::same_paper:
      return std::any_of(node.children.begin(), node.children.end(), has_text);
  }
  return false;
}

std::uint32_t telling(const Plan& plan, const PlanNode& node) {
  if (node.kind == NodeKind::none_of) return 0;
  if (node.kind == NodeKind::filter) return node.weight;
  std::uint32_t best = 0;
  if (node.kind == NodeKind::leaf) {
    for (const Alternatives& terms : plan.leaves[node.leaf].needs) {
      for (const PlanTerm& one : terms) best = std::max(best, one.weight);
    }
  }
  std::uint32_t least = 0;
  for (const PlanNode& child : node.children) {
    const std::uint32_t one = telling(plan, child);
    best = std::max(best, one);
    // Words that count only in certain places are rarer than their terms say.
    if (one > 0 && child.kind != NodeKind::scoped) least = least == 0 ? one : std::min(least, one);
  }
  return node.kind == NodeKind::any_of && least > 0 ? least : best;
}

std::vector<std::uint32_t> part_weights(const Plan& plan, const PlanNode& operand, std::uint32_t whole) {
  std::vector<std::uint32_t> weights;
  std::uint64_t sum = 0;
  for (const PlanNode& part : operand.parts) sum += weights.emplace_back(telling(plan, part));
  for (std::uint32_t& weight : weights)
    weight = sum == 0 ? 0 : static_cast<std::uint32_t>(std::uint64_t{whole} * weight * part_share / (sum * 100));
  return weights;
}

}  // namespace minutebook::query
