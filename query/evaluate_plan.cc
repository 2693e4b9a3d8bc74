#include "query/evaluate_plan.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "query/evaluate_shape.h"
#include "schema/index_terms.h"

namespace minutebook::query {

namespace {

// A word of an item's title counts this much again.
constexpr double title_share = 0.5;
// A word of a phrase that stands in more than this share of all items does not tell them apart.
constexpr double common_share = 0.25;
// A word of a phrase may be written in several forms, one with a "*" in many: so many pairs of stems are looked up.
constexpr std::size_t most_pairs = 64;
// Proof reads a record per candidate: about as dear as this many postings.
constexpr double cost_of_proof = 50.0;

std::uint32_t weight_of(double documents, std::uint64_t items, double share) {
  const double idf = std::log(1.0 + (static_cast<double>(items) - documents + 0.5) / (documents + 0.5));
  return static_cast<std::uint32_t>(std::max(1.0, std::round(idf * share * score_unit)));
}

class Compiler {
 public:
  Compiler(OpenIndex::Parts& index, Plan& plan) : index_(index), plan_(plan) {}

  PlanNode compile(const Node& node) {
    PlanNode made;
    made.kind = node.kind;
    made.node = &node;
    made.id = plan_.nodes++;
    for (const Node& child : node.children) made.children.push_back(compile(child));
    if (node.kind == NodeKind::leaf) {
      made.leaf = static_cast<std::uint32_t>(plan_.leaves.size());
      plan_.leaves.push_back(compile_leaf(node.leaf));
    }
    if (node.kind == NodeKind::filter || node.kind == NodeKind::same_paper) {
      made.set = static_cast<std::uint32_t>(plan_.sets.size());
      plan_.sets.push_back(node.kind == NodeKind::filter ? &node.filter : nullptr);
      if (node.kind == NodeKind::filter) made.weight = weight_of_filter(node.filter);
    }
    set_proof_and_cost(made);
    return made;
  }

 private:
  /// The kinds of filters that words typed bare may be read as.
  std::uint32_t weight_of_filter(const Filter& filter) {
    std::uint64_t documents = 0;
    if (filter.field == schema::FieldId::council) {
      for (const std::string& value : filter.values)
        documents += index_.frequency(schema::value_term(filter.field, value));
    } else if (filter.field == schema::FieldId::date && filter.range.from && filter.range.from == filter.range.to) {
      documents = index_.frequency(schema::value_term(filter.field, std::to_string(filter.range.from->packed())));
    }
    return documents == 0 ? 0 : weight_of(static_cast<double>(documents), index_.items, 1.0);
  }

  PlanTerm term(const std::string& name, double share) {
    PlanTerm made{name, index_.frequency(name), 0};
    if (share > 0 && made.frequency > 0) made.weight = weight_of(made.frequency, index_.items, share);
    return made;
  }

  Alternatives alternatives(const std::set<std::string>& names, double share) {
    Alternatives made;
    for (const std::string& name : names) {
      PlanTerm one = term(name, share);
      if (one.frequency > 0) made.push_back(std::move(one));
    }
    return made;
  }

  PlanLeaf compile_leaf(const Leaf& leaf) {
    PlanLeaf made;
    made.leaf = &leaf;
    switch (leaf.kind) {
      case LeafKind::stem:
        made.exact = true;
        compile_word(leaf, made);
        break;
      case LeafKind::concept_:
        made.exact = true;
        compile_concepts(leaf, made);
        break;
      case LeafKind::acronym:
        made.exact = !leaf.among_capitals;
        made.needs.push_back(alternatives(terms_of_acronym(leaf), 1.0));
        for (PlanTerm& one : made.needs.front()) one.sure = one.term == schema::acronym_term(leaf.word);
        break;
      case LeafKind::prefix:
        made.needs.push_back(alternatives(stems_of(leaf.word + "*"), 1.0));
        for (PlanTerm& one : made.needs.front()) one.sure = only_words_with_prefix(one.term, leaf.word);
        break;
      case LeafKind::form:
        made.needs.push_back(alternatives(stems_of(leaf.word), 1.0));
        break;
      case LeafKind::phrase:
        compile_phrase(leaf, made);
        break;
    }
    return made;
  }

  /// A rare spelling of a word is no better an answer than the usual one: they weigh what all of them would together.
  void compile_word(const Leaf& leaf, PlanLeaf& made) {
    std::set<std::string> terms = {schema::stem_term(leaf.stem), schema::unstemmed_term(leaf.word)};
    for (const std::string& form : leaf.welsh) terms.insert(schema::unstemmed_term(form));
    for (const WordForm& other : leaf.spellings)
      terms.merge(std::set{schema::stem_term(other.stem), schema::unstemmed_term(other.word)});
    std::set<std::string> titles;
    for (const std::string& one : terms) titles.insert(schema::title_term(one));
    made.needs.push_back(alternatives(terms, 1.0));
    made.boosts = alternatives(titles, title_share);
    if (leaf.spellings.empty()) return;
    weigh_together(made.needs.front(), 1.0);
    weigh_together(made.boosts, title_share);
  }

  void weigh_together(Alternatives& terms, double share) {
    const double documents = std::min(total(terms), static_cast<double>(index_.items));
    for (PlanTerm& one : terms) one.weight = weight_of(documents, index_.items, share);
  }

  void compile_concepts(const Leaf& leaf, PlanLeaf& made) {
    const auto& concepts = index_.index.vocabulary->concepts();
    std::set<std::uint32_t> closed;
    for (const std::uint32_t number : leaf.concepts) {
      closed.insert(number);
      closed.insert(concepts[number].descendants.begin(), concepts[number].descendants.end());
    }
    made.concepts.assign(closed.begin(), closed.end());
    std::set<std::string> names;
    if (leaf.kept.empty() && leaf.dropped.empty()) {
      for (const std::uint32_t number : leaf.concepts) names.insert(schema::concept_term(concepts[number].id));
    } else {
      made.keys = &index_.label_keys();
      for (const std::uint32_t number : made.concepts) add_labels(leaf, number, names);
    }
    made.needs.push_back(alternatives(names, 1.0));
  }

  /// Terms of the labels of one concept that count and that papers have.
  void add_labels(const Leaf& leaf, std::uint32_t number, std::set<std::string>& names) const {
    const std::string beginning = schema::label_term(index_.index.vocabulary->concepts()[number].id, "");
    for (const OpenShard& open : index_.shards) {
      for (const std::string& name : open.postings.terms_beginning(beginning)) {
        const std::string key = name.substr(beginning.size());
        if (label_counts(leaf, key, index_.label_keys().key_within(number, key))) names.insert(name);
      }
    }
  }

  /// Terms of all words written so in any shard; a last "*" stands for any ending.
  std::set<std::string> stems_of(const std::string& word) const {
    std::set<std::string> stems;
    const bool prefix = !word.empty() && word.back() == '*';
    for (const OpenShard& open : index_.shards) {
      const schema::Shard& shard = *open.shard;
      const auto words =
          prefix ? shard.words_with_prefix(word.substr(0, word.size() - 1)) : shard.words_with_folded(word);
      for (const schema::WordId id : words) stems.insert(term_of(shard, id));
    }
    return stems;
  }

  /// Where everything is in capitals an acronym has no term of its own: there its words are looked for.
  std::set<std::string> terms_of_acronym(const Leaf& leaf) const {
    std::set<std::string> terms = {schema::acronym_term(leaf.word)};
    if (!leaf.among_capitals) return terms;
    for (const OpenShard& open : index_.shards) {
      for (const schema::WordId id : open.shard->words_with_capitals(leaf.word)) terms.insert(term_of(*open.shard, id));
    }
    return terms;
  }

  static std::string term_of(const schema::Shard& shard, schema::WordId id) {
    return shard.unstemmed(id) ? schema::unstemmed_term(shard.folded(id)) : schema::stem_term(shard.stem(id));
  }

  /// True if all words with the stem begin so in every shard: "plann" for "plan*", but not "organ" for "organis*".
  bool only_words_with_prefix(const std::string& stem, const std::string& prefix) const {
    if (stem.starts_with(schema::unstemmed_prefix))
      return std::string_view(stem).substr(schema::unstemmed_prefix.size()).starts_with(prefix);
    bool met = false;
    for (const OpenShard& open : index_.shards) {
      for (const schema::WordId id : open.shard->words_with_stem(stem)) {
        if (open.shard->unstemmed(id)) continue;
        if (!open.shard->folded(id).starts_with(prefix)) return false;
        met = true;
      }
    }
    return met;
  }

  /// The stems of every word, and the pairs side by side, which stand in far fewer items than both stems. The commonest
  /// words say nothing about how well an item answers; where the phrase has no others its pairs do.
  void compile_phrase(const Leaf& leaf, PlanLeaf& made) {
    std::vector<std::set<std::string>> stems;
    for (const std::string& word : leaf.words) stems.push_back(stems_of(word));
    bool scored = false;
    for (const std::set<std::string>& one : stems) {
      const bool common = total(alternatives(one, 0)) > common_share * static_cast<double>(index_.items);
      made.needs.push_back(alternatives(one, common && stems.size() > 1 ? 0.0 : 1.0));
      scored = scored || !common;
    }
    for (std::size_t i = 0; i + 1 < stems.size(); ++i) {
      if (stems[i].size() * stems[i + 1].size() > most_pairs) continue;
      made.needs.push_back(alternatives(pairs_of(stems[i], stems[i + 1]), scored ? 0.0 : 1.0));
    }
    std::sort(made.needs.begin(), made.needs.end(),
              [](const Alternatives& a, const Alternatives& b) { return total(a) < total(b); });
  }

  static std::set<std::string> pairs_of(const std::set<std::string>& first, const std::set<std::string>& second) {
    std::set<std::string> pairs;
    for (const std::string& a : first) {
      for (const std::string& b : second) {
        pairs.insert(schema::pair_term(schema::pair_number(schema::stem_number(a), schema::stem_number(b))));
      }
    }
    return pairs;
  }

  static double total(const Alternatives& terms) {
    double sum = 0;
    for (const PlanTerm& one : terms) sum += one.frequency;
    return sum;
  }

  void set_proof_and_cost(PlanNode& node) {
    double least = static_cast<double>(index_.items);
    double sum = 0;
    for (const PlanNode& child : node.children) {
      if (child.kind != NodeKind::none_of) least = std::min(least, child.cost);
      sum += child.cost;
    }
    switch (node.kind) {
      case NodeKind::all_of:
      case NodeKind::same_item:
        node.cost = least;
        break;
      case NodeKind::any_of:
      case NodeKind::same_paper:
        node.cost = sum;
        break;
      case NodeKind::none_of:
        node.cost = static_cast<double>(index_.items) + sum;
        break;
      case NodeKind::filter:
        node.cost = 0;
        break;
      case NodeKind::leaf: {
        const PlanLeaf& leaf = plan_.leaves[node.leaf];
        node.proof = !leaf.exact;
        node.cost = leaf.needs.empty() ? 0 : total(leaf.needs.front()) * (leaf.exact ? 1.0 : cost_of_proof);
        break;
      }
      case NodeKind::near:
      case NodeKind::same_passage:
      case NodeKind::scoped:
        node.proof = true;
        node.cost = least * cost_of_proof;
        break;
    }
  }

  OpenIndex::Parts& index_;
  Plan& plan_;
};

}  // namespace

Plan make_plan(OpenIndex::Parts& index, const Node& tree, std::span<const Node> favoured) {
  Plan plan;
  plan.tree = std::make_unique<Node>(shaped(tree));
  plan.favoured_nodes.assign(favoured.begin(), favoured.end());
  Compiler compiler(index, plan);
  plan.root = compiler.compile(*plan.tree);
  // Last, so that the leaves of the query itself come first.
  for (PlanNode& operand : plan.root.children) {
    if (!operand.node->bare) continue;
    for (const Node& part : operand.node->parts) operand.parts.push_back(compiler.compile(part));
  }
  for (const Node& one : plan.favoured_nodes) plan.favoured.push_back(compiler.compile(one));
  return plan;
}

}  // namespace minutebook::query
