#include "query/evidence.h"

#include <algorithm>

namespace minutebook::query {

namespace {

using schema::PassageKind;

bool says_something(PassageKind kind) {
  return kind != PassageKind::heading && kind != PassageKind::attendance && kind != PassageKind::boilerplate;
}

/// A reading as a filter that holds for the whole item: "Moorby" as the council.
bool held_as_filter(Verifier& verifier, const PlanNode& node) {
  return node.kind == NodeKind::any_of &&
         std::any_of(node.children.begin(), node.children.end(),
                     [&](const PlanNode& child) { return child.kind == NodeKind::filter && verifier.holds(child); });
}

}  // namespace

Asked::Asked(const Plan& plan) {
  std::vector<const PlanNode*> typed;
  for (const PlanNode& child : plan.root.children) {
    if (has_text(child)) typed.push_back(&child);
  }
  std::stable_sort(typed.begin(), typed.end(),
                   [](const PlanNode* a, const PlanNode* b) { return a->node->begin < b->node->begin; });
  for (const PlanNode* child : typed) {
    const std::uint32_t whole = telling(plan, *child);
    weight += whole;
    nodes.push_back({child, whole, operands, false});
    const std::vector<std::uint32_t> weights = part_weights(plan, *child, whole);
    for (std::size_t i = 0; i < weights.size(); ++i) nodes.push_back({&child->parts[i], weights[i], operands, true});
    ++operands;
  }
  for (const PlanNode& one : plan.favoured) favoured.push_back(&one);
  flat = std::all_of(nodes.begin(), nodes.end(), [](const AskedNode& one) { return is_flat(*one.node); });
}

EvidenceReader::EvidenceReader(const Plan& plan, const Asked& asked, const OpenShard& shard,
                               const std::vector<Bitmap>& sets)
    : asked_(asked), shard_(shard) {
  if (!asked.flat) {
    verifier_ = std::make_unique<Verifier>(plan, *shard.shard, sets);
    return;
  }
  std::vector<const PlanNode*> wanted = asked.favoured;
  for (const AskedNode& one : asked.nodes) wanted.push_back(one.node);
  flat_ = std::make_unique<FlatFinder>(plan, *shard.shard);
  pick_ = std::make_unique<schema::PassagePick>(pick_passages(plan, wanted, *shard.shard));
}

const Evidence& EvidenceReader::read(std::uint32_t docid) {
  evidence_.passages.clear();
  evidence_.body_words = evidence_.favoured = evidence_.favoured_in_title = 0;
  places_.clear();
  by_passage_.clear();
  everywhere_ = 0;
  held_.assign(asked_.operands, 0);
  if (pick_) {
    read_picked(docid);
  } else {
    read_all(docid);
  }
  for (const Places& places : by_passage_) weigh(places);
  return evidence_;
}

void EvidenceReader::read_picked(std::uint32_t docid) {
  const std::size_t count = pick_->read(shard_.words.item(docid), shard_.words.path(), passages_, picked_, &words_);
  for (std::size_t i = 0; i < count; ++i) {
    if (says_something(passages_[i].kind)) evidence_.body_words += words_[i];
  }
  for (const std::size_t i : picked_) {
    read_passage(i, passages_[i], [&](const PlanNode& node) { flat_->find(node, passages_[i], spans_); });
  }
  for (const Place& place : places_) {
    const AskedNode& node = asked_.nodes[place.node];
    if (!node.part) held_[node.operand] = 1;
  }
}

void EvidenceReader::read_all(std::uint32_t docid) {
  verifier_->load(docid);
  for (const AskedNode& one : asked_.nodes) {
    if (one.part || !verifier_->holds(*one.node)) continue;
    held_[one.operand] = 1;
    if (held_as_filter(*verifier_, *one.node)) everywhere_ += one.weight;
  }
  for (std::size_t i = 0; i < verifier_->passages(); ++i) {
    const schema::ForwardPassage& passage = verifier_->passage(i);
    if (says_something(passage.kind)) evidence_.body_words += static_cast<std::uint32_t>(passage.words.size());
    read_passage(i, passage, [&](const PlanNode& node) { verifier_->adds_node(node, i, &spans_); });
  }
}

/// `find`: appends the places of a node to spans_.
template <typename Find>
void EvidenceReader::read_passage(std::size_t i, const schema::ForwardPassage& passage, Find find) {
  const std::size_t first = places_.size();
  for (std::uint32_t node = 0; node < asked_.nodes.size(); ++node) {
    spans_.clear();
    find(*asked_.nodes[node].node);
    for (const WordSpan& span : spans_) places_.push_back({span, node});
  }
  if (places_.size() > first || everywhere_ > 0) {
    const auto words = static_cast<std::uint32_t>(passage.words.size());
    by_passage_.push_back({i, passage.kind, words, first, places_.size()});
  }
  for (const PlanNode* leaf : asked_.favoured) {
    spans_.clear();
    find(*leaf);
    if (spans_.empty()) continue;
    ++(i == 0 && passage.kind == PassageKind::heading ? evidence_.favoured_in_title : evidence_.favoured);
  }
}

void EvidenceReader::weigh(const Places& places) {
  PassageEvidence found;
  found.passage = places.passage;
  found.kind = places.kind;
  found.words = places.words;
  counted_.clear();
  for (std::size_t i = places.first; i < places.end; ++i) {
    const AskedNode& node = asked_.nodes[places_[i].node];
    if (!counts(node)) continue;
    // Places of one node follow each other.
    if (counted_.empty() || counted_.back().node != places_[i].node) {
      found.weight += node.weight;
      ++found.places;
    }
    counted_.push_back(places_[i]);
  }
  if (found.places == 0 && (everywhere_ == 0 || !says_something(places.kind))) return;
  found.weight = std::min(found.weight + everywhere_, asked_.weight);
  if (found.places > 1) found.spare = narrowest(found.places);
  evidence_.passages.push_back(found);
}

/// Words besides the places in the narrowest stretch of the passage that has one of each of so many nodes.
std::uint32_t EvidenceReader::narrowest(std::uint32_t nodes) {
  std::sort(counted_.begin(), counted_.end(), [](const Place& a, const Place& b) { return a.span < b.span; });
  inside_.assign(asked_.nodes.size(), 0);
  std::uint32_t best = ~std::uint32_t{0};
  std::uint32_t met = 0;
  for (std::size_t first = 0, end = 0; end < counted_.size(); ++end) {
    if (inside_[counted_[end].node]++ == 0) ++met;
    for (; met == nodes; ++first) {
      // The stretch [first, end] has them all, and no later beginning is narrower.
      std::uint32_t next = counted_[first].span.first;
      std::uint32_t spare = 0;
      for (std::size_t i = first; i <= end; ++i) {
        const WordSpan& span = counted_[i].span;
        if (span.first > next) spare += span.first - next;
        next = std::max(next, span.last + 1);
      }
      best = std::min(best, spare);
      if (--inside_[counted_[first].node] == 0) --met;
    }
  }
  return best;
}

}  // namespace minutebook::query
