// What of a question may be missing, and still counts: the words of a label apart, and words that speak for an item
// without being asked for.
#include <algorithm>

#include "query/boilerplate.h"
#include "query/function_words.h"
#include "query/resolve_words.h"

namespace minutebook::query {

/// "EHCP timeliness": the shorter labels in it, and its other words. A shorter label of the same concept is no part.
std::vector<Node> WordReader::parts_of_label(const Run& run, const Piece& piece) {
  const std::vector<schema::QueryLabel> labels = labels_inside(run, piece);
  std::vector<std::string> folded;
  for (std::size_t i = 0; i < piece.count; ++i) folded.push_back(word(run.tokens[piece.first + i]).folded);
  const std::vector<bool> optional = optional_words(folded);
  std::vector<Node> parts;
  for (std::size_t at = 0; at < piece.count;) {
    const auto label = std::find_if(labels.begin(), labels.end(), [at](const auto& one) { return one.first == at; });
    if (label == labels.end()) {
      if (!optional[at]) parts.push_back(stem_node(run.tokens[piece.first + at]));
      ++at;
      continue;
    }
    Node& part = parts.emplace_back(stem_node(run.tokens[piece.first + at]));
    part.leaf.kind = LeafKind::concept_;
    part.leaf.concepts = label->concepts;
    part.end = run.tokens[piece.first + at + label->count - 1].end;
    part.leaf.typed = typed(part.begin, part.end);
    at += label->count;
  }
  return parts;
}

/// Labels of other concepts among the words of a label; none of all its words.
std::vector<schema::QueryLabel> WordReader::labels_inside(const Run& run, const Piece& piece) {
  std::vector<schema::QueryLabel> best;
  const auto words = std::span(run.tokens).subspan(piece.first, piece.count);
  for (std::size_t skipped = 0; skipped < 2; ++skipped) {
    std::vector<schema::QueryLabel> found = labels_.find(words.subspan(skipped, words.size() - 1));
    std::erase_if(found, [&](const schema::QueryLabel& label) { return label.concepts == piece.span->concepts; });
    for (schema::QueryLabel& label : found) label.first += static_cast<std::uint32_t>(skipped);
    const auto most = [](const auto& labels) {
      std::uint32_t words_covered = 0;
      for (const schema::QueryLabel& label : labels) words_covered += label.count;
      return words_covered;
    };
    if (most(found) > most(best)) best = std::move(found);
  }
  return best;
}

Node WordReader::also_in_lists(Node node) {
  if (node.kind != NodeKind::leaf || node.leaf.kind != LeafKind::concept_) return node;
  std::vector<schema::Token> tokens;
  schema::tokenise(node.leaf.typed, labels_.lexicon(), tokens);
  Node words = phrase_node(tokens);
  if (words.leaf.words.empty()) return node;
  if (tokens.size() == 1) {
    const schema::Word& label = word(tokens.front());
    std::string capitals = label.singular;
    std::transform(capitals.begin(), capitals.end(), capitals.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    const bool acronym = labels_.is_acronym(label.acronym ? label.capitals : capitals);
    // One with several meanings says nothing without the words round it.
    if (acronym && node.leaf.concepts.size() > 1) return node;
    words.leaf.kind = acronym ? LeafKind::acronym : LeafKind::form;
    words.leaf.word = acronym ? (label.acronym ? label.capitals : capitals) : label.folded;
    words.leaf.words.clear();
  }
  words.leaf.typed = node.leaf.typed;
  Node lists;
  lists.kind = NodeKind::scoped;
  lists.scope.kinds.assign(boilerplate_kinds().begin(), boilerplate_kinds().end());
  Node either;
  either.kind = NodeKind::any_of;
  either.bare = node.bare;
  either.parts = std::move(node.parts);
  node.parts.clear();
  node.bare = false;
  either.begin = words.begin = lists.begin = node.begin;
  either.end = words.end = lists.end = node.end;
  lists.children.push_back(std::move(words));
  either.children = {std::move(node), std::move(lists)};
  return either;
}

/// "Has anyone looked at …" asks for reviews, whatever verb it uses.
void WordReader::note_question(const Run& run, const std::vector<bool>& optional) {
  for (std::size_t at = 0; at < optional.size(); ++at) {
    if (optional[at] && is_reporting_verb(word(run.tokens[at]).folded)) asks_for_reviews_ = true;
  }
}

std::vector<Node> WordReader::favoured() {
  if (!asks_for_reviews_) return {};
  Node review;
  review.kind = NodeKind::leaf;
  review.leaf.typed = "review";
  review.leaf.stem = labels_.lexicon().word(labels_.lexicon().id_of(review.leaf.typed)).stem;
  Node group = review;
  group.leaf = Leaf{.kind = LeafKind::phrase, .typed = "task and finish", .words = {"task", "and", "finish"}};
  return {review, group};
}

}  // namespace minutebook::query
