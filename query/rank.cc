#include "query/rank.h"

#include <algorithm>

#include "query/evaluate_plan.h"
#include "schema/version.h"

namespace minutebook::query {

namespace {

// Below this many rows nothing is pruned while collecting.
constexpr std::size_t least_room = 1024;

int descending(std::uint32_t a, std::uint32_t b) {
  return a == b ? 0 : (a > b ? -1 : 1);
}

}  // namespace

std::uint32_t rounded_score(std::uint32_t score) {
  constexpr auto unit = static_cast<std::uint64_t>(score_unit * schema::impact_scale);
  return static_cast<std::uint32_t>((std::uint64_t{score} * 10000 + unit / 2) / unit);
}

Ranking::Ranking(const OpenIndex::Parts& index, const RankingWish& wish) : index_(index), wish_(wish) {}

/// By numbers alone; negative: a comes first.
int Ranking::compare(const Candidate& a, const Candidate& b) const {
  const int by_date = [&] {
    if (wish_.order != SortOrder::oldest || a.date == 0 || b.date == 0) return descending(a.date, b.date);
    return descending(b.date, a.date);
  }();
  if (wish_.order != SortOrder::relevance && by_date != 0) return by_date;
  if (const int by_coverage = descending(a.coverage, b.coverage)) return by_coverage;
  if (const int by_score = descending(a.score, b.score)) return by_score;
  return by_date;
}

bool Ranking::before(const Candidate& a, const Candidate& b) const {
  if (const int order = compare(a, b)) return order < 0;
  const OpenShard& of_a = index_.shards[a.shard];
  const OpenShard& of_b = index_.shards[b.shard];
  const std::uint32_t paper_a = of_a.paper_of[a.docid];
  const std::uint32_t paper_b = of_b.paper_of[b.docid];
  if (a.shard == b.shard && paper_a == paper_b) return a.docid < b.docid;
  return of_a.shard->paper_id(paper_a) < of_b.shard->paper_id(paper_b);
}

void Ranking::offer(const Candidate& candidate) {
  ++offered_;
  if (wish_.group != GroupBy::item) {
    offer_to_group(candidate);
    return;
  }
  if (wish_.keep == 0 || (full_ && compare(worst_, candidate) < 0)) return;
  if (wish_.after && !before(*wish_.after, candidate)) return;
  kept_.push_back(candidate);
  if (kept_.size() >= std::max(least_room, wish_.keep) && (kept_.size() - wish_.keep) >= wish_.keep) prune();
}

/// Leaves the best `keep`.
void Ranking::prune() {
  const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(wish_.keep - 1);
  std::nth_element(kept_.begin(), last, kept_.end(),
                   [this](const Candidate& a, const Candidate& b) { return before(a, b); });
  kept_.resize(wish_.keep);
  worst_ = kept_.back();
  full_ = true;
}

void Ranking::offer_to_group(const Candidate& candidate) {
  const OpenShard& shard = index_.shards[candidate.shard];
  const std::uint32_t ordinal = shard.paper_of[candidate.docid];
  const std::uint64_t paper = (std::uint64_t{candidate.shard} << 32) | ordinal;
  const std::uint64_t key = wish_.group == GroupBy::meeting ? shard.papers[ordinal].meeting : paper;
  const auto [it, fresh] = groups_.try_emplace(key, kept_.size());
  if (fresh) {
    kept_.push_back(candidate);
    return;
  }
  Candidate& best = kept_[it->second];
  const std::uint32_t grouped = best.grouped + candidate.grouped;
  if (before(candidate, best)) best = candidate;
  best.grouped = grouped;
}

std::size_t Ranking::rows() const {
  return wish_.group == GroupBy::item ? offered_ : kept_.size();
}

std::vector<Candidate> Ranking::take() {
  const auto order = [this](const Candidate& a, const Candidate& b) { return before(a, b); };
  // Which item stands for a group is known only now.
  if (wish_.after && wish_.group != GroupBy::item)
    std::erase_if(kept_, [this](const Candidate& candidate) { return !before(*wish_.after, candidate); });
  const std::size_t count = std::min(wish_.keep, kept_.size());
  std::partial_sort(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(count), kept_.end(), order);
  kept_.resize(count);
  return std::move(kept_);
}

}  // namespace minutebook::query
