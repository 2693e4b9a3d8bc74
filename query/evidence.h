// What the record of an item says of how well it answers: which operands of the query stand together in which passages,
// how close, in what kind of passage. Uses the proof of query/verify.h, so it agrees with mentions and highlights.
// Knows nothing of weights, order or output.
#pragma once

#include <cstdint>
#include <vector>

#include "query/verify.h"

namespace minutebook::query {

/// An operand of the query's root that asks for words.
struct AskedOperand {
  const PlanNode* node = nullptr;
  std::uint32_t weight = 0;          ///< how telling it is
  std::vector<std::uint32_t> parts;  ///< what its parts are worth where the item does not hold it
};

/// What the query asks for, once for all shards.
struct Asked {
  explicit Asked(const Plan& plan);

  std::vector<AskedOperand> operands;  ///< as typed
  std::uint64_t weight = 0;            ///< of all of them
};

/// A passage with some of what is asked for.
struct PassageEvidence {
  std::size_t passage = 0;
  schema::PassageKind kind = schema::PassageKind::text;
  std::uint32_t words = 0;
  std::uint64_t weight = 0;  ///< of the operands in it, and of parts of others
  std::uint32_t places = 0;  ///< operands or parts with a place of their own in it
  std::uint32_t spare = 0;   ///< words that stand between them in the narrowest stretch that has them all
  bool in_order = false;     ///< there they come as they were typed
};

struct Evidence {
  std::vector<PassageEvidence> passages;  ///< in order; those with something only
  std::uint64_t weight = 0;               ///< of the operands that the item holds, and of parts of others
  std::uint32_t body_words = 0;           ///< of passages that say something: no headings, lists of people, boilerplate
  std::uint32_t favoured = 0;             ///< of the plan's favoured leaves: in the body
  std::uint32_t favoured_in_title = 0;    ///< … in the first passage, a heading
};

/// Reads items of one shard.
class EvidenceReader {
 public:
  /// All must outlive it; `sets` as for Verifier.
  EvidenceReader(const Plan& plan, const Asked& asked, const schema::Shard& shard, const std::vector<Bitmap>& sets);

  /// Valid until the next call.
  const Evidence& read(std::uint32_t docid);

 private:
  /// Something looked for in each passage of the item at hand.
  struct Slot {
    const PlanNode* node;
    std::uint32_t weight;
  };
  struct Place {
    WordSpan span;
    std::uint32_t slot;
  };

  void choose_slots();
  void read_passage(std::size_t i);
  void find_narrowest(PassageEvidence& found);

  const Plan& plan_;
  const Asked& asked_;
  Verifier verifier_;
  std::vector<Slot> slots_;
  std::uint64_t everywhere_ = 0;  // weight of operands that the item's paper holds as a filter
  std::vector<WordSpan> spans_;
  std::vector<Place> places_;
  std::vector<std::uint32_t> inside_;  // by slot: places in the stretch at hand
  Evidence evidence_;
};

}  // namespace minutebook::query
