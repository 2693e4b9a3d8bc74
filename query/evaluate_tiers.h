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
  /// One bare operand alone cannot be missed.
  bool some_possible() const { return bare.size() > 1; }
};

struct TierSets {
  Bitmap all;
  Bitmap some;                  ///< never shares an item with `all`; left empty when it was not wanted
  std::vector<Bitmap> covered;  ///< by bare operand: the items that hold it; only with tier `some`

  /// Sum of the weights of the bare operands that an item holds.
  std::uint32_t coverage(const Operands& operands, std::uint32_t docid) const;
};

/// Fills `sets` with the members of `candidates` in each tier.
void evaluate_tiers(ShardEvaluator& evaluator, const Plan& plan, const Operands& operands, const Bitmap& candidates,
                    bool want_some, TierSets& sets);

}  // namespace minutebook::query
