// An index of random papers beside the slow search over the same papers, and random queries that often find something.
// Knows nothing of how either side searches.
#pragma once

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "indexer/index_writer.h"
#include "query/include/minutebook/search.h"
#include "tests/unit/naive_search.h"
#include "tests/unit/random_papers.h"

namespace minutebook::testing_support {

/// Papers as the indexer makes them: a heading comes first and is the title. Long passages are cut: the slow search
/// tries every pair of words.
inline schema::Paper tidy_paper(RandomPapers& random) {
  schema::Paper paper = random.paper();
  for (schema::Item& item : paper.items) {
    for (std::size_t i = 0; i < item.passages.size(); ++i) {
      const bool title = i == 0 && !item.title.empty();
      item.passages[i].text = schema::cut_utf8(item.passages[i].text, 300);
      if (!title && item.passages[i].kind == schema::PassageKind::heading)
        item.passages[i].kind = schema::PassageKind::text;
    }
  }
  return paper;
}

class SearchFixture {
 public:
  /// `shards`: the papers are dealt out to so many; one paper in eight is added and taken out again.
  SearchFixture(unsigned seed, int papers, int shards) : vocabulary_(small_vocabulary()), naive_(*vocabulary_) {
    RandomPapers random(seed);
    std::vector<std::pair<schema::Paper, std::string>> made;
    std::set<std::string> ids;
    while (made.size() < static_cast<std::size_t>(papers)) {
      schema::Paper paper = tidy_paper(random);
      if (ids.insert(schema::paper_id(paper)).second)
        made.emplace_back(std::move(paper), "/papers/" + std::to_string(ids.size()) + ".txt");
    }
    publish(made, shards);
    indexer::IndexWriter writer(folder_ / "index", vocabulary_);
    for (std::size_t i = 0; i < made.size(); ++i) {
      if (i % 8 == 5) {
        writer.retire_source(made[i].second);
      } else {
        naive_.add(made[i].first, made[i].second);
      }
    }
    writer.publish({});
    index_ = std::make_unique<query::OpenIndex>(schema::open_index(folder_ / "index"));
  }

  query::OpenIndex& index() { return *index_; }
  const NaiveIndex& naive() const { return naive_; }

 private:
  void publish(const std::vector<std::pair<schema::Paper, std::string>>& papers, int shards) {
    indexer::IndexWriter writer(folder_ / "index", vocabulary_);
    std::vector<std::unique_ptr<indexer::ShardBuilder>> builders;
    for (int i = 0; i < shards; ++i) builders.push_back(writer.new_shard());
    for (std::size_t i = 0; i < papers.size(); ++i) {
      indexer::ShardBuilder& builder = *builders[i % builders.size()];
      schema::SourceRow row;
      row.path = papers[i].second;
      row.id = papers[i].second;
      row.status = "indexed";
      builder.add_paper(papers[i].first, builder.add_source(row));
    }
    writer.publish(std::move(builders));
  }

  TemporaryFolder folder_;
  std::shared_ptr<const schema::Vocabulary> vocabulary_;
  NaiveIndex naive_;
  std::unique_ptr<query::OpenIndex> index_;
};

class RandomQueries {
 public:
  RandomQueries(unsigned seed, const NaiveIndex& papers) : random_(seed), papers_(papers) {}

  query::ResolvedQuery query() {
    query::ResolvedQuery made;
    const int operands = random_.some(8) ? 0 : 1 + random_.below(3);
    for (int i = 0; i < operands; ++i) {
      made.tree.children.push_back(node(2));
      Node& operand = made.tree.children.back();
      const bool plain = operand.kind == NodeKind::leaf || operand.kind == NodeKind::any_of;
      operand.bare = plain && !random_.some(3);
      while (operand.bare && random_.some(3)) operand.parts.push_back(leaf());
    }
    if (random_.some(4)) made.favoured.push_back(leaf());
    while (random_.some(2)) made.filters.push_back(filter());
    made.typed = "query " + std::to_string(++made_);
    made.interpreted = made.typed;
    return made;
  }

  query::Filter filter() {
    constexpr schema::FieldId by_value[] = {
        schema::FieldId::council,   schema::FieldId::committee, schema::FieldId::committee_kind,
        schema::FieldId::kind,      schema::FieldId::year,      schema::FieldId::municipal_year,
        schema::FieldId::portfolio, schema::FieldId::topic,     schema::FieldId::language};
    query::Filter made;
    if (random_.some(3)) {
      made.field = schema::FieldId::date;
      if (random_.some()) made.range.from = schema::Date{2010 + random_.below(12), 1 + random_.below(12), 1};
      if (random_.some() || !made.range.from)
        made.range.to = schema::Date{2014 + random_.below(12), 1 + random_.below(12), 28};
    } else if (random_.some(8)) {
      made.field = schema::FieldId::number;
      made.values = {std::to_string(random_.below(5))};
    } else if (random_.some(8)) {
      made.field = schema::FieldId::source;
      made.values = {std::to_string(random_.below(10)) + ".txt"};
    } else if (random_.some(8)) {
      made.field = schema::FieldId::exempt;
      made.values = {random_.some() ? "yes" : "no"};
    } else {
      made.field = by_value[static_cast<std::size_t>(random_.below(std::size(by_value)))];
      for (int i = 1 + random_.below(3); i > 0; --i) {
        const auto values = papers_.values(made.field, any_item());
        if (!values.empty()) made.values.push_back(*values.begin());
      }
    }
    made.typed = std::string(schema::field_of(made.field).name) + ":…";
    return made;
  }

 private:
  const NaiveItem& any_item() {
    return papers_.items()[static_cast<std::size_t>(random_.below(static_cast<int>(papers_.items().size())))];
  }

  Node parent(NodeKind kind, int children, int depth) {
    Node made;
    made.kind = kind;
    for (int i = 0; i < children; ++i) made.children.push_back(depth > 0 ? node(depth - 1) : leaf());
    return made;
  }

  Node node(int depth) {
    if (depth == 0 || random_.some()) return leaf();
    switch (random_.below(9)) {
      case 0:
        return parent(NodeKind::all_of, 2, depth);
      case 1:
      case 2:
        return parent(NodeKind::any_of, 2, depth);
      case 3:
        return parent(NodeKind::none_of, 1, depth);
      case 4: {
        Node made = parent(NodeKind::near, 2 + random_.below(2), 0);
        made.distance = 1 + random_.below(8);
        if (random_.some(3)) made.children[0] = parent(NodeKind::any_of, 2, 0);
        return made;
      }
      case 5:
        return parent(NodeKind::same_passage, 2, 0);
      case 6:
        return parent(NodeKind::same_paper, 2, random_.some() ? 0 : 1);
      case 7: {
        Node made;
        made.kind = NodeKind::filter;
        made.filter = filter();
        return made;
      }
      default:
        return scoped();
    }
  }

  Node scoped() {
    Node made = parent(NodeKind::scoped, random_.below(3), 0);
    if (random_.some()) {
      for (int i = 1 + random_.below(2); i > 0; --i)
        made.scope.kinds.push_back(static_cast<schema::PassageKind>(random_.below(10)));
    }
    made.scope.adopted_recommendations = random_.some(3);
    made.scope.titles = random_.some(4);
    made.scope.people = random_.some(4);
    made.scope.adopted_only = random_.some(6);
    made.scope.officer_only = random_.some(6);
    return made;
  }

  Node leaf() {
    for (;;) {
      const NaiveItem& item = any_item();
      if (item.passages.empty()) continue;
      const auto& words =
          item.passages[static_cast<std::size_t>(random_.below(static_cast<int>(item.passages.size())))].words;
      if (words.empty()) continue;
      Node made;
      made.kind = NodeKind::leaf;
      fill(made.leaf, words, static_cast<std::size_t>(random_.below(static_cast<int>(words.size()))));
      return made;
    }
  }

  void fill(query::Leaf& leaf, const std::vector<const schema::Word*>& words, std::size_t at) {
    const schema::Word& word = *words[at];
    leaf.kind = static_cast<LeafKind>(random_.below(6));
    leaf.typed = word.written;
    if (leaf.kind == LeafKind::acronym && !word.acronym) leaf.kind = LeafKind::stem;
    switch (leaf.kind) {
      case LeafKind::stem:
        leaf.stem = word.stem;
        leaf.word = word.folded;
        return;
      case LeafKind::concept_:
        leaf.concepts = {static_cast<std::uint32_t>(random_.below(3))};
        return;
      case LeafKind::acronym:
        leaf.word = word.capitals;
        leaf.among_capitals = random_.some();
        return;
      case LeafKind::prefix:
        leaf.word = schema::cut_utf8(word.folded, static_cast<std::size_t>(3 + random_.below(3)));
        return;
      case LeafKind::form:
        leaf.word = word.folded;
        leaf.form_is_acronym = random_.some() ? word.acronym : random_.some();
        return;
      case LeafKind::phrase:
        for (std::size_t i = at; i < words.size() && i < at + 1 + static_cast<std::size_t>(random_.below(4)); ++i) {
          leaf.words.push_back(words[i]->folded);
        }
        if (random_.some(4)) leaf.words.back() = std::string(schema::cut_utf8(leaf.words.back(), 4)) + "*";
        return;
    }
  }

  RandomPapers random_;
  const NaiveIndex& papers_;
  int made_ = 0;
};

}  // namespace minutebook::testing_support
