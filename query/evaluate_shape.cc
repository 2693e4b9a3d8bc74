#include "query/evaluate_shape.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "schema/error.h"

namespace minutebook::query {

namespace {

[[noreturn]] void refuse(std::string_view what, std::string_view place) {
  throw schema::Error(schema::ErrorCode::usage, std::string(what) + " cannot stand inside " + std::string(place),
                      "it takes words, phrases and OR of them");
}

struct Surroundings {
  bool near = false;
  bool passage = false;
  bool scope = false;
};

/// Throws for nodes that have no place in a passage.
void check_passage_parts(const Node& node, Surroundings around) {
  if (node.kind == NodeKind::same_paper && around.passage) refuse("PAPER", "NEAR or PARA");
  if (node.kind == NodeKind::same_paper && around.scope) refuse("PAPER", "a field");
  if (node.kind == NodeKind::none_of && around.near) refuse("NOT", "NEAR");
  if (node.kind == NodeKind::filter && around.near) refuse("a filter", "NEAR");
  around.near = around.near || node.kind == NodeKind::near;
  around.passage = around.passage || node.kind == NodeKind::near || node.kind == NodeKind::same_passage;
  around.scope = around.scope || node.kind == NodeKind::scoped;
  for (const Node& child : node.children) check_passage_parts(child, around);
}

/// PAPER inside a scope means: each child within the scope, somewhere in the paper. Moves the scope into the children.
void push_scopes_down(Node& node) {
  for (Node& child : node.children) push_scopes_down(child);
  if (node.kind != NodeKind::scoped || node.children.size() != 1 || node.children[0].kind != NodeKind::same_paper)
    return;
  Node moved = std::move(node.children[0]);
  moved.bare = node.bare;
  for (Node& child : moved.children) {
    Node wrapped = node;
    wrapped.bare = false;
    wrapped.children.clear();
    wrapped.children.push_back(std::move(child));
    child = std::move(wrapped);
  }
  node = std::move(moved);
}

/// "(a b) NEAR c" means a, b and c near each other.
void flatten_near(Node& node) {
  for (Node& child : node.children) flatten_near(child);
  if (node.kind != NodeKind::near) return;
  std::vector<Node> children;
  for (Node& child : node.children) {
    if (child.kind == NodeKind::all_of) {
      std::move(child.children.begin(), child.children.end(), std::back_inserter(children));
    } else {
      children.push_back(std::move(child));
    }
  }
  node.children = std::move(children);
}

}  // namespace

Node shaped(const Node& tree) {
  Node root = tree;
  if (root.kind != NodeKind::all_of || root.bare) {
    Node operand = std::move(root);
    root = Node{};
    root.children.push_back(std::move(operand));
  }
  push_scopes_down(root);
  flatten_near(root);
  check_passage_parts(root, {});
  return root;
}

}  // namespace minutebook::query
