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
  bool welsh = false;
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
  /// Folded words of a text with spaces between: what stems of Welsh text are.
  std::string words(std::string_view text);
  /// `stems` if a label of the concept has this key, else composite_key. `welsh`: they are of Welsh text, where Welsh
  /// labels stand in any mutated form and English ones as folded words.
  std::string_view key_of_span(std::uint32_t concept_index, std::string_view stems, bool welsh = false);

 private:
  /// A Welsh label of a concept: for each of its words the forms it is met in.
  struct WelshLabel {
    std::vector<std::vector<std::string>> words;
    std::string key;
  };
  const std::vector<WelshLabel>& welsh_of(std::uint32_t concept_index);
  std::string_view key_of_welsh_span(std::uint32_t concept_index, std::string_view words);

  const Vocabulary& vocabulary_;
  Lexicon& lexicon_;
  std::vector<std::optional<std::vector<LabelKey>>> labels_;  // by concept, as is the next
  std::vector<std::optional<std::vector<WelshLabel>>> welsh_;
};

/// Adds a word to a key.
void append_stem(std::string& key, std::string_view stem, std::string_view folded);

}  // namespace minutebook::schema
