// The order of an answer: the best rows of a match under a sort order, perhaps one for each paper or meeting.
// Ties fall to the date (newest first), then to the paper's id, then to the place in the paper; the number of shards
// plays no part. Knows nothing of how scores came about.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "query/include/minutebook/search.h"
#include "query/open_index.h"

namespace minutebook::query {

/// An item offered for a row.
struct Candidate {
  std::uint32_t coverage = 0;  ///< tier `some`: weight of the operands it holds
  std::uint32_t score = 0;     ///< in ten-thousandths
  std::uint32_t date = 0;      ///< packed, 0 unknown: last in every order
  std::uint32_t shard = 0;
  std::uint32_t docid = 0;
  std::uint32_t grouped = 1;  ///< items of its group
};

/// Score in ten-thousandths of an integer score (query/evaluate_plan.h).
std::uint32_t rounded_score(std::uint32_t score);

struct RankingWish {
  SortOrder order = SortOrder::relevance;
  GroupBy group = GroupBy::item;
  std::size_t keep = 0;                 ///< the best so many rows
  std::optional<Candidate> after = {};  ///< only rows behind this one, which ended the page before
};

class Ranking {
 public:
  Ranking(const OpenIndex::Parts& index, const RankingWish& wish);

  void offer(const Candidate& candidate);
  /// Rows so far, also those not kept and those before `after`.
  std::size_t rows() const;
  /// The best rows in order. The ranking is spent.
  std::vector<Candidate> take();

 private:
  bool before(const Candidate& a, const Candidate& b) const;
  int compare(const Candidate& a, const Candidate& b) const;
  void offer_to_group(const Candidate& candidate);
  void prune();

  const OpenIndex::Parts& index_;
  RankingWish wish_;
  std::size_t offered_ = 0;
  std::vector<Candidate> kept_;
  bool full_ = false;  // kept_ was pruned: the last of the best `keep` is `worst_`
  Candidate worst_;
  std::unordered_map<std::uint64_t, std::size_t> groups_;  // key of a group -> position in kept_
};

}  // namespace minutebook::query
