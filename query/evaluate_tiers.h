// The two tiers of an answer on one shard: items that hold every operand, and items that hold some of the words that
// were typed bare (DESIGN.md decision 15). Knows nothing of top-level filters, facets or order.
#pragma once

#include <cstdint>
#include <vector>

#include "query/bitmap.h"
#include "query/evaluate.h"
#include "query/evaluate_plan.h"

namespace minutebook::query {

/// The operands of a query's root, sorted by what tier `some` may do without.
struct Operands {
  explicit Operands(const Plan& plan);

  std::vector<const PlanNode*> required;
  std::vector<const PlanNode*> bare;
  std::vector<std::uint32_t> weights;  ///< of the bare ones: how telling each is
  /// By bare operand, what each of its parts (PlanNode::parts) is worth where the item does not hold the whole.
  std::vector<std::vector<std::uint32_t>> part_weights;
  bool parts = false;  ///< one of them has parts
  /// One bare operand alone cannot be missed, but for a part of it.
  bool some_possible() const { return bare.size() > 1 || parts; }
};

struct TierSets {
  Bitmap all;
  Bitmap some;                             ///< never shares an item with `all`; left empty when it was not wanted
  std::vector<Bitmap> covered;             ///< by bare operand: the items that hold it; only with tier `some`
  std::vector<std::vector<Bitmap>> parts;  ///< by bare operand and part: the items that hold it; only with tier `some`
  Bitmap base;                             ///< items that hold all that was not typed bare

  /// Sum of the weights of the bare operands, and of parts of others, that an item holds.
  std::uint32_t coverage(const Operands& operands, std::uint32_t docid) const;
};

/// What a search found in a shard.
struct FoundSets {
  std::vector<Bitmap> sets;  ///< Plan::sets
  Bitmap all;                ///< tier `all`, after all filters
  TierSets tiers;            ///< its `some` after all filters as well
};

/// Fills `sets` with the members of `candidates` in each tier; of tier `some` those that hold a whole operand.
void evaluate_tiers(ShardEvaluator& evaluator, const Plan& plan, const Operands& operands, const Bitmap& candidates,
                    bool want_some, TierSets& sets);
/// Adds the items with parts of an operand to tier `some`, and their weights to the scores if `scored`.
void evaluate_parts(ShardEvaluator& evaluator, const Operands& operands, bool scored, TierSets& sets);

}  // namespace minutebook::query
