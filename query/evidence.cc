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
  for (const PlanNode& child : plan.root.children) {
    if (!has_text(child)) continue;
    AskedOperand& operand = operands.emplace_back(AskedOperand{&child, telling(plan, child), {}});
    weight += operand.weight;
    operand.parts = part_weights(plan, child, operand.weight);
  }
  std::stable_sort(operands.begin(), operands.end(), [](const AskedOperand& a, const AskedOperand& b) {
    return a.node->node->begin < b.node->node->begin;
  });
}

EvidenceReader::EvidenceReader(const Plan& plan, const Asked& asked, const schema::Shard& shard,
                               const std::vector<Bitmap>& sets)
    : plan_(plan), asked_(asked), verifier_(plan, shard, sets) {}

const Evidence& EvidenceReader::read(std::uint32_t docid) {
  verifier_.load(docid);
  evidence_.passages.clear();
  evidence_.weight = 0;
  evidence_.body_words = evidence_.favoured = evidence_.favoured_in_title = 0;
  choose_slots();
  for (std::size_t i = 0; i < verifier_.passages(); ++i) read_passage(i);
  return evidence_;
}

void EvidenceReader::choose_slots() {
  slots_.clear();
  everywhere_ = 0;
  for (const AskedOperand& operand : asked_.operands) {
    if (verifier_.holds(*operand.node)) {
      evidence_.weight += operand.weight;
      if (held_as_filter(verifier_, *operand.node)) {
        everywhere_ += operand.weight;
      } else {
        slots_.push_back({operand.node, operand.weight});
      }
      continue;
    }
    for (std::size_t part = 0; part < operand.parts.size(); ++part) {
      const PlanNode& node = operand.node->parts[part];
      if (!verifier_.holds(node)) continue;
      slots_.push_back({&node, operand.parts[part]});
      evidence_.weight += operand.parts[part];
    }
  }
}

void EvidenceReader::read_passage(std::size_t i) {
  const schema::ForwardPassage& passage = verifier_.passage(i);
  const auto words = static_cast<std::uint32_t>(passage.words.size());
  if (says_something(passage.kind)) evidence_.body_words += words;
  PassageEvidence found;
  places_.clear();
  for (std::uint32_t slot = 0; slot < slots_.size(); ++slot) {
    spans_.clear();
    if (!verifier_.adds_node(*slots_[slot].node, i, &spans_)) continue;
    found.weight += slots_[slot].weight;
    ++found.places;
    for (const WordSpan& span : spans_) places_.push_back({span, slot});
  }
  for (const PlanNode& leaf : plan_.favoured) {
    if (!verifier_.adds_node(leaf, i, nullptr)) continue;
    const bool title = i == 0 && passage.kind == PassageKind::heading;
    ++(title ? evidence_.favoured_in_title : evidence_.favoured);
  }
  if (found.places == 0 && (everywhere_ == 0 || !says_something(passage.kind))) return;
  found.passage = i;
  found.kind = passage.kind;
  found.words = words;
  found.weight += everywhere_;
  find_narrowest(found);
  evidence_.passages.push_back(found);
}

/// The narrowest stretch of the passage with a place of every slot that has one there.
void EvidenceReader::find_narrowest(PassageEvidence& found) {
  if (found.places < 2) return;
  std::sort(places_.begin(), places_.end(),
            [](const Place& a, const Place& b) { return a.span != b.span ? a.span < b.span : a.slot < b.slot; });
  inside_.assign(slots_.size(), 0);
  std::uint32_t slots = 0;
  bool any = false;
  for (std::size_t first = 0, end = 0; end < places_.size(); ++end) {
    if (inside_[places_[end].slot]++ == 0) ++slots;
    for (; slots == found.places; ++first) {
      // The stretch [first, end] has them all, and no later beginning is narrower.
      std::uint32_t told = 0;
      std::uint32_t last = places_[first].span.first;
      bool in_order = true;
      for (std::size_t i = first; i <= end; ++i) {
        const WordSpan& span = places_[i].span;
        if (span.last >= last) told += span.last - std::max(span.first, last) + 1;
        last = std::max(last, span.last + 1);
        in_order = in_order && (i == first || places_[i].slot > places_[i - 1].slot);
      }
      const std::uint32_t spare = last - places_[first].span.first - told;
      if (!any || spare < found.spare || (spare == found.spare && in_order)) {
        found.spare = spare;
        found.in_order = in_order;
        any = true;
      }
      if (--inside_[places_[first].slot] == 0) --slots;
    }
  }
}

}  // namespace minutebook::query
