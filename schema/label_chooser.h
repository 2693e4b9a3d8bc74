// Which label candidates of a passage count: context, definitions, headings, masks, and the longest of those that
// overlap. For schema/ only. Knows nothing of composites or of other passages but through AcronymDefinitions.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "schema/acronym_definitions.h"
#include "schema/concept_matcher.h"
#include "schema/label_table.h"
#include "schema/name_masks.h"

namespace minutebook::schema {

/// The order of spans in a passage: by (first, count descending, concept).
bool stands_before(const ConceptSpan& a, const ConceptSpan& b);

class LabelChooser {
 public:
  struct Rules {
    const Vocabulary& vocabulary;
    const LabelTable& labels;
    const AcronymDefinitions& definitions;  ///< of this paper
    const NameMasks& vocabulary_masks;
    const NameMasks& paper_masks;
  };
  LabelChooser(const Rules& rules, const MatchablePassage& passage) : rules_(rules), passage_(passage) {}

  /// `candidates` are ordered by (first, count).
  MatchedPassage choose(std::span<const LabelCandidate> candidates);

 private:
  struct Hit {
    ConceptSpan span;
    bool acronym = false;
    bool hint = false;
  };

  void judge_group(std::span<const LabelCandidate> group);
  void judge_by_context(std::span<const LabelCandidate> group);
  bool acronym_stands(const LabelCandidate& candidate);
  bool all_capitals();
  void accept(const LabelCandidate& candidate, std::uint32_t concept_index, bool hint);
  static std::vector<Hit> longest_of(const std::vector<Hit>& hits);
  void keep_longest();
  void keep_weak();

  const Rules& rules_;
  const MatchablePassage& passage_;
  std::vector<Hit> hits_;
  std::vector<Hit> weak_;
  int capitals_ = -1;  // not looked at yet
};

}  // namespace minutebook::schema
