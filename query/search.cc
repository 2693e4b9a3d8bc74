// One search from a resolved query to its answer: shards one after the other, then order, rows and what goes beside
// them.
#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>

#include "query/answer_emptied.h"
#include "query/answer_explain.h"
#include "query/answer_rows.h"
#include "query/coverage_note.h"
#include "query/evaluate.h"
#include "query/evaluate_filter.h"
#include "query/evaluate_plan.h"
#include "query/evaluate_tiers.h"
#include "query/facets.h"
#include "query/include/minutebook/search.h"
#include "query/open_index.h"
#include "query/rank.h"
#include "schema/index_terms.h"

namespace minutebook::query {

namespace {

using schema::FieldId;

class Search {
 public:
  Search(OpenIndex::Parts& index, const ResolvedQuery& query, const SearchOptions& options)
      : index_(index),
        query_(query),
        options_(options),
        start_(read_cursor(options.cursor, index, query, options)),
        plan_(make_plan(index, query.tree)),
        operands_(plan_),
        filters_(index, query.filters),
        counter_(index, query.filters, options.facets),
        all_(index, wish_for(Tier::all)),
        some_(index, wish_for(Tier::some)),
        proofs_(plan_.nodes) {}

  /// `sink`: gets every mention, instead of rows in the answer.
  Answer run(const RowSink* sink) {
    for (std::uint32_t i = 0; i < index_.shards.size(); ++i) search_shard(i);
    answer_.query = query_.typed;
    answer_.revision = index_.index.revision;
    answer_.totals = counter_.totals();
    answer_.totals.some = some_items_;
    answer_.facets = counter_.facets();
    add_sources(index_, query_.filters, answer_.coverage);
    interpret();
    RowMaker rows(index_, plan_, sets_, options_.runs);
    if (sink != nullptr) {
      export_mentions(rows, *sink);
      return finish();
    }
    if (options_.mention_rows || options_.count_mentions) count_mentions(rows);
    if (options_.mention_rows) {
      add_mention_rows(rows);
    } else {
      add_item_rows(rows);
    }
    return finish();
  }

 private:
  Answer finish() {
    if (answer_.totals.items == 0) answer_.emptied = why_empty(index_, plan_, query_, filters_);
    if (options_.explain) answer_.explained = explain(index_, query_, plan_, proofs_);
    return std::move(answer_);
  }

  bool want_some() const { return !options_.strict && !options_.everything && !options_.mention_rows; }

  std::size_t rows_to_keep() const {
    // Rows of mentions are counted as they are made, so every item may be needed.
    return options_.everything || options_.mention_rows ? std::numeric_limits<std::size_t>::max() : options_.limit;
  }

  /// A page goes on behind the row that ended the one before, whatever its number.
  RankingWish wish_for(Tier tier) const {
    RankingWish wish{options_.sort, options_.group, rows_to_keep()};
    if (start_.in_some == (tier == Tier::some)) wish.after = start_.after;
    if (start_.in_some && tier == Tier::all) wish.keep = 0;
    return wish;
  }

  void search_shard(std::uint32_t number) {
    OpenShard& shard = index_.shards[number];
    sets_.push_back(sets_of(index_, plan_.sets, shard));
    filters_.failed_fields(shard, failed_);
    add_papers(shard, failed_, answer_.coverage);
    ShardEvaluator evaluator(plan_, shard, sets_.back(), index_.buffers, proofs_);
    evaluate_tiers(evaluator, plan_, operands_, candidates(shard), want_some(), tiers_);
    Bitmap matches = tiers_.all;
    filters_.apply_item_filters(shard, matches, nullptr);
    counter_.count_papers(shard, matches, failed_);
    const Bitmap passing = passing_items(shard);
    matches &= passing;
    if (counter_.wants_topics()) count_topics(shard, matches, passing);
    offer(number, matches, all_, false);
    filters_.apply_item_filters(shard, tiers_.some, nullptr);
    tiers_.some &= passing;
    some_items_ += tiers_.some.count();
    // Tier `some` comes after all of tier `all`: where that fills the page already it is only counted.
    if (all_.rows() < start_.row || all_.rows() - start_.row < rows_to_keep()) offer(number, tiers_.some, some_, true);
    found_.push_back(std::move(matches));
  }

  /// Live items that the answer or a facet may need.
  Bitmap candidates(const OpenShard& shard) const {
    Bitmap items = shard.live;
    if (!filters_.any()) return items;
    const bool refused_too = counter_.wants_refused();
    for (std::size_t i = 0; i < shard.papers.size(); ++i) {
      const bool needed = failed_[i] == 0 || (refused_too && std::has_single_bit(failed_[i]));
      const PaperColumns& paper = shard.papers[i];
      if (!needed) items.clear_range(paper.first_item, paper.first_item + paper.items);
    }
    return items;
  }

  /// Live items of papers that pass every paper-level filter.
  Bitmap passing_items(const OpenShard& shard) const {
    Bitmap items = shard.live;
    if (!filters_.any()) return items;
    for (std::size_t i = 0; i < shard.papers.size(); ++i) {
      const PaperColumns& paper = shard.papers[i];
      if (failed_[i] != 0) items.clear_range(paper.first_item, paper.first_item + paper.items);
    }
    return items;
  }

  void count_topics(OpenShard& shard, const Bitmap& matches, const Bitmap& passing) {
    if (!filters_.any_on(FieldId::topic)) {
      counter_.count_topics(shard, matches);
      return;
    }
    Bitmap whatever_topic = tiers_.all;
    constexpr FieldId topic = FieldId::topic;
    filters_.apply_item_filters(shard, whatever_topic, &topic);
    whatever_topic &= passing;
    counter_.count_topics(shard, whatever_topic);
  }

  void offer(std::uint32_t number, const Bitmap& items, Ranking& ranking, bool with_coverage) {
    if (rows_to_keep() == 0) return;
    const OpenShard& shard = index_.shards[number];
    const std::vector<std::uint32_t>& score = index_.buffers.score;
    items.for_each([&](std::uint32_t docid) {
      Candidate candidate;
      if (with_coverage) candidate.coverage = tiers_.coverage(operands_, docid);
      candidate.score = rounded_score(score[docid]);
      candidate.date = shard.papers[shard.paper_of[docid]].date;
      candidate.shard = number;
      candidate.docid = docid;
      ranking.offer(candidate);
    });
  }

  void count_mentions(RowMaker& rows) {
    MentionCount total;
    for (std::uint32_t i = 0; i < found_.size(); ++i) {
      found_[i].for_each([&](std::uint32_t docid) {
        const MentionCount count = rows.count(i, docid);
        total.whole += count.whole;
        total.part += count.part;
      });
    }
    answer_.totals.mentions = total.whole + total.part;
    answer_.totals.whole_mentions = total.whole;
  }

  void add_item_rows(RowMaker& rows) {
    const std::size_t known = all_.rows() + some_rows();
    std::vector<Candidate> best = all_.take();
    const std::size_t of_all = best.size();
    if (of_all < rows_to_keep()) {
      std::vector<Candidate> rest = some_.take();
      rest.resize(std::min(rest.size(), rows_to_keep() - of_all));
      best.insert(best.end(), rest.begin(), rest.end());
    }
    for (std::size_t i = 0; i < best.size(); ++i)
      answer_.results.push_back(
          rows.item_row(best[i], i < of_all ? Tier::all : Tier::some, options_.mentions_per_item));
    PageStart next{start_.row + best.size(), 0, {}, best.size() > of_all || start_.in_some};
    if (best.empty() || options_.everything || next.row >= known) return;
    next.after = best.back();
    answer_.next = make_cursor(next, index_.index.revision, query_, options_);
  }

  /// Rows of tier `some` that are known of; where none were ranked any item makes at least one row.
  std::size_t some_rows() const { return std::max(some_.rows(), std::size_t{some_items_ > 0}); }

  void add_mention_rows(RowMaker& rows) {
    const std::vector<Candidate> items = all_.take();
    std::size_t left = options_.everything ? std::numeric_limits<std::size_t>::max() : options_.limit;
    PageStart at = start_;
    while (at.row < items.size() && left > 0) {
      Result row = rows.mention_rows(items[at.row], at.mention, left);
      left -= row.mentions.size();
      at.mention += row.mentions.size();
      if (at.mention >= row.mention_count) at = {at.row + 1, 0};
      if (!row.mentions.empty()) answer_.results.push_back(std::move(row));
    }
    // Items without a mention (found by a filter alone) make no row, so they do not keep a page open.
    const auto empty = [&](const Candidate& item) {
      const MentionCount count = rows.count(item.shard, item.docid);
      return count.whole + count.part == 0;
    };
    while (at.row < items.size() && at.mention == 0 && empty(items[at.row])) ++at.row;
    if (at.row < items.size() && options_.limit > 0)
      answer_.next = make_cursor(at, index_.index.revision, query_, options_);
  }

  /// Items are read in the order in which they are stored, so that neighbours share a block, and handed out in the
  /// order of the answer: a batch of them at a time. Counts on the way what count_mentions would.
  void export_mentions(RowMaker& rows, const RowSink& sink) {
    constexpr std::size_t batch = 4096;
    const std::vector<Candidate> items = all_.take();
    std::vector<std::uint32_t> stored;
    std::vector<Result> made(std::min(batch, items.size()));
    MentionCount total;
    for (std::size_t from = 0; from < items.size(); from += batch) {
      stored.resize(std::min(batch, items.size() - from));
      std::iota(stored.begin(), stored.end(), static_cast<std::uint32_t>(from));
      std::sort(stored.begin(), stored.end(), [&](std::uint32_t a, std::uint32_t b) {
        return std::tie(items[a].shard, items[a].docid) < std::tie(items[b].shard, items[b].docid);
      });
      for (const std::uint32_t i : stored) rows.plain_mention_rows(items[i], made[i - from]);
      for (std::size_t i = 0; i < stored.size(); ++i) {
        for (const Mention& mention : made[i].mentions) ++(mention.whole ? total.whole : total.part);
        sink(made[i]);
      }
    }
    answer_.totals.mentions = total.whole + total.part;
    answer_.totals.whole_mentions = total.whole;
  }

  void interpret() {
    Interpreted& shown = answer_.interpreted;
    shown.text = query_.interpreted;
    shown.optional = query_.optional;
    shown.notes = query_.notes;
    for (const Filter& filter : query_.filters) {
      ShownFilter& one =
          shown.filters.emplace_back(ShownFilter{filter.field, filter.values, {}, filter.range, filter.typed});
      for (const std::string& value : filter.values) one.labels.push_back(index_.label(filter.field, value));
    }
    for (const Expansion& expansion : query_.expansions) {
      shown.expansions.push_back({expansion.of, expansion.to, items_with(expansion.concepts)});
    }
  }

  std::uint64_t items_with(const std::vector<std::uint32_t>& concepts) {
    std::uint64_t items = 0;
    for (OpenShard& shard : index_.shards) {
      BitmapPool::Lease carrying(index_.buffers.pool, shard.shard->item_count());
      for (const std::uint32_t number : concepts) {
        shard.postings.read(schema::concept_term(index_.index.vocabulary->concepts()[number].id), *carrying, nullptr);
      }
      items += carrying->count_common(shard.live);
    }
    return items;
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
  std::vector<Proof> proofs_;
  std::vector<std::vector<Bitmap>> sets_;  // by shard: Plan::sets
  std::vector<Bitmap> found_;              // by shard: tier `all`
  std::vector<std::uint16_t> failed_;      // of the shard at hand
  TierSets tiers_;                         // of the shard at hand
  std::uint64_t some_items_ = 0;
  Answer answer_;
};

}  // namespace

Answer search(OpenIndex& index, const ResolvedQuery& query, const SearchOptions& options) {
  return Search(index.parts(), query, options).run(nullptr);
}

Answer export_mentions(OpenIndex& index, const ResolvedQuery& query, const SearchOptions& options,
                       const RowSink& sink) {
  const SearchOptions all = {
      .everything = true, .sort = options.sort, .mention_rows = true, .runs = false, .explain = options.explain};
  return Search(index.parts(), query, all).run(&sink);
}

}  // namespace minutebook::query
