// Which label of its concept a span of words is: keys under which labels are indexed, counted and left out one by one.
// Knows nothing of passages or indexes. Labels with the same stems are one: "annual review", "Annual Reviews".
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis.h"
#include "schema/vocabulary.h"

namespace minutebook::schema {

/// Key of a span that is no label of its concept by itself: a label and an expression that make a composite concept.
inline constexpr std::string_view composite_key = "*";

struct LabelKey {
  std::string key;      ///< stems, joined by spaces
  std::string label;    ///< as the vocabulary writes it; the first that may be shown of those with the key
  bool hidden = false;  ///< a misspelling: searched, never shown
};

class LabelKeys {
 public:
  /// Both must outlive it. Labels are looked at when their concept is first asked about.
  LabelKeys(const Vocabulary& vocabulary, Lexicon& lexicon);

  /// Key of a text, whether or not it is a label.
  std::string key(std::string_view text);
  /// The labels of a concept, hints left out, each key once, in the order of the vocabulary.
  const std::vector<LabelKey>& of(std::uint32_t concept_index);
  /// Key of a label of one concept alone: "ehc-plans/ehcp".
  std::string key_within(std::uint32_t concept_index, std::string_view key) const;
  /// How people are shown the key composite_key of a concept: "EHCP timeliness (in several words)".
  std::string composite_label(std::uint32_t concept_index) const;
  /// `stems` if a label of the concept has this key, else composite_key.
  std::string_view key_of_span(std::uint32_t concept_index, std::string_view stems);

 private:
  const Vocabulary& vocabulary_;
  Lexicon& lexicon_;
  std::vector<std::optional<std::vector<LabelKey>>> labels_;  // by concept
};

/// Adds a word to a key.
void append_stem(std::string& key, std::string_view stem, std::string_view folded);

}  // namespace minutebook::schema
