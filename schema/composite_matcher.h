// Composite concepts in a passage: a label of one of their parts and an expression beside it.
// For schema/ only. Knows nothing of how labels were found.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "schema/concept_matcher.h"
#include "schema/word_pattern.h"

namespace minutebook::schema {

class CompositeMatcher {
 public:
  CompositeMatcher(const Vocabulary& vocabulary, const Composite& composite);

  /// Forgets the paper before.
  void clear() { title_names_part_ = false; }
  /// Appends to `found` a span for each expression and for each label of a part among `labels`, if the passage has
  /// both. Passages come in order; where the composite lets headings count, the title of an item may hold the label.
  void match(const MatchablePassage& passage, std::span<const ConceptSpan> labels, const Lexicon& lexicon,
             std::vector<ConceptSpan>& found);

 private:
  bool is_part(std::uint32_t concept_index) const { return parts_[concept_index]; }
  std::vector<ConceptSpan> expressions(const MatchablePassage& passage, const Lexicon& lexicon) const;

  std::uint32_t concept_index_;
  bool heading_counts_;
  std::vector<bool> parts_;  // concepts in `of` and those below them
  std::vector<WordPattern> wanted_;
  std::vector<WordPattern> excluded_;
  std::uint32_t item_ = 0;  // whose title was looked at
  bool title_names_part_ = false;
};

}  // namespace minutebook::schema
