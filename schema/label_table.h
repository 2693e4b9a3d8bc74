// All labels of a vocabulary as a trie over words, and the words of a lexicon as its symbols: where labels may stand in
// a text or a query. For schema/ only. Knows nothing of context, masks or which candidate wins.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "schema/analysis.h"
#include "schema/label_words.h"
#include "schema/vocabulary.h"

namespace minutebook::schema {

/// A label as the matcher needs it.
struct LabelEntry {
  std::uint32_t concept_index = 0;
  LabelKind kind = LabelKind::alternative;
  LowerCaseMeaning lower = LowerCaseMeaning::acronym;
  std::uint32_t symbol = 0;  ///< of a label that is one word in its own case (an acronym): that word; else 0
  bool has_comma = false;
  bool needs_context = false;  ///< ambiguous, or the lower-case form of an acronym
  bool hint = false;           ///< speaks for the topic, names it not
};

/// Tokens [first, first + count) of a text might be the label.
struct LabelCandidate {
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  std::uint32_t label = 0;
};

class LabelTable {
 public:
  LabelTable(const Vocabulary& vocabulary, Lexicon& lexicon);

  const LabelEntry& label(std::uint32_t number) const { return labels_[number]; }
  /// To be called when the lexicon may have grown, before the others.
  void follow_lexicon();
  /// Appends every label of a text that the words and what stands between them allow, ordered by (first, count). Welsh
  /// labels stand in Welsh text alone, each word in any of its mutated forms; English ones in both.
  void find(std::string_view text, std::span<const Token> tokens, bool welsh, std::vector<LabelCandidate>& found);
  /// The same for a query: acronyms in any case, whatever stands between words.
  void find_in_query(std::span<const Token> tokens, std::vector<LabelCandidate>& found) const;
  /// Symbol of a word that is an acronym of the vocabulary, compared in its own case; 0: it is none.
  std::uint32_t acronym_symbol(WordId word) const { return symbols_[word_symbols_[word]][own_case]; }
  /// True if a word of any label of the concept has this singular.
  bool has_word(std::uint32_t concept_index, const std::string& singular) const;

 private:
  /// A word of the lexicon as labels see it: in any case and in its own; 0: no label has it.
  using WordSymbols = std::array<std::uint32_t, 2>;
  static constexpr std::size_t any_case = 0;
  static constexpr std::size_t own_case = 1;
  struct TextInput {
    std::string_view text;
    std::span<const Token> tokens;
    bool welsh = false;
  };
  struct Node {
    std::vector<std::uint32_t> labels;
    std::uint32_t children = 0;
  };
  struct Walk;

  void add_label(std::uint32_t concept_index, const Label& label, Lexicon& lexicon);
  std::uint32_t symbol_of(const LabelWord& word, bool welsh, Lexicon& lexicon);
  void add_forms(const LabelWord& word, std::uint32_t symbol, Lexicon& lexicon);
  void follow_lexicon_in_welsh();
  std::vector<std::uint32_t> welsh_symbols(const Word& word) const;
  std::span<const std::uint32_t> symbols_in(const TextInput& input, std::uint32_t token) const;
  std::uint32_t child(std::uint32_t node, Gap gap, std::uint32_t symbol) const;
  void walk(const Walk& walk, std::uint32_t node, std::uint32_t next, bool comma,
            std::vector<LabelCandidate>& found) const;
  void walk_query(std::span<const Token> tokens, std::uint32_t first, std::uint32_t node, std::uint32_t next,
                  std::vector<LabelCandidate>& found) const;
  std::vector<std::uint32_t> query_symbols(WordId word) const;

  const Lexicon& lexicon_;
  std::vector<LabelEntry> labels_;
  std::vector<Node> nodes_;
  std::unordered_map<std::uint64_t, std::uint32_t> children_;      // node, gap and symbol -> node
  std::vector<std::uint32_t> first_nodes_;                         // symbol -> node reached from the root; 0: none
  std::unordered_map<std::string, std::uint32_t> symbols_by_key_;  // LabelWord::key -> symbol, from 1
  std::unordered_multimap<std::string, std::uint32_t> own_symbols_by_folded_;
  std::vector<std::uint32_t> word_symbols_;  // WordId -> place in symbols_; 0: no label has the word
  std::vector<WordSymbols> symbols_;
  // Of Welsh labels: key of a word in any of its forms -> symbols of the labels' words.
  std::unordered_map<std::string, std::vector<std::uint32_t>> welsh_forms_;
  std::vector<std::uint32_t> welsh_places_;              // WordId -> place in welsh_words_, as far as Welsh was read
  std::vector<std::vector<std::uint32_t>> welsh_words_;  // all symbols of a word in Welsh text; the first has none
  std::vector<std::vector<std::string>> concept_words_;  // sorted singulars
};

}  // namespace minutebook::schema
