#include "query/boilerplate.h"

#include <algorithm>
#include <array>
#include <utility>

namespace minutebook::query {

namespace {

using schema::PassageKind;

constexpr std::array boilerplate = {PassageKind::attendance, PassageKind::boilerplate};
constexpr std::array telling = {PassageKind::text,           PassageKind::heading,  PassageKind::resolution,
                                PassageKind::recommendation, PassageKind::action,   PassageKind::question,
                                PassageKind::declaration,    PassageKind::table_row};
static_assert(boilerplate.size() + telling.size() == schema::passage_kind_count);

/// Looks in boilerplate alone: made for labels, by the reader of words.
bool only_boilerplate(const Node& node) {
  return node.kind == NodeKind::scoped &&
         std::equal(node.scope.kinds.begin(), node.scope.kinds.end(), boilerplate.begin(), boilerplate.end());
}

void restrict_node(Node& node);

void wrap(Node& node) {
  Node scoped;
  scoped.kind = NodeKind::scoped;
  scoped.scope.kinds.assign(telling.begin(), telling.end());
  scoped.bare = std::exchange(node.bare, false);
  scoped.begin = node.begin;
  scoped.end = node.end;
  scoped.children.push_back(std::move(node));
  node = std::move(scoped);
}

void restrict_alternatives(Node& node) {
  std::vector<Node> parts = std::move(node.parts);
  node.parts.clear();
  std::erase_if(node.children, only_boilerplate);
  for (Node& child : node.children) restrict_node(child);
  if (node.children.size() == 1) {
    const bool bare = node.bare;
    node = Node(std::move(node.children.front()));
    node.bare = bare;
  }
  for (Node& part : parts) restrict_node(part);
  node.parts = std::move(parts);
}

void restrict_node(Node& node) {
  switch (node.kind) {
    case NodeKind::all_of:
    case NodeKind::none_of:
      for (Node& child : node.children) restrict_node(child);
      return;
    case NodeKind::any_of:
      restrict_alternatives(node);
      return;
    case NodeKind::filter:
    case NodeKind::scoped:
      return;
    case NodeKind::leaf:
      // No labels are tagged in boilerplate.
      if (node.leaf.kind != LeafKind::concept_) wrap(node);
      return;
    case NodeKind::near:
    case NodeKind::same_passage:
    case NodeKind::same_item:
    case NodeKind::same_paper:
      wrap(node);
      return;
  }
}

}  // namespace

std::span<const PassageKind> boilerplate_kinds() {
  return boilerplate;
}

ResolvedQuery without_boilerplate(ResolvedQuery query) {
  restrict_node(query.tree);
  query.notes.emplace_back("words in lists of who was there, apologies and standing text do not count");
  return query;
}

}  // namespace minutebook::query
