// Resolved queries as short texts, and a small index to resolve them against: for the tests of query/resolve.h.
// Knows nothing of how queries are answered.
#pragma once

#include <algorithm>
#include <string>
#include <vector>

#include "query/parse.h"
#include "query/resolve.h"
#include "schema/committee_kinds.h"

namespace minutebook::query {

inline std::string joined(const std::vector<std::string>& parts, const char* separator = ",") {
  std::string text;
  for (const std::string& part : parts) text += (text.empty() ? "" : separator) + part;
  return text;
}

inline std::string shown(const Filter& filter) {
  std::string text = "{" + std::string(schema::field_of(filter.field).name) + " " + joined(filter.values);
  if (filter.range.from || filter.range.to) {
    text += (filter.range.from ? schema::iso_date(*filter.range.from) : "") + std::string("..") +
            (filter.range.to ? schema::iso_date(*filter.range.to) : "");
  }
  return text + "}";
}

inline std::string shown(const Leaf& leaf) {
  switch (leaf.kind) {
    case LeafKind::stem:
      return leaf.stem;
    case LeafKind::concept_: {
      std::vector<std::string> ids;
      for (const std::uint32_t number : leaf.concepts)
        ids.push_back(schema::Vocabulary::built_in().concepts()[number].id);
      std::sort(ids.begin(), ids.end());
      return "<" + joined(ids) + ">";
    }
    case LeafKind::acronym:
      return "ACRONYM " + leaf.word + (leaf.among_capitals ? "^" : "");
    case LeafKind::phrase:
      return "\"" + joined(leaf.words, " ") + "\"";
    case LeafKind::prefix:
      return leaf.word + "*";
    case LeafKind::form:
      return "=" + leaf.word + (leaf.form_is_acronym ? "^" : "");
  }
  return {};
}

inline std::string shown(const Scope& scope) {
  std::vector<std::string> parts;
  for (const schema::PassageKind kind : scope.kinds) parts.emplace_back(schema::name_of(kind));
  if (scope.titles) parts.emplace_back("titles");
  if (scope.people) parts.emplace_back("people");
  if (scope.adopted_recommendations) parts.emplace_back("adopted");
  if (scope.adopted_only) parts.emplace_back("committee");
  if (scope.officer_only) parts.emplace_back("officer");
  return joined(parts);
}

/// A node in brackets; "~" marks what tier `some` may do without.
inline std::string shown(const Node& node) {
  const auto list = [&node](const std::string& name) {
    std::string text = "(" + name;
    for (const Node& child : node.children) text += " " + shown(child);
    return text + ")" + (node.bare ? "~" : "");
  };
  switch (node.kind) {
    case NodeKind::all_of:
      return list("all");
    case NodeKind::any_of:
      // A label that is looked for in lists of people as well: shown as the label. Boilerplate.* looks at the rest.
      if (node.children.size() == 2 && node.children[0].leaf.kind == LeafKind::concept_ &&
          node.children[1].kind == NodeKind::scoped)
        return shown(node.children[0]) + (node.bare ? "~" : "");
      return list("any");
    case NodeKind::none_of:
      return list("none");
    case NodeKind::leaf:
      return shown(node.leaf) + (node.bare ? "~" : "");
    case NodeKind::near:
      return list("near" + std::to_string(node.distance));
    case NodeKind::same_passage:
      return list("para");
    case NodeKind::same_item:
      return list("item");
    case NodeKind::same_paper:
      return list("paper");
    case NodeKind::filter:
      return shown(node.filter);
    case NodeKind::scoped:
      return list("in[" + shown(node.scope) + "]");
  }
  return {};
}

inline const IndexNames& index_names() {
  static const IndexNames names = [] {
    IndexNames made;
    made.councils = {"E08000013", "E06000006", "E06000066"};
    const auto committee = [&made](const std::string& council, const std::string& name) {
      const std::string key = schema::committee_key(name, "");
      made.committees.push_back({council + "/" + key, key, name});
    };
    committee("E08000013", "Children and Young People Services Scrutiny Committee");
    committee("E08000013", "Planning Committee");
    committee("E08000013", "Full Council");
    committee("E06000006", "Planning Committee");
    committee("E06000006", "Planning Policy Scrutiny Panel");
    const std::string portfolio = schema::portfolio_key("Children and Families");
    made.portfolios = {{portfolio, portfolio, "Children and Families"}};
    return made;
  }();
  return names;
}

inline ResolvedQuery resolved(const std::string& query, bool expand = true) {
  const ResolveContext context{schema::Vocabulary::built_in(), schema::CouncilRegistry::built_in(), index_names(),
                               expand, schema::Date{2025, 3, 13}};
  static LabelFinder labels(schema::Vocabulary::built_in());
  return resolve(parse(query), context, labels);
}

/// Tree, then filters, then optional words.
inline std::string meaning(const ResolvedQuery& query) {
  std::string text = shown(query.tree);
  for (const Filter& filter : query.filters) text += " " + shown(filter);
  if (!query.optional.empty()) text += " optional " + joined(query.optional);
  return text;
}

}  // namespace minutebook::query
