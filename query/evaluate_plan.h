// The compiled query: for each leaf the terms whose documents hold it (or a superset of them), their weights, what
// needs proof on the record. Made once per query for all shards. Knows nothing of single shards, papers or output.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "query/open_index.h"
#include "query/resolved.h"

namespace minutebook::query {

/// Unit of the integer scores: a weight of `score_unit` is an idf of 1. Shown scores divide by it and by
/// schema::impact_scale.
inline constexpr double score_unit = 1024.0;

struct PlanTerm {
  std::string term;
  std::uint32_t frequency = 0;  ///< documents over all shards
  std::uint32_t weight = 0;     ///< 0: not scored
  bool sure = false;  ///< of a leaf that needs proof: every word with this stem fits, so its documents need none
};

/// One of them must stand in the document.
using Alternatives = std::vector<PlanTerm>;

struct PlanLeaf {
  const Leaf* leaf = nullptr;
  std::vector<Alternatives> needs;      ///< a document that holds the leaf has one term of each; cheapest first
  std::vector<PlanTerm> boosts;         ///< scored where the leaf holds, never required
  std::vector<std::uint32_t> concepts;  ///< with all narrower ones, ascending
  bool exact = false;                   ///< `needs` is not only a superset
  schema::LabelKeys* keys = nullptr;    ///< of a leaf for which not every label counts; else null
};

/// True if a label of a concept counts for the leaf; `within`: LabelKeys::key_within of its key.
bool label_counts(const Leaf& leaf, std::string_view key, std::string_view within);

struct PlanNode {
  NodeKind kind = NodeKind::all_of;
  const Node* node = nullptr;
  std::uint32_t id = 0;      ///< consecutive from 0 over the plan
  std::uint32_t leaf = 0;    ///< in Plan::leaves
  std::uint32_t set = 0;     ///< filter and same_paper: in Plan::sets
  std::uint32_t weight = 0;  ///< filter for councils or one day: what a term of as many items would have; else 0
  std::vector<PlanNode> children;
  std::vector<PlanNode> parts;  ///< as Node::parts, of operands of the root that were typed bare
  bool proof = false;           ///< decided on the record as a whole
  double cost = 0;              ///< documents to look at, roughly; dearer nodes come later
};

struct Plan {
  PlanNode root;
  std::uint32_t nodes = 0;
  std::vector<PlanLeaf> leaves;
  std::vector<const Filter*>
      sets;  ///< sets of items that proof looks up: filters inside the tree; null: what a same_paper node found
  std::vector<PlanNode> favoured;    ///< as ResolvedQuery::favoured
  std::unique_ptr<Node> tree;        ///< what the nodes point into
  std::vector<Node> favoured_nodes;  ///< and those of `favoured`
};

/// Compiles the tree of a query. Throws schema::Error (usage) for NEAR or PARA round something that has no place in a
/// passage.
Plan make_plan(OpenIndex::Parts& index, const Node& tree, std::span<const Node> favoured = {});
/// True if the node holds words to look for (not only filters or exclusions).
bool has_text(const PlanNode& node);
/// The best weight among the terms of a node, of alternatives that of the commonest: how telling the operand is.
std::uint32_t telling(const Plan& plan, const PlanNode& node);
/// What each part of an operand is worth where an item does not hold the operand, which is worth `whole`.
std::vector<std::uint32_t> part_weights(const Plan& plan, const PlanNode& operand, std::uint32_t whole);

}  // namespace minutebook::query
