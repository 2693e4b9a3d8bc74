#include "query/answer_expansions.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "query/evaluate.h"
#include "query/evaluate_filter.h"
#include "query/evaluate_plan.h"
#include "schema/index_terms.h"

namespace minutebook::query {

namespace {

/// Items of the index that hold a tree.
std::uint64_t items_of(OpenIndex::Parts& index, const Node& tree) {
  const Plan plan = make_plan(index, tree);
  std::vector<Proof> proofs(plan.nodes);
  std::uint64_t items = 0;
  Bitmap found;
  for (OpenShard& shard : index.shards) {
    std::vector<Bitmap> sets = sets_of(index, plan.sets, shard);
    ShardEvaluator(plan, shard, sets, index.buffers, proofs).evaluate_unscored(plan.root, shard.live, found);
    items += found.count();
  }
  return items;
}

Node parent_of(NodeKind kind, std::vector<Node> children) {
  Node made;
  made.kind = kind;
  made.children = std::move(children);
  return made;
}

/// What the papers' own words or spellings bring: items with them and without the typed ones.
std::uint64_t items_besides(OpenIndex::Parts& index, const Expansion& expansion) {
  Node brought = parent_of(NodeKind::any_of, expansion.added);
  Node without = parent_of(NodeKind::none_of, expansion.besides);
  return items_of(index, parent_of(NodeKind::all_of, {std::move(brought), std::move(without)}));
}

/// Labels of one key, or all misspellings together.
struct LabelGroup {
  ShownLabel shown;
  std::set<std::string> terms;
};

class LabelCounter {
 public:
  LabelCounter(OpenIndex::Parts& index, const Expansion& expansion)
      : index_(index),
        leaf_(expansion.leaf),
        typed_(index.label_keys().key(expansion.of)),
        typed_words_(index.label_keys().words(expansion.of)) {
    std::set<std::uint32_t> closed;
    for (const std::uint32_t number : expansion.concepts) {
      closed.insert(number);
      const auto& below = index.index.vocabulary->concepts()[number].descendants;
      closed.insert(below.begin(), below.end());
    }
    for (const std::uint32_t number : closed) add_concept(number);
  }

  std::vector<ShownLabel> count() {
    for (OpenShard& shard : index_.shards) count_shard(shard);
    std::vector<ShownLabel> shown;
    for (auto& [key, group] : groups_) {
      if (group.shown.items > 0 || group.shown.typed) shown.push_back(std::move(group.shown));
    }
    std::stable_sort(shown.begin(), shown.end(), [](const ShownLabel& a, const ShownLabel& b) {
      if (a.typed != b.typed) return a.typed;
      if (a.label.empty() != b.label.empty()) return b.label.empty();
      return a.adds != b.adds ? a.adds > b.adds : a.items > b.items;
    });
    return shown;
  }

 private:
  void add_concept(std::uint32_t number) {
    schema::LabelKeys& keys = index_.label_keys();
    const std::string_view in_welsh = keys.key_of_span(number, typed_words_, true);
    for (const schema::LabelKey& label : keys.of(number)) {
      const bool typed = label.key == typed_ || label.key == in_welsh;
      add(number, label.key, label.hidden && !typed ? std::string() : label.label, typed);
    }
    // A composite concept is met in other words than its labels.
    add(number, std::string(schema::composite_key), keys.composite_label(number), false);
  }

  void add(std::uint32_t number, const std::string& key, const std::string& label, bool typed) {
    const std::string within = index_.label_keys().key_within(number, key);
    const bool left_out = !label_counts(leaf_, key, within);
    const std::string misspellings = left_out ? "-" : "";
    LabelGroup& group = groups_[label.empty() ? misspellings : key == schema::composite_key ? within : key];
    if (group.terms.empty()) group.shown = {label, 0, 0, typed, left_out};
    group.terms.insert(schema::label_term(index_.index.vocabulary->concepts()[number].id, key));
  }

  void count_shard(OpenShard& shard) {
    const std::uint32_t items = shard.shard->item_count();
    BitmapPool::Lease typed(index_.buffers.pool, items);
    for (const auto& [key, group] : groups_) {
      if (group.shown.typed) read(shard, group, *typed);
    }
    for (auto& [key, group] : groups_) {
      BitmapPool::Lease found(index_.buffers.pool, items);
      read(shard, group, *found);
      group.shown.items += found->count();
      if (group.shown.typed) continue;
      *found -= *typed;
      group.shown.adds += found->count();
    }
  }

  static void read(OpenShard& shard, const LabelGroup& group, Bitmap& found) {
    for (const std::string& term : group.terms) shard.postings.read(term, found, nullptr);
    found &= shard.live;
  }

  OpenIndex::Parts& index_;
  const Leaf& leaf_;
  std::string typed_;
  std::string typed_words_;
  std::map<std::string, LabelGroup> groups_;
};

}  // namespace

ShownExpansion shown_expansion(OpenIndex::Parts& index, const Expansion& expansion, bool labels) {
  ShownExpansion shown;
  shown.of = expansion.of;
  shown.to = expansion.to;
  shown.mined = expansion.mined;
  shown.spelling = expansion.spelling;
  shown.applied = expansion.applied;
  shown.papers = expansion.papers;
  if (expansion.mined || expansion.spelling) {
    shown.items = items_besides(index, expansion);
    return shown;
  }
  Node leaf;
  leaf.kind = NodeKind::leaf;
  leaf.leaf = expansion.leaf;
  shown.items = items_of(index, leaf);
  if (labels) shown.labels = LabelCounter(index, expansion).count();
  return shown;
}

}  // namespace minutebook::query
