// A paper or an item by its id, whole, with the words of a query highlighted where asked for.
#include <algorithm>
#include <optional>

#include "query/evaluate.h"
#include "query/evaluate_filter.h"
#include "query/find_place.h"
#include "query/include/minutebook/search.h"
#include "query/mentions.h"
#include "query/open_index.h"
#include "schema/index_terms.h"

namespace minutebook::query {

namespace {

/// Highlights of one shard's items; without a query to mark, none.
class Marker {
 public:
  Marker(OpenIndex::Parts& index, OpenShard& shard, const ResolvedQuery* query) : index_(index) {
    if (query == nullptr) return;
    plan_ = make_plan(index, query->tree);
    sets_ = sets_of(index, plan_.sets, shard);
    if (std::find(plan_.sets.begin(), plan_.sets.end(), nullptr) != plan_.sets.end()) find_papers(shard);
    finder_.emplace(plan_, *shard.shard, sets_);
  }

  std::vector<ShownPassage> passages(const schema::Item& item, std::uint32_t docid) {
    std::vector<std::vector<WordSpan>> spans(item.passages.size());
    if (finder_) {
      for (FoundMention& mention : finder_->find(docid)) spans[mention.passage] = std::move(mention.spans);
    }
    std::vector<ShownPassage> shown;
    for (std::size_t i = 0; i < item.passages.size(); ++i) {
      const schema::Passage& passage = item.passages[i];
      std::vector<Run> runs = {{passage.text, false}};
      if (!spans[i].empty()) runs = runs_of(passage.text, spans[i], {finder_->words(i), 0});
      shown.push_back(
          {passage.kind, passage.outcome, passage.page, passage.scanned, passage.paragraph, std::move(runs), false});
    }
    return shown;
  }

 private:
  /// What PAPER asks of a whole paper is found by searching.
  void find_papers(OpenShard& shard) {
    std::vector<Proof> proofs(plan_.nodes);
    Bitmap found;
    ShardEvaluator(plan_, shard, sets_, index_.buffers, proofs).evaluate_unscored(plan_.root, shard.live, found);
  }

  OpenIndex::Parts& index_;
  Plan plan_;
  std::vector<Bitmap> sets_;
  std::optional<MentionFinder> finder_;
};

ShownItem shown_item(OpenIndex::Parts& index, const OpenShard& shard, std::uint32_t docid, Marker& marker) {
  const schema::Item item = shard.shard->item(docid);
  ShownItem shown;
  shown.id = shard.shard->item_id(docid);
  shown.number = item.number;
  shown.agenda_number = item.agenda_number;
  shown.title = item.title;
  shown.page = item.page;
  for (const schema::TopicEvidence& topic : item.topics)
    shown.topics.push_back(index.label(schema::FieldId::topic, topic.topic));
  shown.passages = marker.passages(item, docid);
  return shown;
}

/// The words of items one after the other, folded, each with a space before it; and where passages end.
struct FoldedWords {
  std::string text;
  std::vector<std::size_t> ends;
};

FoldedWords folded_words(const schema::Shard& shard, std::uint32_t first, std::uint32_t end) {
  FoldedWords words;
  std::vector<schema::ForwardPassage> passages;
  for (std::uint32_t docid = first; docid < end; ++docid) {
    const std::size_t count = shard.forward(docid, passages);
    for (std::size_t i = 0; i < count; ++i) {
      for (const schema::WordId word : passages[i].words) words.text.append(" ").append(shard.folded(word));
      words.ends.push_back(words.text.size());
    }
  }
  words.text += " ";
  return words;
}

/// Marks what the paper that represents the work does not say: the passages that the generation counted as differing.
void mark_differences(OpenIndex::Parts& index, const OpenShard& shard, std::uint32_t first, Shown& shown) {
  const Place other = find_live(index, schema::paper_id_term(shown.paper.copy_of));
  if (other.docid == 0) return;
  const OpenShard& other_shard = index.shards[other.shard];
  const PaperColumns& paper = other_shard.papers[other_shard.paper_of[other.docid]];
  const FoldedWords whole = folded_words(*other_shard.shard, paper.first_item, paper.first_item + paper.items);
  const auto end = first + static_cast<std::uint32_t>(shown.items.size());
  const FoldedWords copy = folded_words(*shard.shard, first, end);
  std::size_t passage = 0;
  std::size_t begin = 0;
  for (ShownItem& item : shown.items) {
    for (ShownPassage& one : item.passages) {
      const std::size_t stop = copy.ends[passage++];
      const std::string words = copy.text.substr(begin, stop - begin);
      one.differs = !words.empty() && whole.text.find(words + " ") == std::string::npos;
      begin = stop;
    }
  }
}

}  // namespace

Shown show(OpenIndex& open, const std::string& id, const ResolvedQuery* mark, Deadline deadline) {
  OpenIndex::Parts& index = open.parts();
  const TimeScope scope(index.buffers.time, deadline);
  const Place place = find_place(index, id);
  OpenShard& shard = index.shards[place.shard];
  const std::uint32_t ordinal = shard.paper_of[place.docid];
  const PaperHead& head = index.head(place.shard, ordinal);
  Shown shown{place.whole_paper, index.index.revision, head.view, head.council,
              head.council_name, head.committee,       head.date, {}};
  Marker marker(index, shard, mark);
  const PaperColumns& paper = shard.papers[ordinal];
  const std::uint32_t first = place.whole_paper ? paper.first_item : place.docid;
  const std::uint32_t end = place.whole_paper ? paper.first_item + paper.items : place.docid + 1;
  for (std::uint32_t docid = first; docid < end; ++docid)
    shown.items.push_back(shown_item(index, shard, docid, marker));
  if (!shown.paper.copy_of.empty()) mark_differences(index, shard, first, shown);
  return shown;
}

}  // namespace minutebook::query
