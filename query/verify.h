// Proving on the stored record: whether an item, or one of its passages, holds a compiled query, and with which words.
// Decides what is counted, what is a mention and what is highlighted, so that they cannot disagree. Knows nothing of
// Xapian, text or output.
#pragma once

#include <cstdint>
#include <vector>

#include "query/bitmap.h"
#include "query/evaluate_plan.h"
#include "query/verify_leaf.h"
#include "schema/shard.h"

namespace minutebook::query {

/// Weight of an operand that a passage holds, beside that of a part of one; see Verifier::operands_in.
inline constexpr std::uint32_t whole_operand = 4;

/// Proves items of one shard. Filters and PAPER are looked up in `sets`, one bitmap for each of Plan::sets.
class Verifier {
 public:
  Verifier(const Plan& plan, const schema::Shard& shard, const std::vector<Bitmap>& sets);

  /// Reads the item that is asked about from now on.
  void load(std::uint32_t docid);
  std::size_t passages() const { return count_; }
  const schema::ForwardPassage& passage(std::size_t i) const { return passages_[i]; }

  /// Does the item hold the node?
  bool holds(const PlanNode& node);
  /// Does the passage hold a positive operand of the text that the item holds as well? Appends the words that make it
  /// so to `spans` (unsorted, may overlap); null: only the answer is wanted.
  bool contributes(std::size_t passage, std::vector<WordSpan>* spans);
  /// Does the passage hold all operands of the text by itself? Filters count as for the item, exclusions as held.
  bool whole(std::size_t passage);
  /// How much of the operands of the root the passage holds: whole_operand for each, one for each part of one that the
  /// item does not hold.
  std::uint32_t operands_in(std::size_t passage);
  /// Does the passage hold the node, which the item holds as well? As contributes(), for any node of the plan.
  bool adds_node(const PlanNode& node, std::size_t passage, std::vector<WordSpan>* spans);

 private:
  /// The scopes round a node, innermost first.
  struct Scopes {
    const Scope* scope;
    const Scopes* outer;
  };
  /// Where a node is looked for.
  struct Unit {
    std::size_t first;
    std::size_t last;  ///< one past
    const Scopes* scopes;
    bool single;  ///< one passage is asked about as a mention: exclusions count as held
  };

  bool holds_in(const PlanNode& node, const Unit& unit);
  bool holds_each(const PlanNode& node, const Unit& unit);
  bool leaf_in(const PlanNode& node, const Unit& unit);
  bool leaf_stands(const PlanNode& node, std::size_t passage, const Scopes* scopes);
  static bool only_people(const Scopes* scopes);
  bool near_in(const PlanNode& node, const Unit& unit, std::vector<WordSpan>* spans);
  bool near_passage(const PlanNode& node, std::size_t passage, const Scopes* scopes, std::vector<WordSpan>* spans);
  bool passage_in(const PlanNode& node, const Unit& unit);
  bool scoped_in(const PlanNode& node, const Unit& unit);
  bool item_holds(const PlanNode& node, const Scopes* scopes);
  std::uint32_t adds_operand(const PlanNode& operand, std::size_t passage, std::vector<WordSpan>* spans);
  bool adds(const PlanNode& node, std::size_t passage, const Scopes* scopes, std::vector<WordSpan>* spans);
  bool adds_any(const PlanNode& node, std::size_t passage, const Scopes* scopes, std::vector<WordSpan>* spans);
  void spans_of(const PlanNode& node, std::size_t passage, const Scopes* scopes, std::vector<WordSpan>& spans);
  void leaf_spans(const PlanNode& node, std::size_t passage, const Scopes* scopes, std::vector<WordSpan>& spans);
  bool allowed(std::size_t passage, const Scopes* scopes);
  bool is_title(std::size_t passage);

  const Plan& plan_;
  const schema::Shard& shard_;
  const std::vector<Bitmap>& sets_;
  std::vector<LeafMatcher> leaves_;  // by Plan::leaves
  std::uint32_t docid_ = 0;
  std::vector<schema::ForwardPassage> passages_;
  std::size_t count_ = 0;
  signed char titled_ = -1;  // the item has a title: 1, none: 0, not asked yet: -1
  schema::Item head_;
  std::vector<signed char> held_;  // by node: 1 held by the item, 0 not, -1 not asked yet
};

}  // namespace minutebook::query
