#include "query/resolve.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "query/limits.h"
#include "query/parse_errors.h"
#include "query/print_query.h"
#include "query/resolve_dates.h"
#include "query/resolve_fields.h"
#include "query/resolve_scopes.h"
#include "query/resolve_shape.h"
#include "query/resolve_words.h"

namespace minutebook::query {
namespace {

Node make_node(NodeKind kind, const Ast& place) {
  Node node;
  node.kind = kind;
  node.begin = place.begin;
  node.end = place.end;
  return node;
}

/// The operands of one group, sorted by what in: does with them.
struct Group {
  std::vector<Node> words;  ///< what a scope of the group restricts
  std::vector<Node> rest;   ///< filters, negations, title: and who:
  std::vector<const Ast*> scopes;
};

/// Where an operand stands.
struct Place {
  WordReading reading = WordReading::full;
  bool bare = false;  ///< the outermost group: its words are the question
};

class Resolver {
 public:
  Resolver(const ParsedQuery& query, const ResolveContext& context, LabelFinder& labels)
      : query_(query), context_(context), words_(query, context, labels) {}

  ResolvedQuery run() {
    const Ast root = rewrite_dates(query_, context_.today);
    result_.typed = query_.text;
    result_.interpreted = print_query(root);
    note_filters_in_alternatives(query_, root, result_.notes);
    result_.tree = make_node(NodeKind::all_of, root);
    const bool together = root.kind == AstKind::and_;
    if (!together || !root.children.empty()) {
      const auto operands = together ? std::span<const Ast>(root.children) : std::span<const Ast>(&root, 1);
      for (Node& node : group(operands, root, {WordReading::full, true})) place_operand(std::move(node));
    }
    words_.note_spellings(result_.tree);
    result_.expansions = words_.expansions();
    check_wishes();
    result_.favoured = words_.favoured();
    result_.notes.insert(result_.notes.end(), words_.notes().begin(), words_.notes().end());
    return std::move(result_);
  }

 private:
  /// A label that is not to count must be one that the answer lists.
  void check_wishes() {
    result_.wishes = std::string(context_.expand ? "expand" : "words") + (context_.only ? " only" : "");
    for (const std::string& label : context_.without) result_.wishes += "\n" + label;
    words_.refuse_unused_wishes();
  }

  void place_operand(Node node) {
    if (node.kind == NodeKind::filter) {
      result_.filters.push_back(std::move(node.filter));
    } else {
      result_.tree.children.push_back(std::move(node));
    }
  }

  /// The nodes that must all hold; never empty.
  std::vector<Node> group(std::span<const Ast> operands, const Ast& whole, Place place) {
    Group group;
    read_words(operands, place, group);
    if (group.words.empty() && group.rest.empty() && group.scopes.empty()) {
      refuse(query_.text, whole.begin, "nothing to search for in " + quoted(typed_text(query_, whole)),
             "write a word with letters or digits");
    }
    std::vector<Node> nodes;
    if (group.scopes.empty()) {
      nodes = std::move(group.words);
      for (Node& node : nodes) {
        if (place.bare) node = words_.also_in_lists(std::move(node));
      }
    } else {
      nodes.push_back(scoped_words(group, whole));
    }
    std::move(group.rest.begin(), group.rest.end(), std::back_inserter(nodes));
    return nodes;
  }

  Node scoped_words(Group& group, const Ast& whole) {
    for (const Node& node : group.words) {
      if (holds_kind(node, NodeKind::scoped)) {
        refuse(query_.text, node.begin, "a place inside the words another place is said of",
               "take it out of the parentheses: in:resolution title:transport words");
      }
    }
    Node scoped = make_node(NodeKind::scoped, whole);
    scoped.scope = resolve_scope(query_, group.scopes);
    scoped.children = std::move(group.words);
    return scoped;
  }

  void read_words(std::span<const Ast> operands, Place place, Group& group) {
    std::vector<std::pair<std::size_t, WordUnit>> functional;  // with its place among the words
    for (std::size_t at = 0; at < operands.size();) {
      std::size_t end = at;
      while (end < operands.size() && operands[end].kind == AstKind::word) ++end;
      if (end == at) {
        add_operand(operands[at++], place, group);
        continue;
      }
      for (WordUnit& unit : words_.read(operands.subspan(at, end - at), place.reading)) {
        unit.node.bare = place.bare;
        if (unit.functional) {
          functional.emplace_back(group.words.size(), std::move(unit));
        } else {
          group.words.push_back(std::move(unit.node));
        }
      }
      at = end;
    }
    const auto looks_somewhere = [](const Node& node) { return node.kind == NodeKind::scoped; };
    const bool asked = !group.words.empty() || std::any_of(group.rest.begin(), group.rest.end(), looks_somewhere);
    for (auto unit = functional.rbegin(); !asked && unit != functional.rend(); ++unit) {
      group.words.insert(group.words.begin() + static_cast<std::ptrdiff_t>(unit->first), std::move(unit->second.node));
    }
    for (const auto& [index, unit] : functional) {
      if (asked) add_optional(unit.node.leaf.typed);
    }
  }

  void add_optional(const std::string& word) {
    auto& optional = result_.optional;
    if (std::find(optional.begin(), optional.end(), word) == optional.end()) optional.push_back(word);
  }

  void add_operand(const Ast& ast, Place place, Group& group) {
    if (is_scope_field(ast)) {
      group.scopes.push_back(&ast);
      return;
    }
    Node node = operand(ast, place.reading);
    const bool outside =
        ast.kind == AstKind::field || node.kind == NodeKind::none_of || !holds_kind(node, NodeKind::leaf);
    (outside ? group.rest : group.words).push_back(std::move(node));
  }

  /// One operand by itself: a single node.
  Node operand(const Ast& ast, WordReading reading) {
    switch (ast.kind) {
      case AstKind::word:
        return one(group({&ast, 1}, ast, {reading, false}), ast);
      case AstKind::and_:
        return one(group(ast.children, ast, {reading, false}), ast);
      case AstKind::exact:
      case AstKind::prefix:
      case AstKind::phrase:
        return marked(ast);
      case AstKind::field:
        return is_scope_field(ast) ? one(group({&ast, 1}, ast, {reading, false}), ast) : field(ast);
      case AstKind::or_:
        return with_operands(NodeKind::any_of, ast, reading);
      case AstKind::not_:
        return with_operands(NodeKind::none_of, ast, reading);
      case AstKind::near:
        return passages(NodeKind::near, ast, reading);
      case AstKind::para:
        return passages(NodeKind::same_passage, ast, reading);
      case AstKind::item:
        return passages(NodeKind::same_item, ast, reading);
      case AstKind::paper:
        return passages(NodeKind::same_paper, ast, reading);
    }
    return {};
  }

  static Node one(std::vector<Node> nodes, const Ast& place) {
    if (nodes.size() == 1) return std::move(nodes.front());
    Node node = make_node(NodeKind::all_of, place);
    node.children = std::move(nodes);
    return node;
  }

  Node marked(const Ast& ast) {
    Node node = words_.read_marked(ast);
    if (node.leaf.word.empty() && node.leaf.words.empty()) {
      refuse(query_.text, ast.begin, "nothing to search for in " + quoted(typed_text(query_, ast)),
             "write a word with letters or digits");
    }
    return node;
  }

  Node with_operands(NodeKind kind, const Ast& ast, WordReading reading) {
    Node node = make_node(kind, ast);
    for (const Ast& child : ast.children) node.children.push_back(operand(child, reading));
    return node;
  }

  Node passages(NodeKind kind, const Ast& ast, WordReading reading) {
    Node node = make_node(kind, ast);
    node.distance = ast.distance;
    const WordReading inside = reading == WordReading::full ? WordReading::words : reading;
    for (const Ast& child : ast.children) {
      Node part = operand(child, inside);
      check_operand(query_, part, kind, child.begin);
      if (kind == NodeKind::near && part.kind != NodeKind::all_of) keep_near(part, ast.distance);
      if (part.kind == NodeKind::all_of) {
        std::move(part.children.begin(), part.children.end(), std::back_inserter(node.children));
      } else {
        node.children.push_back(std::move(part));
      }
    }
    return node;
  }

  /// (a b OR c) NEAR/5 d: a and b within 5 words of each other too.
  static void keep_near(Node& node, int distance) {
    for (Node& child : node.children) keep_near(child, distance);
    if (node.kind != NodeKind::all_of) return;
    node.kind = NodeKind::near;
    node.distance = distance;
  }

  Node field(const Ast& ast) {
    const std::optional<schema::FieldId> id = schema::find_field(ast.text);
    if (id == schema::FieldId::title || id == schema::FieldId::who) return text_field(ast, id == schema::FieldId::who);
    Node node = make_node(NodeKind::filter, ast);
    node.filter = resolve_filter(query_, ast, context_, result_.notes);
    return node;
  }

  Node text_field(const Ast& ast, bool person) {
    Node node = make_node(NodeKind::scoped, ast);
    (person ? node.scope.people : node.scope.titles) = true;
    const Ast& value = ast.children.front();
    Node words = person ? person_words(value) : operand(value, WordReading::words);
    if (words.kind == NodeKind::all_of) {
      node.children = std::move(words.children);
    } else {
      node.children.push_back(std::move(words));
    }
    return node;
  }

  /// "J Smith": the parts of one name stand near each other, with room for other initials.
  Node person_words(const Ast& value) {
    if (value.kind == AstKind::or_) {
      Node node = make_node(NodeKind::any_of, value);
      for (const Ast& child : value.children) node.children.push_back(person_words(child));
      return node;
    }
    Node name = value.kind == AstKind::phrase ? marked(value) : operand(value, WordReading::names);
    if (holds_kind(name, NodeKind::none_of))
      refuse(query_.text, value.begin, "a negation inside who:", "put it outside: -who:name");
    if (name.kind == NodeKind::leaf && name.leaf.words.size() > 1) name = apart(name);
    if (name.kind != NodeKind::all_of) return name;
    name.kind = NodeKind::near;
    name.distance = static_cast<int>(name.children.size()) - 1 + spare_words_in_name;
    return name;
  }

  const ParsedQuery& query_;
  const ResolveContext& context_;
  WordReader words_;
  ResolvedQuery result_;
};

}  // namespace

ResolvedQuery resolve(const ParsedQuery& query, const ResolveContext& context, LabelFinder& labels) {
  return Resolver(query, context, labels).run();
}

ResolvedQuery resolve(const ParsedQuery& query, const ResolveContext& context) {
  LabelFinder labels(context.vocabulary);
  return resolve(query, context, labels);
}

}  // namespace minutebook::query
