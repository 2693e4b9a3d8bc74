// One search from a resolved query to its answer: shards one after the other, then order, rows and what goes beside
// them.
#include <algorithm>
#include <limits>
#include <span>
#include <utility>

#include "query/answer_emptied.h"
#include "query/answer_expansions.h"
#include "query/answer_explain.h"
#include "query/answer_rows.h"
#include "query/coverage_note.h"
#include "query/evaluate.h"
#include "query/evaluate_filter.h"
#include "query/evaluate_plan.h"
#include "query/evaluate_tiers.h"
#include "query/export_batches.h"
#include "query/facets.h"
#include "query/include/minutebook/search.h"
#include "query/mention_export.h"
#include "query/mention_page.h"
#include "query/open_index.h"
#include "query/rank.h"
#include "query/spelling.h"

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

  Answer run() {
    search_shards();
    RowMaker rows(index_, plan_, sets_, options_.runs);
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
    search_shards();
    items = all_.take();
    finish();
    return std::move(answer_);
  }
  RowMaker plain_rows() { return {index_, plan_, sets_, false}; }

 private:
  void search_shards() {
    for (std::uint32_t i = 0; i < index_.shards.size(); ++i) search_shard(i);
    answer_.query = query_.typed;
    answer_.revision = index_.index.revision;
    answer_.totals = counter_.totals();
    answer_.totals.some = some_items_;
    answer_.facets = counter_.facets();
    add_sources(index_, query_.filters, answer_.coverage);
    interpret();
  }

  void finish() {
    if (answer_.totals.items == 0) answer_.emptied = why_empty(index_, plan_, query_, filters_);
    if (options_.explain) answer_.explained = explain(index_, query_, plan_, proofs_);
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
    const std::size_t most = options_.everything ? std::numeric_limits<std::size_t>::max() : options_.limit;
    const PageStart next = add_mention_page(rows, items, start_, most, answer_.results);
    if (next.row < items.size() && options_.limit > 0)
      answer_.next = make_cursor(next, index_.index.revision, query_, options_);
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
    for (const Expansion& expansion : query_.expansions)
      shown.expansions.push_back(shown_expansion(index_, expansion, options_.count_labels));
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
  std::vector<FieldBits> failed_;          // of the shard at hand
  TierSets tiers_;                         // of the shard at hand
  std::uint64_t some_items_ = 0;
  Answer answer_;
};

SearchOptions export_options(const SearchOptions& options) {
  return {.everything = true, .sort = options.sort, .mention_rows = true, .runs = false, .explain = options.explain};
}

}  // namespace

struct MentionExport::State {
  ResolvedQuery query;
  SearchOptions options;
  Search search;
  std::vector<Candidate> items;
  Answer answer;
  ExportBatches batches;

  State(OpenIndex& index, ResolvedQuery asked, const SearchOptions& wanted)
      : query(std::move(asked)),
        options(export_options(wanted)),
        search(index.parts(), query, options),
        answer(search.run_without_rows(items)),
        batches(std::move(items), search.plain_rows()) {}
};

MentionExport::MentionExport(OpenIndex& index, ResolvedQuery query, const SearchOptions& options)
    : state_(std::make_unique<State>(index, std::move(query), options)) {}
MentionExport::~MentionExport() = default;

std::span<const Result> MentionExport::next() {
  const std::span<const Result> rows = state_->batches.next();
  const MentionCount& total = state_->batches.total();
  if (rows.empty()) {
    state_->answer.totals.mentions = total.whole + total.part;
    state_->answer.totals.whole_mentions = total.whole;
  }
  return rows;
}

const Answer& MentionExport::answer() const {
  return state_->answer;
}

Answer search(OpenIndex& index, const ResolvedQuery& query, const SearchOptions& options) {
  Answer answer = Search(index.parts(), query, options).run();
  // A page further on says nothing new about the words.
  if (options.read_again && options.cursor.empty()) answer.suggestions = corrections(index, query, answer, options);
  return answer;
}

}  // namespace minutebook::query
