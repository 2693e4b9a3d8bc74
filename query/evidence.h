// What the record of an item says of how well it answers: which operands of the query stand together in which passages,
// how close, in what kind of passage. Uses the proof of query/verify.h, so it agrees with mentions and highlights.
// Knows nothing of weights, order or output.
#pragma once

#include <cstdint>
#include <memory>
#include <vector>

#include "query/flat_query.h"
#include "query/open_index.h"
#include "query/verify.h"

namespace minutebook::query {

/// Something that is looked for in every passage: an operand of the query's root with words, or a part of one.
struct AskedNode {
  const PlanNode* node = nullptr;
  std::uint32_t weight = 0;   ///< how telling it is
  std::uint32_t operand = 0;  ///< number of the operand
  bool part = false;          ///< counts where the item does not hold the operand
};

/// What the query asks for, once for all shards.
struct Asked {
  explicit Asked(const Plan& plan);

  std::vector<AskedNode> nodes;           ///< operands as typed, each followed by its parts
  std::vector<const PlanNode*> favoured;  ///< Plan::favoured
  std::uint32_t operands = 0;
  std::uint64_t weight = 0;  ///< of all operands
  bool flat = true;          ///< all the nodes are (query/flat_query.h)
};

/// A passage with some of what is asked for.
struct PassageEvidence {
  std::size_t passage = 0;
  schema::PassageKind kind = schema::PassageKind::text;
  std::uint64_t weight = 0;  ///< of the operands in it, and of parts of others
  std::uint32_t places = 0;  ///< operands or parts with a place of their own in it
  std::uint32_t spare = 0;   ///< words that stand between them in the narrowest stretch that has them all
  std::uint32_t words = 0;   ///< how long it is
};

struct Evidence {
  std::vector<PassageEvidence> passages;  ///< in order; those with something only
  std::uint32_t body_words = 0;           ///< of passages that say something: no headings, lists of people, boilerplate
  std::uint32_t favoured = 0;             ///< places of favoured leaves by passage: in the body
  std::uint32_t favoured_in_title = 0;    ///< … in the first passage, a heading
};

/// Reads items of one shard.
class EvidenceReader {
 public:
  /// All must outlive it; `sets` as for Verifier.
  EvidenceReader(const Plan& plan, const Asked& asked, const OpenShard& shard, const std::vector<Bitmap>& sets);

  /// Valid until the next call.
  const Evidence& read(std::uint32_t docid);

 private:
  struct Place {
    WordSpan span;
    std::uint32_t node;  ///< in Asked::nodes
  };
  /// Places of one passage: [first, end) of places_.
  struct Places {
    std::size_t passage;
    schema::PassageKind kind;
    std::uint32_t words;
    std::size_t first;
    std::size_t end;
  };

  void read_picked(std::uint32_t docid);
  void read_all(std::uint32_t docid);
  template <typename Find>
  void read_passage(std::size_t i, const schema::ForwardPassage& passage, Find find);
  bool counts(const AskedNode& node) const { return !node.part || held_[node.operand] == 0; }
  void weigh(const Places& places);
  std::uint32_t narrowest(std::uint32_t nodes);

  const Asked& asked_;
  const OpenShard& shard_;
  // Where all that is asked for is flat only the passages that may hold it are read …
  std::unique_ptr<FlatFinder> flat_;
  std::unique_ptr<schema::PassagePick> pick_;
  // … else every one.
  std::unique_ptr<Verifier> verifier_;
  // Of the item at hand, kept for their memory.
  std::vector<schema::ForwardPassage> passages_;
  std::vector<std::size_t> picked_;
  std::vector<std::uint32_t> words_;
  std::vector<WordSpan> spans_;
  std::vector<Place> places_;
  std::vector<Places> by_passage_;
  std::vector<char> held_;             // by operand
  std::uint64_t everywhere_ = 0;       // weight of operands that hold for all of the item as a filter
  std::vector<Place> counted_;         // of the passage at hand
  std::vector<std::uint32_t> inside_;  // by node: places in the stretch at hand
  Evidence evidence_;
};

}  // namespace minutebook::query
