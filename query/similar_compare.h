// Comparing an item with the telling terms of a source, on the stored words: how alike they are, which terms they
// share, which passage holds most of them. Knows nothing of how items were chosen.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "query/evaluate_plan.h"
#include "query/rank.h"
#include "query/similar_terms.h"
#include "query/verify_leaf.h"

namespace minutebook::query {

struct Comparison {
  double similarity = 0;            ///< 0 to 1
  std::vector<std::size_t> shared;  ///< numbers of the terms, ascending: most telling first
  std::size_t best_passage = 0;  ///< holds the greatest weight of terms, of several the first; no heading if any other
                                 ///< holds one
};

class ItemComparer {
 public:
  /// Both must outlive it.
  ItemComparer(OpenIndex::Parts& index, const std::vector<TellingTerm>& terms);

  /// Alike is an item that has much of the weight of the terms, allowing for its length, and much of it in one passage.
  Comparison compare(std::uint32_t shard, std::uint32_t docid);
  /// The row of an item, with its best passage as the only mention.
  void fill_row(const Candidate& candidate, const Comparison& compared, Result& row);

 private:
  const std::vector<LeafMatcher>& matchers(std::uint32_t shard);

  OpenIndex::Parts& index_;
  const std::vector<TellingTerm>& terms_;
  double all_weight_ = 0;
  std::vector<PlanLeaf> leaves_;                                // by term
  std::map<std::uint32_t, std::vector<LeafMatcher>> matchers_;  // by shard, by term
  std::vector<schema::ForwardPassage> passages_;
};

}  // namespace minutebook::query
