#include "query/print_query.h"

#include <cctype>
#include <string_view>

#include "query/limits.h"

namespace minutebook::query {
namespace {

std::string joined(const Ast& ast, std::string_view separator) {
  std::string printed;
  for (const Ast& child : ast.children) {
    if (!printed.empty()) printed += separator;
    const bool loose = child.kind == AstKind::or_ || child.kind == AstKind::and_;
    const bool tight = ast.kind == AstKind::and_ || ast.kind == AstKind::or_;
    const bool parts = child.kind == AstKind::near || child.kind == AstKind::para || child.kind == AstKind::item ||
                       child.kind == AstKind::paper || child.kind == AstKind::not_;
    printed += loose || (!tight && parts) ? "(" + print_query(child) + ")" : print_query(child);
  }
  return printed;
}

bool is_leaf(AstKind kind) {
  return kind == AstKind::word || kind == AstKind::exact || kind == AstKind::prefix || kind == AstKind::phrase;
}

std::string negated(const Ast& child) {
  const std::string printed = print_query(child);
  if (!is_leaf(child.kind) && child.kind != AstKind::field) return "-(" + printed + ")";
  const auto first = static_cast<unsigned char>(printed.front());
  // A hyphen before punctuation would be punctuation itself.
  const bool hyphen_works = std::isalnum(first) != 0 || first >= 0x80U || first == '"' || first == '=';
  return (hyphen_works ? "-" : "NOT ") + printed;
}

}  // namespace

std::string print_query(const Ast& ast) {
  switch (ast.kind) {
    case AstKind::word:
      return ast.text;
    case AstKind::exact:
      return "=" + ast.text;
    case AstKind::prefix:
      return ast.text + "*";
    case AstKind::phrase:
      return "\"" + ast.text + (ast.starred ? "*\"" : "\"");
    case AstKind::field: {
      const Ast& value = ast.children.front();
      return ast.text + ":" + (is_leaf(value.kind) ? print_query(value) : "(" + print_query(value) + ")");
    }
    case AstKind::and_:
      return joined(ast, " ");
    case AstKind::or_:
      return joined(ast, " OR ");
    case AstKind::not_:
      return negated(ast.children.front());
    case AstKind::near:
      return joined(ast,
                    ast.distance == default_near_distance ? " NEAR " : " NEAR/" + std::to_string(ast.distance) + " ");
    case AstKind::para:
      return joined(ast, " PARA ");
    case AstKind::item:
      return joined(ast, " ITEM ");
    case AstKind::paper:
      return joined(ast, " PAPER ");
  }
  return {};
}

}  // namespace minutebook::query
