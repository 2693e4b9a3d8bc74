#include "query/review_subject.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "schema/analysis.h"

namespace minutebook::query {

namespace {

/// "review", or a label of the vocabulary such as "task group".
bool only_review_words(const std::string& typed) {
  constexpr auto words =
      std::to_array<std::string_view>({"and", "finish", "group", "groups", "inquiry", "party", "review", "reviewed",
                                       "reviews", "scrutiny", "spotlight", "task", "working"});
  schema::Lexicon lexicon;
  std::vector<schema::Token> tokens;
  schema::tokenise(typed, lexicon, tokens);
  return !tokens.empty() && std::all_of(tokens.begin(), tokens.end(), [&](const schema::Token& token) {
    return std::find(words.begin(), words.end(), lexicon.word(token.word).folded) != words.end();
  });
}

/// What was typed of a word or label, which may stand beside other readings of it; null: it is something else.
const std::string* typed_of(const Node& node) {
  const bool readings = node.kind == NodeKind::any_of && !node.children.empty();
  const Node& first = readings ? node.children.front() : node;
  return node.bare && first.kind == NodeKind::leaf ? &first.leaf.typed : nullptr;
}

}  // namespace

ResolvedQuery without_review_words(const ResolvedQuery& asked) {
  ResolvedQuery subject = asked;
  std::vector<std::string> left_out;
  std::erase_if(subject.tree.children, [&](const Node& node) {
    const std::string* typed = typed_of(node);
    const bool of_reviews = typed != nullptr && only_review_words(*typed);
    if (of_reviews) left_out.push_back(*typed);
    return of_reviews;
  });
  if (subject.tree.children.empty()) return asked;
  std::erase_if(subject.expansions, [&](const Expansion& one) {
    return std::find(left_out.begin(), left_out.end(), one.of) != left_out.end();
  });
  subject.optional.insert(subject.optional.end(), left_out.begin(), left_out.end());
  return subject;
}

}  // namespace minutebook::query
