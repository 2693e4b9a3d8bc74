// One search from a resolved query to its answer: shards one after the other, then order, rows and what goes beside
// them.
#include <algorithm>
#include <iterator>
#include <limits>
#include <optional>
#include <span>
#include <utility>

#include "query/answer_emptied.h"
#include "query/answer_explain.h"
#include "query/answer_interpreted.h"
#include "query/answer_rows.h"
#include "query/coverage_note.h"
#include "query/evaluate.h"
#include "query/evaluate_filter.h"
#include "query/evaluate_plan.h"
#include "query/evaluate_tiers.h"
#include "query/facets.h"
#include "query/found_items.h"
#include "query/include/minutebook/search.h"
#include "query/judge.h"
#include "query/mention_page.h"
#include "query/open_index.h"
#include "query/rank.h"
#include "query/spelling.h"

namespace minutebook::query {

namespace {

/// For the rows of a page, when a search has taken all its time: they are few.
constexpr auto time_for_rows = std::chrono::milliseconds(500);

class Search {
 public:
  Search(OpenIndex::Parts& index, const ResolvedQuery& query, const SearchOptions& options)
      : index_(index),
        query_(query),
        options_(options),
        start_(read_cursor(options.cursor, index, query, options)),
        plan_(make_plan(index, query.tree, query.favoured)),
        operands_(plan_),
        filters_(index, query.filters),
        counter_(index, query.filters, options.facets),
        all_(index, wish_for(Tier::all)),
        some_(index, wish_for(Tier::some)),
        proofs_(plan_.nodes) {
    // Evaluators and rows refer to what is found in each shard.
    found_.reserve(index.shards.size());
  }

  Answer run() {
    const TimeScope scope(index_.buffers.time, options_.deadline);
    search_shards();
    RowMaker rows(index_, plan_, found_, options_.runs);
    if (options_.mention_rows || options_.count_mentions) count_mentions(rows);
    if (options_.mention_rows) {
      add_mention_rows(rows);
    } else {
      add_item_rows(rows);
    }
    finish();
    return std::move(answer_);
  }

  /// For an export: the answer without rows, all items in order, and what makes rows of them.
  Answer run_without_rows(std::vector<Candidate>& items) {
    const TimeScope scope(index_.buffers.time, options_.deadline);
    search_shards();
    items = take(all_, false);
    finish();
    return std::move(answer_);
  }
  RowMaker plain_rows() { return {index_, plan_, found_, false}; }

 private:
  void search_shards() {
    try {
      index_.buffers.time.look();
      for (std::uint32_t i = 0; i < index_.shards.size(); ++i) search_shard(i);
    } catch (const TimeIsOver&) {
      end_early("the time for a search was over; there may be more than this");
    }
    answer_.query = query_.typed;
    answer_.revision = index_.index.revision;
    answer_.totals = counter_.totals();
    answer_.totals.some = some_items_;
    answer_.facets = counter_.facets();
    add_sources(index_, query_.filters, answer_.coverage);
    // What labels stand for is counted in posting lists, which is quick.
    const Deadline end = index_.buffers.time.end();
    index_.buffers.time.set({});
    answer_.interpreted = shown_query(index_, query_, options_.count_labels);
    index_.buffers.time.set(end);
    judge_.emplace(index_, plan_, operands_, found_);
  }

  void end_early(const char* reason) {
    answer_.complete = false;
    answer_.incomplete_reason = reason;
    index_.buffers.time.set(index_.buffers.time.now() + time_for_rows);
  }

  void finish() {
    // Of an answer that was cut off nobody knows what would have been found.
    if (answer_.totals.items == 0 && answer_.complete) explain_nothing();
    if (!options_.explain) return;
    answer_.explained = explain(index_, query_, plan_, proofs_);
    std::move(explained_rows_.begin(), explained_rows_.end(), std::back_inserter(answer_.explained));
  }

  void explain_nothing() {
    try {
      answer_.emptied = why_empty(index_, plan_, query_, filters_);
    } catch (const TimeIsOver&) {
      answer_.emptied = Emptied{"the time was over before it was known which word or filter leaves nothing", {}};
    }
  }

  bool want_some() const { return !options_.strict && !options_.everything && !options_.mention_rows; }

  std::size_t rows_to_keep() const {
    // Rows of mentions are counted as they are made, so every item may be needed.
    return options_.everything || options_.mention_rows ? std::numeric_limits<std::size_t>::max() : options_.limit;
  }

  /// A page goes on behind the row that ended the one before, whatever its number.
  RankingWish wish_for(Tier tier) const {
    RankingWish wish{.order = options_.sort, .group = options_.group, .keep = rows_to_keep(), .judge = true};
    if (start_.in_some == (tier == Tier::some)) {
      wish.after = start_.after;
      wish.skip = options_.mention_rows ? 0 : start_.in_tier;
    }
    if (start_.in_some && tier == Tier::all) wish.keep = 0;
    return wish;
  }

  void search_shard(std::uint32_t number) {
    OpenShard& shard = index_.shards[number];
    FoundSets& found = found_.emplace_back();
    found.sets = sets_of(index_, plan_.sets, shard);
    TierSets& tiers = found.tiers;
    filters_.failed_fields(shard, failed_);
    ShardEvaluator evaluator(plan_, shard, found.sets, index_.buffers, proofs_);
    evaluate_tiers(evaluator, plan_, operands_, reached(shard, true), want_some(), tiers);
    add_papers(shard, failed_, answer_.coverage);
    Bitmap& matches = found.all;
    matches = tiers.all;
    filters_.apply_item_filters(shard, matches, nullptr);
    counter_.count_papers(shard, matches, failed_);
    const Bitmap passing = reached(shard, false);
    matches &= passing;
    if (counter_.wants_topics()) count_topics(counter_, shard, filters_, {matches, tiers.all, passing});
    offer(number, matches, all_, false);
    // Tier `some` comes after all of tier `all`: where that fills the page already it is only counted.
    const bool some_shown = all_.rows() < start_.row || all_.rows() - start_.row < rows_to_keep();
    evaluate_parts(evaluator, operands_, some_shown, tiers);
    filters_.apply_item_filters(shard, tiers.some, nullptr);
    tiers.some &= passing;
    some_items_ += tiers.some.count();
    if (some_shown) offer(number, tiers.some, some_, true);
  }

  /// Live items of papers that pass every paper-level filter; `facets_too`: also those a facet may need.
  Bitmap reached(const OpenShard& shard, bool facets_too) const {
    Bitmap items = shard.live;
    if (filters_.any()) keep_papers(shard, failed_, facets_too && counter_.wants_refused(), items);
    return items;
  }

  void offer(std::uint32_t number, const Bitmap& items, Ranking& ranking, bool with_coverage) {
    if (rows_to_keep() == 0) return;
    const OpenShard& shard = index_.shards[number];
    const std::vector<std::uint32_t>& score = index_.buffers.score;
    items.for_each([&](std::uint32_t docid) {
      Candidate candidate;
      if (with_coverage) candidate.coverage = found_.back().tiers.coverage(operands_, docid);
      candidate.score = rounded_score(score[docid]);
      if (ranking.too_low(candidate.coverage, candidate.score)) {
        ranking.pass_over();
        return;
      }
      candidate.date = shard.papers[shard.paper_of[docid]].date;
      candidate.shard = number;
      candidate.docid = docid;
      ranking.offer(candidate);
    });
  }

  std::vector<Candidate> take(Ranking& ranking, bool some) {
    return ranking.take({[&](const Candidate& one) { return judge_->judge(one, some).sum(); },
                         [&](const Candidate& one) { return judge_->unread(one, some).sum(); }});
  }

  void count_mentions(RowMaker& rows) {
    try {
      const MentionCount total = count_all_mentions(rows, found_, index_.buffers.time);
      answer_.totals.mentions = total.whole + total.part;
      answer_.totals.whole_mentions = total.whole;
    } catch (const TimeIsOver&) {
      end_early("the time for a search was over before all mentions were counted");
    }
  }

  void add_item_rows(RowMaker& rows) {
    const std::size_t in_all = all_.rows();
    const std::size_t known = in_all + some_rows();
    std::vector<Candidate> best = take(all_, false);
    const std::size_t of_all = best.size();
    if (of_all < rows_to_keep()) {
      std::vector<Candidate> rest = take(some_, true);
      rest.resize(std::min(rest.size(), rows_to_keep() - of_all));
      best.insert(best.end(), rest.begin(), rest.end());
    }
    for (std::size_t i = 0; i < best.size(); ++i) {
      const Tier tier = i < of_all ? Tier::all : Tier::some;
      answer_.results.push_back(rows.item_row(best[i], tier, options_.mentions_per_item));
      if (options_.explain) explain_row(start_.row + i, best[i], tier == Tier::some);
    }
    PageStart next{start_.row + best.size(), 0, {}, best.size() > of_all || start_.in_some};
    next.in_tier = next.in_some ? next.row - in_all : next.row;
    if (best.empty() || options_.everything || next.row >= known) return;
    next.after = best.back();
    answer_.next = make_cursor(next, index_.index.revision, query_, options_);
  }

  void explain_row(std::size_t row, const Candidate& candidate, bool some) {
    if (explained_rows_.empty()) explained_rows_.push_back("order of the rows:");
    const Merits merits = candidate.judged ? judge_->judge(candidate, some) : judge_->unread(candidate, some);
    explained_rows_.push_back("  " + std::to_string(row + 1) + ". " + answer_.results.back().id + "  " +
                              explain_merits(merits, candidate));
  }

  /// Rows of tier `some` that are known of; where none were ranked any item makes at least one row.
  std::size_t some_rows() const { return std::max(some_.rows(), std::size_t{some_items_ > 0}); }

  void add_mention_rows(RowMaker& rows) {
    const std::vector<Candidate> items = take(all_, false);
    const std::size_t most = options_.everything ? std::numeric_limits<std::size_t>::max() : options_.limit;
    PageStart next = start_;
    try {
      add_mention_page(rows, items, next, most, answer_.results, index_.buffers.time);
    } catch (const TimeIsOver&) {
      end_early("the time for a search was over before the page was full; the next page goes on");
    }
    if (next.row < items.size() && options_.limit > 0)
      answer_.next = make_cursor(next, index_.index.revision, query_, options_);
  }

  OpenIndex::Parts& index_;
  const ResolvedQuery& query_;
  const SearchOptions& options_;
  PageStart start_;
  Plan plan_;
  Operands operands_;
  TopFilters filters_;
  FacetCounter counter_;
  Ranking all_;
  Ranking some_;
  std::optional<Judge> judge_;  // made when all shards are searched
  std::vector<Proof> proofs_;
  std::vector<FoundSets> found_;   // by shard
  std::vector<FieldBits> failed_;  // of the shard at hand
  std::uint64_t some_items_ = 0;
  std::vector<std::string> explained_rows_;
  Answer answer_;
};

}  // namespace

FoundItems find_items(OpenIndex& index, const ResolvedQuery& query, const SearchOptions& options) {
  const auto search = std::make_shared<Search>(index.parts(), query, options);
  FoundItems found{{}, {}, search->plain_rows(), search};
  found.answer = search->run_without_rows(found.items);
  return found;
}

Answer search(OpenIndex& index, const ResolvedQuery& query, const SearchOptions& options) {
  Answer answer = Search(index.parts(), query, options).run();
  // A page further on says nothing new about the words.
  if (options.read_again && options.cursor.empty() && answer.complete)
    answer.suggestions = corrections(index, query, answer, options);
  return answer;
}

}  // namespace minutebook::query
