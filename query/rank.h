// The order of an answer: the best rows of a match under a sort order, perhaps one for each paper or meeting.
// By relevance the words choose the first so many items, which are then judged one by one; the others follow in the
// order of their words. Ties fall to the date (newest first), then to the paper's id, then to the place in the paper;
// the number of shards and the page asked for play no part. Knows nothing of how scores came about.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

#include "query/include/minutebook/search.h"
#include "query/open_index.h"

namespace minutebook::query {

/// An item offered for a row.
struct Candidate {
  std::uint32_t coverage = 0;  ///< tier `some`: weight of the operands it holds
  std::uint32_t score = 0;     ///< of its words, in ten-thousandths
  std::uint32_t date = 0;      ///< packed, 0 unknown: last in every order
  std::uint32_t shard = 0;
  std::uint32_t docid = 0;
  std::uint32_t grouped = 1;  ///< items of its group
  std::uint32_t shown = 0;    ///< score of the row: judged, or what is known unread
  bool judged = false;
};

/// Score in ten-thousandths of an integer score (query/evaluate_plan.h).
std::uint32_t rounded_score(std::uint32_t score);

/// Items that are read to be put in order, of each tier. Four pages of ten: further down a reader goes by filters and
/// dates.
inline constexpr std::size_t judged_items = 40;

struct RankingWish {
  SortOrder order = SortOrder::relevance;
  GroupBy group = GroupBy::item;
  std::size_t keep = 0;  ///< rows wanted …
  std::size_t skip = 0;  ///< … behind so many
  bool judge = false;    ///< by relevance: the first are read and judged
  /// The last of those, so that a page costs no more the further down it is; where all of them are judged it is not
  /// needed.
  std::optional<Candidate> after = {};
};

/// How an item is judged, in ten-thousandths.
struct Judging {
  std::function<std::uint32_t(const Candidate&)> read;
  std::function<std::uint32_t(const Candidate&)> unread;
};

class Ranking {
 public:
  Ranking(const OpenIndex::Parts& index, const RankingWish& wish);

  void offer(const Candidate& candidate);
  /// Is it sure already that no item of this coverage and score gets a row? Then it need only be counted.
  bool too_low(std::uint32_t coverage, std::uint32_t score) const {
    if (!full_ || wish_.order != SortOrder::relevance) return false;
    return worst_.coverage != coverage ? worst_.coverage > coverage : worst_.score > score;
  }
  void pass_over() { ++offered_; }
  /// Rows so far, also those not kept and those to be skipped.
  std::size_t rows() const;
  /// The best rows in order. The ranking is spent.
  /// `judging`: needed by a ranking that judges.
  std::vector<Candidate> take(const Judging& judging = {});

 private:
  bool before(const Candidate& a, const Candidate& b) const;
  bool judged_before(const Candidate& a, const Candidate& b) const;
  bool placed_before(const Candidate& a, const Candidate& b) const;
  int compare(const Candidate& a, const Candidate& b) const;
  std::uint64_t group_of(const Candidate& candidate) const;
  void offer_to_group(const Candidate& candidate);
  void prune();
  void sort_first(std::size_t count);
  void judge_first(const Judging& judging);
  void put_judged_groups_first(const Judging& judging);

  const OpenIndex::Parts& index_;
  RankingWish wish_;
  bool judges_ = false;   // by relevance: the first are judged
  std::size_t keep_ = 0;  // at least those that are judged
  std::size_t offered_ = 0;
  std::vector<Candidate> kept_;
  bool full_ = false;  // kept_ was pruned: the last of the best `keep_` is `worst_`
  Candidate worst_;
  std::unordered_map<std::uint64_t, std::size_t> groups_;  // key of a group -> position in kept_
  std::unique_ptr<Ranking> items_;                         // of groups by relevance: the items that are judged
};

}  // namespace minutebook::query
