#include "query/answer_explain.h"

#include <algorithm>
#include <cstdio>

#include "schema/date.h"

namespace minutebook::query {

namespace {

// A wildcard may stand for thousands of terms.
constexpr std::size_t most_terms_shown = 12;

std::string_view name_of(NodeKind kind) {
  switch (kind) {
    case NodeKind::all_of:
      return "all of";
    case NodeKind::any_of:
      return "any of";
    case NodeKind::none_of:
      return "not";
    case NodeKind::leaf:
      return "word";
    case NodeKind::near:
      return "near each other";
    case NodeKind::same_passage:
      return "in one passage";
    case NodeKind::same_item:
      return "in one item";
    case NodeKind::same_paper:
      return "in one paper";
    case NodeKind::filter:
      return "filter";
    case NodeKind::scoped:
      return "only in";
  }
  return "";
}

std::string_view name_of(LeafKind kind) {
  switch (kind) {
    case LeafKind::stem:
      return "any form of";
    case LeafKind::concept_:
      return "any label of";
    case LeafKind::acronym:
      return "the capitals";
    case LeafKind::phrase:
      return "the words";
    case LeafKind::prefix:
      return "words that begin with";
    case LeafKind::form:
      return "exactly";
  }
  return "";
}

void append(std::string& line, const std::string& part) {
  if (!line.empty()) line += ", ";
  line += part;
}

std::string scope_text(const Scope& scope) {
  std::string text;
  for (const schema::PassageKind kind : scope.kinds) append(text, std::string(schema::name_of(kind)));
  if (scope.titles) append(text, "titles");
  if (scope.people) append(text, "names of people");
  if (scope.adopted_recommendations) append(text, "resolutions that recommend");
  if (scope.adopted_only) append(text, "what the committee decided");
  if (scope.officer_only) append(text, "what officers propose");
  return text;
}

std::string leaf_text(const OpenIndex::Parts& index, const Leaf& leaf) {
  std::string what;
  switch (leaf.kind) {
    case LeafKind::stem:
      what = leaf.stem;
      break;
    case LeafKind::concept_:
      for (const std::uint32_t number : leaf.concepts)
        append(what, index.index.vocabulary->concepts()[number].preferred);
      break;
    case LeafKind::acronym:
    case LeafKind::prefix:
    case LeafKind::form:
      what = leaf.word;
      break;
    case LeafKind::phrase:
      for (const std::string& word : leaf.words) what += (what.empty() ? "" : " ") + word;
      break;
  }
  const bool headings = leaf.kind == LeafKind::acronym && leaf.among_capitals;
  return std::string(name_of(leaf.kind)) + " «" + what + "»" + (headings ? ", also where all is in capitals" : "");
}

std::string filter_text(const Filter& filter) {
  std::string text(schema::field_of(filter.field).name);
  text += ":";
  std::string values;
  for (const std::string& value : filter.values) append(values, value);
  if (filter.range.from || filter.range.to) {
    append(values, (filter.range.from ? schema::iso_date(*filter.range.from) : "") + ".." +
                       (filter.range.to ? schema::iso_date(*filter.range.to) : ""));
  }
  return text + " " + values;
}

class Explainer {
 public:
  Explainer(const OpenIndex::Parts& index, const Plan& plan, std::span<const Proof> proofs,
            std::vector<std::string>& lines)
      : index_(index), plan_(plan), proofs_(proofs), lines_(lines) {}

  void node(const PlanNode& node, int depth) {
    std::string line = indent(depth) + describe(node);
    if (node.node->bare) line += "  (as typed, without operators)";
    const Proof& proof = proofs_[node.id];
    if (node.proof) {
      line += "  proved on the record: " + std::to_string(proof.proved) + " of " + std::to_string(proof.candidates) +
              " candidates";
    }
    lines_.push_back(std::move(line));
    if (node.kind == NodeKind::leaf) terms(plan_.leaves[node.leaf], depth + 1);
    for (const PlanNode& child : node.children) this->node(child, depth + 1);
  }

 private:
  static std::string indent(int depth) { return std::string(static_cast<std::size_t>(depth) * 2, ' '); }

  std::string describe(const PlanNode& node) const {
    if (node.kind == NodeKind::leaf) return leaf_text(index_, node.node->leaf);
    std::string text(name_of(node.kind));
    if (node.kind == NodeKind::near) text += " (" + std::to_string(node.node->distance) + " words)";
    if (node.kind == NodeKind::filter) text += " " + filter_text(node.node->filter);
    if (node.kind == NodeKind::scoped) text += " " + scope_text(node.node->scope);
    return text;
  }

  void terms(const PlanLeaf& leaf, int depth) {
    for (const Alternatives& alternatives : leaf.needs) {
      std::string line = indent(depth) + (leaf.exact ? "terms:" : "terms (superset):");
      for (std::size_t i = 0; i < std::min(alternatives.size(), most_terms_shown); ++i) {
        line += " " + alternatives[i].term + " (" + std::to_string(alternatives[i].frequency) + ")";
      }
      if (alternatives.empty()) line += " none in this index";
      if (alternatives.size() > most_terms_shown)
        line += " and " + std::to_string(alternatives.size() - most_terms_shown) + " more";
      lines_.push_back(std::move(line));
    }
  }

  const OpenIndex::Parts& index_;
  const Plan& plan_;
  std::span<const Proof> proofs_;
  std::vector<std::string>& lines_;
};

}  // namespace

std::vector<std::string> explain(const OpenIndex::Parts& index, const ResolvedQuery& query, const Plan& plan,
                                 std::span<const Proof> proofs) {
  std::vector<std::string> lines = {"typed: " + query.typed, "understood: " + query.interpreted};
  for (const Filter& filter : query.filters)
    lines.push_back("filter: " + filter_text(filter) + "  (" + filter.typed + ")");
  lines.push_back("compiled (term and number of items that have it):");
  Explainer(index, plan, proofs, lines).node(plan.root, 1);
  return lines;
}

std::string explain_merits(const Merits& merits, const Candidate& row) {
  const auto decimal = [](std::uint32_t worth) {
    char text[16];
    std::snprintf(text, sizeof text, "%.3f", worth / 1e4);
    return std::string(text);
  };
  std::string line = decimal(merits.sum()) + " =";
  std::string_view sign = " ";
  for (std::size_t i = 0; i < merit_count; ++i) {
    if (merits.worth[i] == 0) continue;
    line += std::string(sign) + std::string(name_of(static_cast<Merit>(i))) + " " + decimal(merits.worth[i]);
    sign = " + ";
  }
  if (row.shown < merits.sum()) line += "  (as " + decimal(row.shown) + ": another file was put first)";
  if (!row.judged) line += "  (not among the first " + std::to_string(judged_items) + " by their words, so not read)";
  return line;
}

}  // namespace minutebook::query
