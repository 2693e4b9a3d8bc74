// One search from a resolved query to its answer: shards one after the other, then order, rows and what goes beside
// them.
#include <algorithm>
#include <iterator>
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
#include "query/judge.h"
#include "query/open_index.h"
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
        start_(read_cursor(options.cursor, index.index.revision, query, options)),
        plan_(make_plan(index, query.tree, query.favoured)),
        operands_(plan_),
        filters_(index, query.filters),
        counter_(index, query.filters, options.facets),
        all_(index, options.sort, options.group, rows_to_keep()),
        some_(index, options.sort, options.group, rows_to_keep()),
        proofs_(plan_.nodes) {
    // Evaluators and rows refer to what is found in each shard.
    found_.reserve(index.shards.size());
  }

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
    RowMaker rows(index_, plan_, found_, options_.runs);
    Judge judge(index_, plan_, operands_, found_);
    judge_ = &judge;
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
    if (options_.explain) {
      answer_.explained = explain(index_, query_, plan_, proofs_);
      std::move(explained_rows_.begin(), explained_rows_.end(), std::back_inserter(answer_.explained));
    }
    return std::move(answer_);
  }

  bool want_some() const { return !options_.strict && !options_.everything && !options_.mention_rows; }

  std::size_t rows_to_keep() const {
    // Rows of mentions are counted as they are made, so every item may be needed.
    if (options_.everything || options_.mention_rows) return std::numeric_limits<std::size_t>::max();
    return options_.limit == 0 ? 0 : start_.row + options_.limit;
  }

  void search_shard(std::uint32_t number) {
    OpenShard& shard = index_.shards[number];
    FoundSets& found = found_.emplace_back();
    found.sets = sets_of(index_, plan_.sets, shard);
    TierSets& tiers = found.tiers;
    filters_.failed_fields(shard, failed_);
    add_papers(shard, failed_, answer_.coverage);
    ShardEvaluator evaluator(plan_, shard, found.sets, index_.buffers, proofs_);
    evaluate_tiers(evaluator, plan_, operands_, reached(shard, true), want_some(), tiers);
    Bitmap& matches = found.all;
    matches = tiers.all;
    filters_.apply_item_filters(shard, matches, nullptr);
    counter_.count_papers(shard, matches, failed_);
    const Bitmap passing = reached(shard, false);
    matches &= passing;
    if (counter_.wants_topics()) count_topics(shard, found, passing);
    offer(number, matches, all_, false);
    // Tier `some` comes after all of tier `all`: where that fills the page already it is only counted.
    const bool some_shown = all_.rows() < rows_to_keep();
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

  void count_topics(OpenShard& shard, const FoundSets& found, const Bitmap& passing) {
    if (!filters_.any_on(FieldId::topic)) {
      counter_.count_topics(shard, found.all);
      return;
    }
    Bitmap whatever_topic = found.tiers.all;
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
      if (with_coverage) candidate.coverage = found_.back().tiers.coverage(operands_, docid);
      candidate.score = rounded_score(score[docid]);
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
    MentionCount total;
    for (std::uint32_t i = 0; i < found_.size(); ++i) {
      found_[i].all.for_each([&](std::uint32_t docid) {
        const MentionCount count = rows.count(i, docid);
        total.whole += count.whole;
        total.part += count.part;
      });
    }
    answer_.totals.mentions = total.whole + total.part;
    answer_.totals.whole_mentions = total.whole;
  }

  void add_item_rows(RowMaker& rows) {
    const std::size_t in_all = all_.rows();
    const std::size_t in_some = some_rows();
    const std::vector<Candidate> best = take(all_, false);
    const std::vector<Candidate> rest = in_all < rows_to_keep() ? take(some_, true) : std::vector<Candidate>();
    const std::size_t end = std::min(rows_to_keep(), best.size() + rest.size());
    for (std::size_t row = start_.row; row < end; ++row) {
      const bool whole = row < best.size();
      const Candidate& candidate = whole ? best[row] : rest[row - best.size()];
      answer_.results.push_back(rows.item_row(candidate, whole ? Tier::all : Tier::some, options_.mentions_per_item));
      if (options_.explain) explain_row(row, candidate, !whole);
    }
    const bool more = options_.limit > 0 && !options_.everything && end < in_all + in_some;
    if (more) answer_.next = make_cursor({end, 0}, index_.index.revision, query_, options_);
  }

  void explain_row(std::size_t row, const Candidate& candidate, bool some) {
    if (explained_rows_.empty()) explained_rows_.push_back("order of the rows:");
    const std::string place = std::to_string(row + 1) + ". " + answer_.results.back().id + "  ";
    const Merits merits = candidate.judged ? judge_->judge(candidate, some) : judge_->unread(candidate, some);
    explained_rows_.push_back("  " + place + explain_merits(merits, candidate.judged));
  }

  /// Rows of tier `some` that are known of; where none were ranked any item makes at least one row.
  std::size_t some_rows() const {
    return some_.rows() > 0 ? some_.rows() : static_cast<std::size_t>(some_items_ > 0 ? 1 : 0);
  }

  void add_mention_rows(RowMaker& rows) {
    const std::vector<Candidate> items = take(all_, false);
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
    while (at.row < items.size() && at.mention == 0 && empty(rows.count(items[at.row].shard, items[at.row].docid)))
      ++at.row;
    if (at.row < items.size() && options_.limit > 0)
      answer_.next = make_cursor(at, index_.index.revision, query_, options_);
  }

  /// Items are read in the order in which they are stored, so that neighbours share a block, and handed out in the
  /// order of the answer: a batch of them at a time. Counts on the way what count_mentions would.
  void export_mentions(RowMaker& rows, const RowSink& sink) {
    constexpr std::size_t batch = 4096;
    const std::vector<Candidate> items = take(all_, false);
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

  static bool empty(const MentionCount& count) { return count.whole + count.part == 0; }

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
  std::vector<FoundSets> found_;       // by shard
  std::vector<std::uint16_t> failed_;  // of the shard at hand
  Judge* judge_ = nullptr;             // of the run at hand
  std::uint64_t some_items_ = 0;
  std::vector<std::string> explained_rows_;
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
