#include "query/rank.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "query/evaluate_plan.h"
#include "schema/version.h"

namespace minutebook::query {

namespace {

// Below this many rows nothing is pruned while collecting.
constexpr std::size_t least_room = 1024;
// An item of another file goes first if it is worth so many hundredths of one whose file is shown already.
constexpr std::uint64_t nearly_as_good = 80;

int descending(std::uint32_t a, std::uint32_t b) {
  return a == b ? 0 : (a > b ? -1 : 1);
}

}  // namespace

std::uint32_t rounded_score(std::uint32_t score) {
  constexpr auto unit = static_cast<std::uint64_t>(score_unit * schema::impact_scale);
  return static_cast<std::uint32_t>((std::uint64_t{score} * 10000 + unit / 2) / unit);
}

Ranking::Ranking(const OpenIndex::Parts& index, const RankingWish& wish) : index_(index), wish_(wish) {
  // Behind the judged items all follow in the order of their words, so the last one shown tells where to go on.
  judges_ = wish.judge && wish.order == SortOrder::relevance && wish.keep > 0 &&
            (wish.group != GroupBy::item || !wish.after || wish.skip <= judged_items);
  if (judges_) wish_.after.reset();
  if (wish_.after) wish_.skip = 0;
  const std::size_t most = std::numeric_limits<std::size_t>::max();
  if (wish.keep == 0) return;
  keep_ = wish.keep > most - wish_.skip ? most : wish.keep + wish_.skip;
  if (!judges_) return;
  keep_ = std::max(keep_, judged_items);
  if (wish.group != GroupBy::item)
    items_ = std::make_unique<Ranking>(index, RankingWish{.keep = judged_items, .judge = true});
}

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
  return placed_before(a, b);
}

bool Ranking::judged_before(const Candidate& a, const Candidate& b) const {
  if (a.shown != b.shown) return a.shown > b.shown;
  if (a.date != b.date) return a.date > b.date;
  return placed_before(a, b);
}

bool Ranking::placed_before(const Candidate& a, const Candidate& b) const {
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
  if (keep_ == 0 || (full_ && compare(worst_, candidate) < 0)) return;
  if (wish_.after && !before(*wish_.after, candidate)) return;
  kept_.push_back(candidate);
  if (kept_.size() >= std::max(least_room, keep_) && (kept_.size() - keep_) >= keep_) prune();
}

/// Leaves the best `keep`.
void Ranking::prune() {
  const auto last = kept_.begin() + static_cast<std::ptrdiff_t>(keep_ - 1);
  std::nth_element(kept_.begin(), last, kept_.end(),
                   [this](const Candidate& a, const Candidate& b) { return before(a, b); });
  kept_.resize(keep_);
  worst_ = kept_.back();
  full_ = true;
}

std::uint64_t Ranking::group_of(const Candidate& candidate) const {
  const OpenShard& shard = index_.shards[candidate.shard];
  const std::uint32_t ordinal = shard.paper_of[candidate.docid];
  const std::uint64_t paper = (std::uint64_t{candidate.shard} << 32) | ordinal;
  return wish_.group == GroupBy::meeting ? shard.papers[ordinal].meeting : paper;
}

void Ranking::offer_to_group(const Candidate& candidate) {
  if (items_) items_->offer(candidate);
  const auto [it, fresh] = groups_.try_emplace(group_of(candidate), kept_.size());
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

void Ranking::sort_first(std::size_t count) {
  std::partial_sort(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(count), kept_.end(),
                    [this](const Candidate& a, const Candidate& b) { return before(a, b); });
  kept_.resize(count);
}

std::vector<Candidate> Ranking::take(const Judging& judging) {
  // Which item stands for a group is known only now.
  if (wish_.after && wish_.group != GroupBy::item)
    std::erase_if(kept_, [this](const Candidate& candidate) { return !before(*wish_.after, candidate); });
  if (items_) {
    put_judged_groups_first(judging);
  } else {
    sort_first(std::min(keep_, kept_.size()));
    if (judges_) judge_first(judging);
  }
  kept_.erase(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(std::min(wish_.skip, kept_.size())));
  if (kept_.size() > wish_.keep) kept_.resize(wish_.keep);
  for (Candidate& candidate : kept_) {
    if (!candidate.judged && judging.unread) candidate.shown = judging.unread(candidate);
  }
  return std::move(kept_);
}

void Ranking::judge_first(const Judging& judging) {
  const std::size_t count = std::min(judged_items, kept_.size());
  // Items lie far apart: the next ones are on their way while one is read.
  constexpr std::size_t ahead = 6;
  for (std::size_t i = 0; i < count; ++i) {
    if (i + ahead < count) index_.shards[kept_[i + ahead].shard].words.prefetch(kept_[i + ahead].docid);
    kept_[i].shown = judging.read(kept_[i]);
    kept_[i].judged = true;
  }
  std::sort(kept_.begin(), kept_.begin() + static_cast<std::ptrdiff_t>(count),
            [this](const Candidate& a, const Candidate& b) { return judged_before(a, b); });
  spread_first(count);
}

/// Who opens a file for one item sees the others there: the first rows lead to different files, unless what another has
/// to say is much less. A pack is one file.
void Ranking::spread_first(std::size_t count) {
  const auto file = [this](const Candidate& one) {
    const OpenShard& shard = index_.shards[one.shard];
    return std::pair(one.shard, shard.papers[shard.paper_of[one.docid]].source);
  };
  const auto begin = kept_.begin();
  const auto end = begin + static_cast<std::ptrdiff_t>(count);
  for (std::size_t row = 1; row < std::min(count, spread_rows); ++row) {
    const auto here = begin + static_cast<std::ptrdiff_t>(row);
    const auto fresh = [&](const Candidate& one) {
      return std::none_of(begin, here, [&](const Candidate& above) { return file(above) == file(one); });
    };
    const auto other = std::find_if(here, end, fresh);
    if (other == end || std::uint64_t{other->shown} * 100 < std::uint64_t{here->shown} * nearly_as_good) continue;
    std::rotate(here, other, other + 1);
  }
  for (std::size_t row = 1; row < count; ++row) kept_[row].shown = std::min(kept_[row].shown, kept_[row - 1].shown);
}

/// Groups stand where their best item does.
void Ranking::put_judged_groups_first(const Judging& judging) {
  std::vector<Candidate> rows;
  std::vector<bool> placed(kept_.size());
  for (Candidate& item : items_->take(judging)) {
    const std::size_t group = groups_.at(group_of(item));
    if (placed[group]) continue;
    placed[group] = true;
    item.grouped = kept_[group].grouped;
    rows.push_back(item);
  }
  std::vector<Candidate> others;
  for (std::size_t i = 0; i < kept_.size(); ++i) {
    if (!placed[i]) others.push_back(kept_[i]);
  }
  kept_ = std::move(others);
  sort_first(std::min(keep_, kept_.size()));
  rows.insert(rows.end(), kept_.begin(), kept_.end());
  kept_ = std::move(rows);
}

}  // namespace minutebook::query
