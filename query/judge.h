// How well an item answers, beyond the words it has: what its record (query/evidence.h) and its paper say, weighed.
// Knows nothing of how items were found, of the order of equals, or of output.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

#include "query/evaluate_tiers.h"
#include "query/evidence.h"
#include "query/open_index.h"
#include "query/rank.h"

namespace minutebook::query {

/// What speaks for an item. Names for --explain: name_of().
enum class Merit { words, title, passage, body, paper, paper_kind, reviews, coverage };
inline constexpr std::size_t merit_count = 8;
std::string_view name_of(Merit merit);

/// What each is worth, in ten-thousandths; their sum is the item's score.
struct Merits {
  std::array<std::uint32_t, merit_count> worth{};

  std::uint32_t& operator[](Merit merit) { return worth[static_cast<std::size_t>(merit)]; }
  std::uint32_t sum() const;
};

/// Integers alone, and counts of whole papers and of all shards alone: the same whatever the shards.
class Judge {
 public:
  /// All must outlive it. `found`: by shard.
  Judge(const OpenIndex::Parts& index, const Plan& plan, const Operands& operands, const std::vector<FoundSets>& found);

  /// Reads the item. `some`: it is of tier `some`.
  Merits judge(const Candidate& candidate, bool some);
  /// What is known of it unread.
  Merits unread(const Candidate& candidate, bool some) const;

 private:
  EvidenceReader& reader(std::uint32_t shard);
  std::uint32_t words_worth(const Candidate& candidate) const;
  std::uint32_t paper_worth(const Candidate& candidate, bool some) const;
  std::uint32_t coverage_worth(const Candidate& candidate) const;

  const OpenIndex::Parts& index_;
  const Plan& plan_;
  const Operands& operands_;
  const std::vector<FoundSets>& found_;
  Asked asked_;
  std::uint64_t bare_weight_ = 0;
  bool names_person_ = false;
  std::vector<std::unique_ptr<EvidenceReader>> readers_;  // by shard; made when first needed
};

}  // namespace minutebook::query
