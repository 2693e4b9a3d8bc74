#include "query/resolve_shape.h"

#include <algorithm>

#include "query/parse_errors.h"
#include "query/resolve_fields.h"

namespace minutebook::query {
namespace {

/// How far apart the children may stand; 0: no such operator.
int reach(NodeKind kind) {
  switch (kind) {
    case NodeKind::near:
      return 1;
    case NodeKind::same_passage:
      return 2;
    case NodeKind::same_item:
      return 3;
    case NodeKind::same_paper:
      return 4;
    case NodeKind::all_of:
    case NodeKind::any_of:
    case NodeKind::none_of:
    case NodeKind::leaf:
    case NodeKind::filter:
    case NodeKind::scoped:
      return 0;
  }
  return 0;
}

std::string operator_name(NodeKind kind) {
  constexpr const char* names[] = {"", "NEAR", "PARA", "ITEM", "PAPER"};
  return names[reach(kind)];
}

}  // namespace

void check_operand(const ParsedQuery& query, const Node& operand, NodeKind outer, std::uint32_t begin) {
  const std::string inside = " inside " + operator_name(outer);
  switch (operand.kind) {
    case NodeKind::leaf:
      return;
    case NodeKind::filter:
      refuse(query.text, begin, "a filter" + inside,
             "put the field outside: (a " + operator_name(outer) + " b) field:value");
    case NodeKind::none_of:
      refuse(query.text, begin, "a negation" + inside, "put it outside: (a " + operator_name(outer) + " b) -c");
    case NodeKind::scoped:
      if (reach(outer) <= reach(NodeKind::same_passage)) {
        refuse(query.text, begin, "a place" + inside,
               "put it outside: in:resolution (a " + operator_name(outer) + " b)");
      }
      return;
    case NodeKind::all_of:
    case NodeKind::any_of:
      break;
    case NodeKind::near:
    case NodeKind::same_passage:
    case NodeKind::same_item:
    case NodeKind::same_paper:
      if (reach(operand.kind) > reach(outer)) {
        refuse(query.text, begin, operator_name(operand.kind) + inside,
               "the wider operator stands outside: (a NEAR b) PARA (c OR d)");
      }
      break;
  }
  for (const Node& child : operand.children) check_operand(query, child, outer, begin);
}

bool holds_kind(const Node& node, NodeKind kind) {
  if (node.kind == kind) return true;
  return std::any_of(node.children.begin(), node.children.end(),
                     [kind](const Node& child) { return holds_kind(child, kind); });
}

void note_filters_in_alternatives(const ParsedQuery& query, const Ast& ast, std::vector<std::string>& notes) {
  for (const Ast& child : ast.children) {
    if (ast.kind == AstKind::or_ && child.kind == AstKind::and_ && !child.enclosed) {
      for (const Ast& part : child.children) {
        if (part.kind != AstKind::field) continue;
        notes.push_back(typed_text(query, part) + ": for \"" + typed_text(query, child) +
                        "\" only; for all alternatives write (a OR b) " + typed_text(query, part));
      }
    }
    if (ast.kind != AstKind::field) note_filters_in_alternatives(query, child, notes);
  }
}

Node apart(const Node& phrase) {
  Node node;
  node.begin = phrase.begin;
  node.end = phrase.end;
  for (const std::string& word : phrase.leaf.words) {
    Node part = phrase;
    part.leaf.words = {word};
    node.children.push_back(std::move(part));
  }
  return node;
}

}  // namespace minutebook::query
