#include "query/similar_compare.h"

#include <algorithm>

#include "query/answer_rows.h"
#include "query/mentions.h"
#include "schema/passage_repeats.h"
#include "schema/version.h"

namespace minutebook::query {

namespace {

// BM25's saturation with less weight on repetition than in ranking: that a term is there at all says most.
constexpr double saturation = 0.5;
// What a single passage that holds many of the terms adds.
constexpr double passage_share = 0.3;

}  // namespace

ItemComparer::ItemComparer(OpenIndex::Parts& index, const std::vector<TellingTerm>& terms)
    : index_(index), terms_(terms) {
  for (const TellingTerm& term : terms) {
    all_weight_ += term.weight;
    PlanLeaf& leaf = leaves_.emplace_back();
    leaf.leaf = &term.leaf;
    leaf.concepts = term.concepts;
  }
}

const std::vector<LeafMatcher>& ItemComparer::matchers(std::uint32_t shard) {
  const auto [it, fresh] = matchers_.try_emplace(shard);
  if (fresh) {
    for (const PlanLeaf& leaf : leaves_) it->second.emplace_back(leaf, *index_.shards[shard].shard);
  }
  return it->second;
}

Comparison ItemComparer::compare(std::uint32_t shard, std::uint32_t docid) {
  const std::vector<LeafMatcher>& find = matchers(shard);
  const std::size_t count = index_.shards[shard].shard->forward(docid, passages_);
  std::vector<std::size_t> times(terms_.size(), 0);
  std::vector<WordSpan> spans;
  double words = 0;
  double best = 0;
  double best_shown = -1;
  Comparison made;
  for (std::size_t i = 0; i < count; ++i) {
    if (!is_about_subject(passages_[i].kind)) continue;
    words += static_cast<double>(passages_[i].words.size());
    double held = 0;
    for (std::size_t term = 0; term < terms_.size(); ++term) {
      spans.clear();
      find[term].find(passages_[i], spans);
      times[term] += spans.size();
      if (!spans.empty()) held += terms_[term].weight;
    }
    best = std::max(best, held);
    // A heading says no more than the title that stands above it anyway.
    const double shown = passages_[i].kind == schema::PassageKind::heading ? 0 : held;
    if (shown > best_shown) made.best_passage = i;
    best_shown = std::max(best_shown, shown);
  }
  const double length = 1 - schema::bm25_b + schema::bm25_b * words / schema::average_item_words;
  double sum = 0;
  for (std::size_t term = 0; term < terms_.size(); ++term) {
    if (times[term] == 0) continue;
    made.shared.push_back(term);
    const auto frequency = static_cast<double>(times[term]);
    sum += terms_[term].weight * frequency / (frequency + saturation * length);
  }
  if (!made.shared.empty()) made.similarity = ((1 - passage_share) * sum + passage_share * best) / all_weight_;
  return made;
}

void ItemComparer::fill_row(const Candidate& candidate, const Comparison& compared, Result& row) {
  const OpenShard& shard = index_.shards[candidate.shard];
  const std::size_t count = shard.shard->forward(candidate.docid, passages_);
  const std::vector<std::size_t> wanted = {compared.best_passage};
  schema::Item item;
  shard.shard->excerpt(candidate.docid, {std::span(passages_).first(count), wanted}, item);
  fill_result(index_, candidate, item, row);
  row.score = candidate.score / 1e4;
  const schema::Passage& passage = item.passages.front();
  std::vector<WordSpan> spans;
  for (const LeafMatcher& matcher : matchers(candidate.shard)) matcher.find(passages_[compared.best_passage], spans);
  join_spans(spans);
  Mention& mention = row.mentions.emplace_back();
  const auto occurrence = schema::occurrences(shard.words.item(candidate.docid), shard.words.path(), wanted).front();
  mention.id = schema::mention_id(row.id, passage.text, occurrence);
  mention.kind = passage.kind;
  mention.outcome = passage.outcome;
  mention.page = passage.page;
  mention.scanned = passage.scanned;
  mention.paragraph = passage.paragraph;
  mention.text = passage.text;
  mention.runs = runs_of(passage.text, spans, {passages_[compared.best_passage].words.size(), snippet_words});
  row.mention_count = 1;
}

}  // namespace minutebook::query
