#include "schema/composite_matcher.h"

#include <algorithm>

namespace minutebook::schema {

namespace {

bool overlap(const ConceptSpan& a, const ConceptSpan& b) {
  return a.first < b.first + b.count && b.first < a.first + a.count;
}

void append_matches(const WordPattern& pattern, const MatchablePassage& passage, const Lexicon& lexicon,
                    std::uint32_t concept_index, std::vector<ConceptSpan>& found) {
  for (std::uint32_t first = 0; first < passage.tokens.size(); ++first) {
    const std::uint32_t count = pattern.match(passage.text, passage.tokens, first, lexicon);
    if (count > 0) found.push_back({concept_index, first, count});
  }
}

}  // namespace

CompositeMatcher::CompositeMatcher(const Vocabulary& vocabulary, const Composite& composite)
    : concept_index_(composite.concept_index),
      heading_counts_(composite.heading_counts),
      parts_(vocabulary.concepts().size()) {
  for (const std::uint32_t part : composite.of) {
    parts_[part] = true;
    for (const std::uint32_t below : vocabulary.concepts()[part].descendants) parts_[below] = true;
  }
  // The composite often stands below its own part; its labels count by themselves and need no expression.
  parts_[concept_index_] = false;
  for (const std::string& expression : composite.expressions) {
    WordPattern pattern(expression);
    (pattern.excludes() ? excluded_ : wanted_).push_back(std::move(pattern));
  }
}

void CompositeMatcher::match(const MatchablePassage& passage, std::span<const ConceptSpan> labels,
                             const Lexicon& lexicon, std::vector<ConceptSpan>& found) {
  const bool here = std::any_of(labels.begin(), labels.end(),
                                [this](const ConceptSpan& span) { return is_part(span.concept_index); });
  if (passage.item_title || passage.item != item_) title_names_part_ = passage.item_title && here;
  item_ = passage.item;
  const bool above = heading_counts_ && title_names_part_ && !passage.heading;
  if (!here && !above) return;
  const std::vector<ConceptSpan> matched = expressions(passage, lexicon);
  if (matched.empty()) return;
  found.insert(found.end(), matched.begin(), matched.end());
  for (const ConceptSpan& span : labels) {
    if (is_part(span.concept_index)) found.push_back({concept_index_, span.first, span.count});
  }
}

std::vector<ConceptSpan> CompositeMatcher::expressions(const MatchablePassage& passage, const Lexicon& lexicon) const {
  std::vector<ConceptSpan> matched;
  for (const WordPattern& pattern : wanted_) append_matches(pattern, passage, lexicon, concept_index_, matched);
  if (matched.empty()) return matched;
  std::vector<ConceptSpan> no_expression;
  for (const WordPattern& pattern : excluded_) append_matches(pattern, passage, lexicon, concept_index_, no_expression);
  std::erase_if(matched, [&](const ConceptSpan& span) {
    return std::any_of(no_expression.begin(), no_expression.end(),
                       [&](const ConceptSpan& other) { return overlap(span, other); });
  });
  return matched;
}

}  // namespace minutebook::schema
