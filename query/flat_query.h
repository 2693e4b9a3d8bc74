// Queries whose operands are leaves, or alternatives of leaves: whether a passage holds one is told from its words and
// kind alone, so other passages need not be read. Says the same as query/verify.h. Knows nothing of items or mentions.
#pragma once

#include <span>
#include <vector>

#include "query/evaluate_plan.h"
#include "query/verify_leaf.h"
#include "schema/passage_pick.h"

namespace minutebook::query {

/// A leaf, one in passages of certain kinds only, or alternatives of such.
bool is_flat(const PlanNode& operand);

/// Finds flat nodes in passages of one shard.
class FlatFinder {
 public:
  /// Both must outlive it.
  FlatFinder(const Plan& plan, const schema::Shard& shard);

  bool found_in(const PlanNode& flat, const schema::ForwardPassage& passage) const;
  /// Appends the places.
  void find(const PlanNode& flat, const schema::ForwardPassage& passage, std::vector<WordSpan>& spans) const;

 private:
  std::vector<LeafMatcher> leaves_;  // by Plan::leaves
};

/// Picks the passages that may hold one of the nodes, which are flat.
schema::PassagePick pick_passages(const Plan& plan, std::span<const PlanNode* const> flat, const schema::Shard& shard);

}  // namespace minutebook::query
