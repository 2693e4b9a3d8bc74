#include "query/verify.h"

#include <algorithm>

#include "query/verify_scope.h"

namespace minutebook::query {

using schema::ForwardPassage;
using schema::PassageKind;

Verifier::Verifier(const Plan& plan, const schema::Shard& shard, const std::vector<Bitmap>& sets)
    : plan_(plan), shard_(shard), sets_(sets) {
  leaves_.reserve(plan.leaves.size());
  for (const PlanLeaf& leaf : plan.leaves) leaves_.emplace_back(leaf, shard);
}

void Verifier::load(std::uint32_t docid) {
  docid_ = docid;
  count_ = shard_.forward(docid, passages_);
  held_.assign(plan_.nodes, -1);
  titled_ = -1;
}

/// The heading that an item with a title begins with (schema/paper.h). The front of minutes may begin with one and have
/// no title.
bool Verifier::is_title(std::size_t passage) {
  if (passage != 0 || passages_[0].kind != PassageKind::heading) return false;
  if (titled_ < 0) {
    shard_.excerpt(docid_, {std::span(passages_).first(count_), {}}, head_);
    titled_ = head_.title.empty() ? 0 : 1;
  }
  return titled_ == 1;
}

bool Verifier::holds(const PlanNode& node) {
  return item_holds(node, nullptr);
}

bool Verifier::item_holds(const PlanNode& node, const Scopes* scopes) {
  // A node always stands in the same scopes, so its number is key enough.
  signed char& held = held_[node.id];
  if (held < 0) {
    const bool result = holds_in(node, {0, count_, scopes, false});
    held_[node.id] = result ? 1 : 0;
    return result;
  }
  return held == 1;
}

bool Verifier::holds_in(const PlanNode& node, const Unit& unit) {
  const auto holds_child = [&](const PlanNode& child) { return holds_in(child, unit); };
  switch (node.kind) {
    case NodeKind::all_of:
    case NodeKind::same_item:
      return holds_each(node, unit);
    case NodeKind::same_paper:
      return unit.single ? holds_each(node, unit) : sets_[node.set].test(docid_);
    case NodeKind::any_of:
      return std::any_of(node.children.begin(), node.children.end(), holds_child);
    case NodeKind::none_of:
      return unit.single || !holds_each(node, unit);
    case NodeKind::leaf:
      return leaf_in(node, unit);
    case NodeKind::near:
      return near_in(node, unit, nullptr);
    case NodeKind::same_passage:
      return passage_in(node, unit);
    case NodeKind::filter:
      return sets_[node.set].test(docid_);
    case NodeKind::scoped:
      return scoped_in(node, unit);
  }
  return false;
}

bool Verifier::holds_each(const PlanNode& node, const Unit& unit) {
  return std::all_of(node.children.begin(), node.children.end(),
                     [&](const PlanNode& child) { return holds_in(child, unit); });
}

bool Verifier::leaf_in(const PlanNode& node, const Unit& unit) {
  for (std::size_t i = unit.first; i < unit.last; ++i) {
    if (allowed(i, unit.scopes) && leaf_stands(node, i, unit.scopes)) return true;
  }
  return false;
}

bool Verifier::leaf_stands(const PlanNode& node, std::size_t passage, const Scopes* scopes) {
  if (!only_people(scopes)) return leaves_[node.leaf].found_in(passages_[passage]);
  std::vector<WordSpan> spans;
  leaf_spans(node, passage, scopes, spans);
  return !spans.empty();
}

bool Verifier::only_people(const Scopes* scopes) {
  for (; scopes != nullptr; scopes = scopes->outer) {
    if (scopes->scope->people) return true;
  }
  return false;
}

bool Verifier::near_in(const PlanNode& node, const Unit& unit, std::vector<WordSpan>* spans) {
  for (std::size_t i = unit.first; i < unit.last; ++i) {
    if (allowed(i, unit.scopes) && near_passage(node, i, unit.scopes, spans)) return true;
  }
  return false;
}

/// Held if each child has a place such that no place begins more than `distance` words after the end of another.
bool Verifier::near_passage(const PlanNode& node, std::size_t passage, const Scopes* scopes,
                            std::vector<WordSpan>* spans) {
  std::vector<std::vector<WordSpan>> places(node.children.size());
  for (std::size_t i = 0; i < places.size(); ++i) {
    spans_of(node.children[i], passage, scopes, places[i]);
    if (places[i].empty()) return false;
  }
  const auto reach = static_cast<std::uint32_t>(std::max(node.node->distance, 0));
  const auto inside = [&](const WordSpan& anchor, const WordSpan& place) {
    return place.last >= anchor.last && place.first <= anchor.last + reach;
  };
  bool held = false;
  for (const auto& anchors : places) {
    for (const WordSpan& anchor : anchors) {
      const bool all = std::all_of(places.begin(), places.end(), [&](const auto& others) {
        return std::any_of(others.begin(), others.end(), [&](const WordSpan& place) { return inside(anchor, place); });
      });
      if (!all) continue;
      if (spans == nullptr) return true;
      held = true;
      for (const auto& others : places) {
        std::copy_if(others.begin(), others.end(), std::back_inserter(*spans),
                     [&](const WordSpan& place) { return inside(anchor, place); });
      }
    }
  }
  return held;
}

bool Verifier::passage_in(const PlanNode& node, const Unit& unit) {
  for (std::size_t i = unit.first; i < unit.last; ++i) {
    if (allowed(i, unit.scopes) && holds_each(node, {i, i + 1, unit.scopes, unit.single})) return true;
  }
  return false;
}

bool Verifier::scoped_in(const PlanNode& node, const Unit& unit) {
  const Scopes inner{&node.node->scope, unit.scopes};
  // The place has to be there also for what is true of the whole item: "in:resolution Moorby", a council.
  bool there = false;
  for (std::size_t i = unit.first; i < unit.last && !there; ++i) there = allowed(i, &inner);
  return there && holds_each(node, {unit.first, unit.last, &inner, unit.single});
}

bool Verifier::allowed(std::size_t passage, const Scopes* scopes) {
  for (; scopes != nullptr; scopes = scopes->outer) {
    const bool title = scopes->scope->titles && is_title(passage);
    if (!scope_fits(*scopes->scope, passages_[passage], title)) return false;
  }
  return true;
}

void Verifier::leaf_spans(const PlanNode& node, std::size_t passage, const Scopes* scopes,
                          std::vector<WordSpan>& spans) {
  const ForwardPassage& words = passages_[passage];
  const std::size_t before = spans.size();
  leaves_[node.leaf].find(words, spans);
  if (words.kind == PassageKind::attendance || !only_people(scopes)) return;
  const std::vector<bool> named = named_words(shard_, words);
  const auto other = [&](const WordSpan& span) { return !named[span.first]; };
  spans.erase(std::remove_if(spans.begin() + static_cast<std::ptrdiff_t>(before), spans.end(), other), spans.end());
}

/// Places of a child of NEAR.
void Verifier::spans_of(const PlanNode& node, std::size_t passage, const Scopes* scopes, std::vector<WordSpan>& spans) {
  switch (node.kind) {
    case NodeKind::leaf:
      leaf_spans(node, passage, scopes, spans);
      return;
    case NodeKind::any_of:
      for (const PlanNode& child : node.children) spans_of(child, passage, scopes, spans);
      return;
    case NodeKind::near:
      near_passage(node, passage, scopes, &spans);
      return;
    case NodeKind::all_of:
    case NodeKind::same_passage:
    case NodeKind::same_item:
      // An alternative of several words, "(a b OR c) NEAR d": a passage with only one of them has no place.
      if (!holds_each(node, {passage, passage + 1, scopes, false})) return;
      for (const PlanNode& child : node.children) spans_of(child, passage, scopes, spans);
      return;
    case NodeKind::scoped: {
      const Scopes inner{&node.node->scope, scopes};
      if (!allowed(passage, &inner)) return;
      for (const PlanNode& child : node.children) spans_of(child, passage, &inner, spans);
      return;
    }
    case NodeKind::none_of:
    case NodeKind::filter:
    case NodeKind::same_paper:
      return;  // refused when the plan was made
  }
}

bool Verifier::contributes(std::size_t passage, std::vector<WordSpan>* spans) {
  bool any = false;
  for (const PlanNode& operand : plan_.root.children) {
    any = adds_operand(operand, passage, spans) > 0 || any;
    if (any && spans == nullptr) return true;
  }
  return any;
}

bool Verifier::adds_node(const PlanNode& node, std::size_t passage, std::vector<WordSpan>* spans) {
  return item_holds(node, nullptr) && adds(node, passage, nullptr, spans);
}

/// Of a label that the item does not hold its words count, in tier `some`.
std::uint32_t Verifier::adds_operand(const PlanNode& operand, std::size_t passage, std::vector<WordSpan>* spans) {
  if (operand.parts.empty() || item_holds(operand, nullptr))
    return adds_node(operand, passage, spans) ? whole_operand : 0;
  std::uint32_t parts = 0;
  for (const PlanNode& part : operand.parts) parts += adds_node(part, passage, spans) ? 1U : 0U;
  return parts;
}

/// One of the children that the item holds adds something.
bool Verifier::adds_any(const PlanNode& node, std::size_t passage, const Scopes* scopes, std::vector<WordSpan>* spans) {
  bool any = false;
  for (const PlanNode& child : node.children) {
    if (!item_holds(child, scopes) || !adds(child, passage, scopes, spans)) continue;
    if (spans == nullptr) return true;
    any = true;
  }
  return any;
}

bool Verifier::adds(const PlanNode& node, std::size_t passage, const Scopes* scopes, std::vector<WordSpan>* spans) {
  if (!allowed(passage, scopes)) return false;
  switch (node.kind) {
    case NodeKind::leaf: {
      if (spans == nullptr) return leaf_stands(node, passage, scopes);
      const std::size_t before = spans->size();
      leaf_spans(node, passage, scopes, *spans);
      return spans->size() > before;
    }
    case NodeKind::all_of:
    case NodeKind::any_of:
    case NodeKind::same_item:
    case NodeKind::same_paper:
      return adds_any(node, passage, scopes, spans);
    case NodeKind::near:
      return near_passage(node, passage, scopes, spans);
    case NodeKind::same_passage:
      return holds_each(node, {passage, passage + 1, scopes, false}) && adds_any(node, passage, scopes, spans);
    case NodeKind::scoped: {
      const Scopes inner{&node.node->scope, scopes};
      if (!allowed(passage, &inner)) return false;
      return node.children.empty() || adds_any(node, passage, &inner, spans);
    }
    case NodeKind::none_of:
    case NodeKind::filter:
      return false;
  }
  return false;
}

bool Verifier::whole(std::size_t passage) {
  return holds_in(plan_.root, {passage, passage + 1, nullptr, true});
}

std::uint32_t Verifier::operands_in(std::size_t passage) {
  std::uint32_t count = 0;
  for (const PlanNode& child : plan_.root.children) count += adds_operand(child, passage, nullptr);
  return count;
}

}  // namespace minutebook::query
