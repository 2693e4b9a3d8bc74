#include "query/parse.h"

#include <utility>
#include <vector>

#include "query/lex.h"
#include "query/limits.h"
#include "query/parse_errors.h"

namespace minutebook::query {
namespace {

bool binds_passages(LexemeKind kind) {
  return kind == LexemeKind::near || kind == LexemeKind::para || kind == LexemeKind::item || kind == LexemeKind::paper;
}

AstKind proximity_kind(LexemeKind kind) {
  if (kind == LexemeKind::near) return AstKind::near;
  if (kind == LexemeKind::para) return AstKind::para;
  return kind == LexemeKind::item ? AstKind::item : AstKind::paper;
}

class Parser {
 public:
  explicit Parser(std::string_view query) : query_(query), lexemes_(lex(query)) {}

  Ast run() {
    if (here().kind == LexemeKind::end) return {};
    Ast root = alternatives();
    if (here().kind == LexemeKind::close) {
      refuse(query_, here().begin, "closing parenthesis without an opening one", "leave it out, or open it before");
    }
    return root;
  }

 private:
  const Lexeme& here() const { return lexemes_[at_]; }
  bool group_ends() const { return here().kind == LexemeKind::end || here().kind == LexemeKind::close; }

  /// One child stands for itself; several become a node.
  static Ast join(AstKind kind, std::vector<Ast> children) {
    if (children.size() == 1) return std::move(children.front());
    Ast node;
    node.kind = kind;
    node.begin = children.front().begin;
    node.end = children.back().end;
    node.children = std::move(children);
    return node;
  }

  Ast alternatives() {
    std::vector<Ast> children;
    children.push_back(together());
    while (here().kind == LexemeKind::or_) {
      ++at_;
      children.push_back(together());
    }
    return join(AstKind::or_, std::move(children));
  }

  Ast together() {
    std::vector<Ast> children;
    do {
      if (here().kind == LexemeKind::and_ && !children.empty()) ++at_;
      children.push_back(perhaps_negated());
    } while (!group_ends() && here().kind != LexemeKind::or_);
    return join(AstKind::and_, std::move(children));
  }

  Ast perhaps_negated() {
    const std::uint32_t begin = here().begin;
    bool negated = false;
    for (; here().kind == LexemeKind::not_; ++at_) negated = !negated;
    Ast operand = proximity();
    if (!negated) return operand;
    Ast node;
    node.kind = AstKind::not_;
    node.begin = begin;
    node.end = operand.end;
    node.children.push_back(std::move(operand));
    return node;
  }

  Ast proximity() {
    std::vector<Ast> children;
    children.push_back(operand());
    const Lexeme& first = here();
    if (!binds_passages(first.kind)) return std::move(children.front());
    while (binds_passages(here().kind)) {
      if (here().kind != first.kind || here().distance != first.distance) {
        refuse(query_, here().begin, first.text + " and " + here().text + " in one chain",
               "say which comes first with parentheses: (a " + first.text + " b) " + here().text + " c");
      }
      ++at_;
      if (here().kind == LexemeKind::not_) {
        refuse(query_, here().begin, "a negated part of " + first.text,
               "put the negation outside: (a " + first.text + " b) -c");
      }
      children.push_back(operand());
    }
    Ast node = join(proximity_kind(first.kind), std::move(children));
    node.distance = first.distance;
    return node;
  }

  Ast operand() {
    const Lexeme& lexeme = here();
    switch (lexeme.kind) {
      case LexemeKind::word:
        return leaf(AstKind::word);
      case LexemeKind::exact:
        return leaf(AstKind::exact);
      case LexemeKind::prefix:
        return leaf(AstKind::prefix);
      case LexemeKind::phrase:
        return leaf(AstKind::phrase);
      case LexemeKind::field:
        return field();
      case LexemeKind::open:
        return group();
      case LexemeKind::close:
      case LexemeKind::end:
      case LexemeKind::or_:
      case LexemeKind::and_:
      case LexemeKind::not_:
      case LexemeKind::near:
      case LexemeKind::para:
      case LexemeKind::item:
      case LexemeKind::paper:
        break;
    }
    refuse_missing_operand();
  }

  [[noreturn]] void refuse_missing_operand() const {
    const Lexeme& lexeme = here();
    const bool ends = group_ends();
    const Lexeme& op = ends && at_ > 0 ? lexemes_[at_ - 1] : lexeme;
    if (op.kind == LexemeKind::end || op.kind == LexemeKind::close) {
      refuse(query_, lexeme.begin, "closing parenthesis without an opening one", "leave it out, or open it before");
    }
    refuse(query_, op.begin, "nothing " + std::string(ends ? "after " : "before ") + op.text + " to apply it to",
           op.text == "-"
               ? "write it right before what it rules out: -word"
               : "operators stand in capitals with something to search for beside them; in small letters \"" + op.text +
                     "\" is a word");
  }

  Ast leaf(AstKind kind) {
    const Lexeme& lexeme = here();
    Ast node;
    node.kind = kind;
    node.text = lexeme.text;
    node.starred = lexeme.starred;
    node.begin = lexeme.begin;
    node.end = lexeme.end;
    ++at_;
    return node;
  }

  Ast field() {
    if (in_field_)
      refuse(query_, here().begin, "a field inside the value of a field",
             "close the parenthesis before the next field");
    Ast node = leaf(AstKind::field);
    in_field_ = true;
    node.children.push_back(operand());
    in_field_ = false;
    node.end = node.children.front().end;
    return node;
  }

  Ast group() {
    const Lexeme& open = here();
    if (++depth_ > max_parenthesis_depth) {
      refuse(query_, open.begin, "parentheses more than " + std::to_string(max_parenthesis_depth) + " deep",
             "use fewer of them");
    }
    ++at_;
    if (here().kind == LexemeKind::close)
      refuse(query_, open.begin, "empty parentheses", "put words between them, or leave them out");
    if (here().kind == LexemeKind::end) refuse_unclosed(open);
    Ast node = alternatives();
    if (here().kind != LexemeKind::close) refuse_unclosed(open);
    node.begin = open.begin;
    node.end = here().end;
    node.enclosed = true;
    ++at_;
    --depth_;
    return node;
  }

  [[noreturn]] void refuse_unclosed(const Lexeme& open) const {
    refuse(query_, open.begin, "unclosed parenthesis", "close it with ), or leave it out");
  }

  std::string_view query_;
  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool in_field_ = false;
};

}  // namespace

ParsedQuery parse(std::string_view query) {
  return {std::string(query), Parser(query).run()};
}

}  // namespace minutebook::query
