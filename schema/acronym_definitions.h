// Acronyms that a paper defines itself: "Long Form (ACR)", "ACR (Long Form)", "ACR – Long Form". What it says beats the
// vocabulary. For schema/ only. Knows only acronyms of the vocabulary; nothing of context or scores.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/label_table.h"
#include "schema/long_forms.h"

namespace minutebook::schema {

/// What a paper means by an acronym.
struct AcronymSense {
  bool foreign = false;  ///< something the vocabulary has no label for: the acronym does not count in the paper
  std::uint32_t concept_index = 0;
  bool hint = false;  ///< the acronym speaks for the concept, but does not name it
  bool operator==(const AcronymSense&) const = default;
};

class AcronymDefinitions {
 public:
  AcronymDefinitions(const LabelTable& labels, const Lexicon& lexicon) : labels_(labels), lexicon_(lexicon) {}

  /// Forgets the paper before.
  void clear() { senses_.clear(); }
  /// Reads the definitions of a passage whose candidates are ordered by (first, count).
  void read(std::string_view text, std::span<const Token> tokens, std::span<const LabelCandidate> candidates);
  /// By LabelEntry::symbol; nullopt: not defined, or defined in two ways.
  std::optional<AcronymSense> sense_of(std::uint32_t symbol) const;

 private:
  struct Passage {
    TokenisedText words;
    std::span<const LabelCandidate> candidates;
    /// Candidates that begin at a token of [from, to).
    std::span<const LabelCandidate> beginning_in(std::uint32_t from, std::uint32_t to) const;
  };
  void read_acronym(const Passage& passage, std::span<const LabelCandidate> group);
  std::optional<AcronymSense> sense_before(const Passage& passage, std::span<const LabelCandidate> group) const;
  std::optional<AcronymSense> sense_after(const Passage& passage, std::span<const LabelCandidate> group) const;
  std::optional<AcronymSense> judge(const Passage& passage, std::span<const LabelCandidate> group,
                                    const LabelCandidate* label, LongForm form) const;
  bool speaks_of(const Passage& passage, const LabelEntry& acronym, LongForm form) const;

  const LabelTable& labels_;
  const Lexicon& lexicon_;
  std::unordered_map<std::uint32_t, std::optional<AcronymSense>> senses_;  // nullopt: two definitions that differ
};

}  // namespace minutebook::schema
