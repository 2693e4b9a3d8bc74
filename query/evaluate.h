// Evaluating a compiled query on one shard: exact sets of items, and their scores. Terms give sets (or supersets) from
// posting lists; what they cannot decide is proved on the record. Knows nothing of filters outside the tree, of tiers,
// facets or output.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "query/bitmap.h"
#include "query/evaluate_buffers.h"
#include "query/evaluate_plan.h"
#include "query/open_index.h"
#include "query/verify.h"

namespace minutebook::query {

/// How much proving a node took, over all shards; for --explain.
struct Proof {
  std::uint64_t candidates = 0;
  std::uint64_t proved = 0;
};

/// Children of a node in the order in which they leave least work to the next.
std::vector<const PlanNode*> cheapest_first(const PlanNode& node);

class ShardEvaluator {
 public:
  /// `sets`: as Plan::sets; what PAPER finds is added. `proofs`: one for each node of the plan, added to. Everything
  /// must outlive the evaluator; scores are zeroed here.
  ShardEvaluator(const Plan& plan, OpenShard& shard, std::vector<Bitmap>& sets, EvaluationBuffers& buffers,
                 std::vector<Proof>& proofs);

  /// Sets `out` to exactly the members of `within` that hold the node, and adds its weights to the scores of (at least)
  /// those.
  void evaluate(const PlanNode& node, const Bitmap& within, Bitmap& out);
  /// The same without weights.
  void evaluate_unscored(const PlanNode& node, const Bitmap& within, Bitmap& out);
  /// Adds the node's weights to the scores of the members of `where` only.
  void add_scores(const PlanNode& node, const Bitmap& where);

 private:
  void leaf(const PlanNode& node, const Bitmap& within, Bitmap& out);
  void every_child(const PlanNode& node, const Bitmap& within, Bitmap& out);
  void any_child(const PlanNode& node, const Bitmap& within, Bitmap& out);
  void no_child(const PlanNode& node, const Bitmap& within, Bitmap& out);
  void same_paper(const PlanNode& node, const Bitmap& within, Bitmap& out);
  void proved(const PlanNode& node, const Bitmap& within, Bitmap& out);
  void prove(const PlanNode& node, Bitmap& candidates);
  void prove_unsure(const PlanNode& node, Bitmap& candidates);
  void prove_phrase(const Leaf& leaf, Bitmap& candidates) const;

  void superset(const PlanNode& node, bool in_title, Bitmap& out);
  void superset_of_leaf(const PlanLeaf& leaf, bool in_title, Bitmap& out);
  void superset_of_scope(const PlanNode& node, bool in_title, Bitmap& out);
  void superset_of_all(const PlanNode& node, bool in_title, Bitmap& out);
  void read(const Alternatives& terms, Bitmap& out, bool scored);
  void score_term(const PlanTerm& term, const Bitmap& where);
  void whole_papers(const Bitmap& items, Bitmap& papers) const;

  /// While one lives, alternatives do not add up: of each document the best counts.
  class Group;

  const Plan& plan_;
  OpenShard& shard_;
  std::uint32_t items_;
  std::vector<Bitmap>& sets_;
  EvaluationBuffers& buffers_;
  std::vector<Proof>& proofs_;
  std::unique_ptr<Verifier> verifier_;  // made when first needed
  bool scoring_ = true;
  Bitmap* touched_ = nullptr;  // of the group that is open
};

}  // namespace minutebook::query
