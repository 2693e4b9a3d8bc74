#include "query/read_items.h"

#include <algorithm>

#include "query/evaluate.h"
#include "query/evaluate_filter.h"
#include "query/mentions.h"

namespace minutebook::query {

namespace {

/// A query ready to be asked of one shard after the other.
class Matcher {
 public:
  Matcher(OpenIndex::Parts& index, const ResolvedQuery& query)
      : index_(index), plan_(make_plan(index, query.tree)), filters_(index, query.filters), proofs_(plan_.nodes) {}

  /// Items of tier `all` in shard number `shard`; `sets` is filled for MentionFinder.
  Bitmap find(std::uint32_t number, std::vector<Bitmap>& sets) {
    OpenShard& shard = index_.shards[number];
    sets = sets_of(index_, plan_.sets, shard);
    filters_.failed_fields(shard, failed_);
    Bitmap wanted = shard.live;
    for (std::size_t i = 0; i < shard.papers.size(); ++i) {
      const PaperColumns& paper = shard.papers[i];
      if (failed_[i] != 0) wanted.clear_range(paper.first_item, paper.first_item + paper.items);
    }
    filters_.apply_item_filters(shard, wanted, nullptr);
    Bitmap found;
    ShardEvaluator(plan_, shard, sets, index_.buffers, proofs_).evaluate_unscored(plan_.root, wanted, found);
    return found;
  }

  const Plan& plan() const { return plan_; }

 private:
  OpenIndex::Parts& index_;
  Plan plan_;
  TopFilters filters_;
  std::vector<Proof> proofs_;
  std::vector<FieldBits> failed_;
};

Holds held(const FoundMention& mention, std::size_t operands) {
  if (mention.whole) return Holds::whole;
  return operands > 1 && mention.operands * 2 > operands * whole_operand ? Holds::most : Holds::part;
}

void add_stems(const schema::Shard& shard, const schema::ForwardPassage& passage, const FoundMention& mention,
               std::set<std::string, std::less<>>& stems) {
  for (const WordSpan& span : mention.spans) {
    for (std::size_t i = span.first; i <= span.last && i < passage.words.size(); ++i) {
      const std::string_view stem = shard.stem(passage.words[i]);
      if (!stems.contains(stem)) stems.emplace(stem);
    }
  }
}

}  // namespace

ReadItem read_item(OpenIndex::Parts& index, const ItemPlace& place) {
  index.buffers.time.check();
  const OpenShard& shard = index.shards[place.shard];
  ReadItem read;
  read.place = place;
  read.ordinal = shard.paper_of[place.docid];
  read.head = index.head(place.shard, read.ordinal);
  read.id = shard.shard->item_id(place.docid);
  read.item = shard.shard->item(place.docid);
  return read;
}

std::vector<ReadItem> read_paper(OpenIndex::Parts& index, const ItemPlace& place) {
  const OpenShard& shard = index.shards[place.shard];
  const PaperColumns& paper = shard.papers[shard.paper_of[place.docid]];
  std::vector<ReadItem> items;
  for (std::uint32_t docid = paper.first_item; docid < paper.first_item + paper.items; ++docid)
    items.push_back(read_item(index, {place.shard, docid}));
  return items;
}

Cited cite(const ReadItem& read, std::size_t passage) {
  const schema::Passage& one = read.item.passages[passage];
  const PaperHead& head = read.head;
  Cited made;
  made.council = head.council;
  made.council_name = head.council_name;
  made.committee = head.committee;
  made.date = head.date;
  made.paper = head.view.id;
  made.paper_kind = head.view.kind;
  made.paper_title = head.view.title;
  made.source = head.view.source;
  made.url = head.view.url;
  made.item = read.id;
  made.number = read.item.number;
  made.title = read.item.title;
  made.page = one.page;
  made.scanned = one.scanned;
  made.paragraph = one.paragraph;
  made.kind = one.kind;
  made.outcome = one.outcome;
  made.mention = schema::mention_id(read.id, one.text);
  made.text = one.text;
  return made;
}

std::vector<ItemPlace> matching_items(OpenIndex::Parts& index, const ResolvedQuery& query) {
  Matcher matcher(index, query);
  std::vector<ItemPlace> places;
  std::vector<Bitmap> sets;
  for (std::uint32_t number = 0; number < index.shards.size(); ++number) {
    matcher.find(number, sets).for_each([&](std::uint32_t docid) { places.push_back({number, docid}); });
  }
  return places;
}

void read_subject_items(OpenIndex::Parts& index, const ResolvedQuery& query, SubjectItems& found) {
  Matcher matcher(index, query);
  const bool text = has_text(matcher.plan().root);
  const std::size_t operands = matcher.plan().root.children.size();
  std::vector<Bitmap> sets;
  for (std::uint32_t number = 0; number < index.shards.size(); ++number) {
    const Bitmap matching = matcher.find(number, sets);
    const schema::Shard& shard = *index.shards[number].shard;
    MentionFinder finder(matcher.plan(), shard, sets);
    matching.for_each([&](std::uint32_t docid) {
      index.buffers.time.check();
      SubjectItem item{{number, docid}, {}};
      const std::vector<FoundMention> mentions = finder.find(docid);
      item.passages.resize(finder.passages().size(), text ? Holds::nothing : Holds::whole);
      for (const FoundMention& mention : mentions) {
        item.passages[mention.passage] = held(mention, operands);
        add_stems(shard, finder.passages()[mention.passage], mention, found.stems);
      }
      found.items.push_back(std::move(item));
    });
  }
}

ResolvedQuery phrase_query(const std::string& phrase, const std::string& council) {
  ResolvedQuery query;
  Node node;
  node.kind = NodeKind::leaf;
  node.leaf.kind = LeafKind::phrase;
  node.leaf.typed = phrase;
  schema::Lexicon lexicon;
  std::vector<schema::Token> tokens;
  schema::tokenise(phrase, lexicon, tokens);
  for (const schema::Token& token : tokens) node.leaf.words.push_back(lexicon.word(token.word).folded);
  query.tree.children.push_back(std::move(node));
  if (!council.empty()) query.filters.push_back({schema::FieldId::council, {council}, {}, council});
  return query;
}

}  // namespace minutebook::query
