#include "query/include/minutebook/similar.h"

#include <algorithm>
#include <cmath>
#include <unordered_set>

#include "query/answer_rows.h"
#include "query/citation.h"
#include "query/coverage_note.h"
#include "query/find_place.h"
#include "query/rank.h"
#include "query/similar_compare.h"
#include "query/similar_terms.h"

namespace minutebook::query {

namespace {

constexpr std::size_t most_terms = 30;
// So many items are compared word by word for each paper wanted, and never fewer than the second figure.
constexpr std::size_t compared_for_each = 10;
constexpr std::size_t compared_at_least = 300;
constexpr double score_scale = 256.0;

/// By shard: live items outside the papers named.
std::vector<Bitmap> items_elsewhere(const OpenIndex::Parts& index, const std::vector<std::string>& papers) {
  const std::unordered_set<std::string> own(papers.begin(), papers.end());
  std::vector<Bitmap> elsewhere;
  for (const OpenShard& shard : index.shards) {
    Bitmap& items = elsewhere.emplace_back(shard.live);
    for (std::uint32_t i = 0; i < shard.papers.size(); ++i) {
      const PaperColumns& paper = shard.papers[i];
      if (own.contains(shard.shard->paper_id(i))) items.clear_range(paper.first_item, paper.first_item + paper.items);
    }
  }
  return elsewhere;
}

class SimilarSearch {
 public:
  SimilarSearch(OpenIndex::Parts& index, const SimilarSource& source, std::size_t limit)
      : index_(index),
        limit_(limit),
        elsewhere_(items_elsewhere(index, source.papers)),
        terms_(telling_terms(index, source.paper, elsewhere_, most_terms)) {
    answer_.label = source.label;
    answer_.revision = index.index.revision;
    for (const TellingTerm& term : terms_) answer_.terms.push_back(term.shown);
  }

  SimilarAnswer run() {
    for (const OpenShard& shard : index_.shards)
      add_papers(shard, std::vector<FieldBits>(shard.papers.size(), 0), answer_.coverage);
    add_sources(index_, {}, answer_.coverage);
    if (limit_ > 0 && !terms_.empty()) add_rows(best_by_words());
    return std::move(answer_);
  }

 private:
  /// Those that hold most of the terms, by their posting lists.
  std::vector<Candidate> best_by_words() {
    Ranking ranking(index_, {.keep = std::max(compared_at_least, limit_ * compared_for_each)});
    for (std::uint32_t number = 0; number < index_.shards.size(); ++number) {
      OpenShard& shard = index_.shards[number];
      std::vector<std::uint32_t>& score = index_.buffers.score;
      score.assign(std::size_t{shard.shard->item_count()} + 1, 0);
      BitmapPool::Lease holding(index_.buffers.pool, shard.shard->item_count());
      for (const TellingTerm& term : terms_) {
        const ScoreSink sink{score, nullptr, nullptr,
                             static_cast<std::uint32_t>(std::lround(term.weight * score_scale))};
        shard.postings.read(term.term, *holding, &sink);
      }
      *holding &= elsewhere_[number];
      answer_.candidates += holding->count();
      holding->for_each([&](std::uint32_t docid) {
        Candidate candidate;
        candidate.score = score[docid];
        candidate.date = shard.papers[shard.paper_of[docid]].date;
        candidate.shard = number;
        candidate.docid = docid;
        ranking.offer(candidate);
      });
    }
    return ranking.take();
  }

  /// The best item of each paper, most alike first.
  void add_rows(const std::vector<Candidate>& candidates) {
    ItemComparer comparer(index_, terms_);
    Ranking ranking(index_, {.group = GroupBy::paper, .keep = limit_});
    for (Candidate candidate : candidates) {
      const Comparison compared = comparer.compare(candidate.shard, candidate.docid);
      if (compared.shared.size() < std::min<std::size_t>(2, terms_.size())) continue;
      candidate.score = static_cast<std::uint32_t>(std::lround(compared.similarity * 1e4));
      ranking.offer(candidate);
    }
    for (const Candidate& candidate : ranking.take()) {
      SimilarRow& made = answer_.rows.emplace_back();
      const Comparison compared = comparer.compare(candidate.shard, candidate.docid);
      made.similarity = candidate.score / 1e4;
      for (const std::size_t term : compared.shared) made.shared.push_back(terms_[term].shown.text);
      comparer.fill_row(candidate, compared, made.row);
    }
  }

  OpenIndex::Parts& index_;
  std::size_t limit_;
  std::vector<Bitmap> elsewhere_;  // by shard
  std::vector<TellingTerm> terms_;
  SimilarAnswer answer_;
};

}  // namespace

SimilarSource similar_source(OpenIndex& open, const std::string& id) {
  OpenIndex::Parts& index = open.parts();
  const Place place = find_place(index, id);
  const schema::Shard& shard = *index.shards[place.shard].shard;
  const std::uint32_t ordinal = shard.paper_of(place.docid);
  SimilarSource source;
  source.label = citation_line(citation_of(show(open, id, nullptr)));
  source.paper = shard.whole_paper(ordinal);
  if (!place.whole_paper) source.paper.items = {shard.item(place.docid)};
  source.papers = {shard.paper_id(ordinal)};
  // A copy's work is found under the id of the paper that represents it.
  if (const schema::PaperCopy* copy = index.copy(place.shard, ordinal)) source.papers.push_back(copy->of);
  return source;
}

SimilarAnswer similar(OpenIndex& index, const SimilarSource& source, std::size_t limit) {
  return SimilarSearch(index.parts(), source, limit).run();
}

}  // namespace minutebook::query
