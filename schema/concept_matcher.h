// Finding labels of the vocabulary in text: the same rules for papers (with context, definitions, masks) and for
// queries. Knows nothing of items, facets or scores. Rules: longest match over words; acronyms in their own case; see
// each function.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis.h"
#include "schema/vocabulary.h"

namespace minutebook::schema {

// Expressions of composite concepts are patterns over the words of a passage, compared folded, in order, in a sentence:
//   timeliness       that word               week*           words that begin so
//   (20|twenty)      one of several          #               any number
//   exceed* ~3 week  up to three words may stand between the two
//   -as late as      begins with "-": what it matches, and any expression that overlaps it, is none

/// Tokens [first, first + count) of a passage are a label (or a composite's expression) of a concept.
struct ConceptSpan {
  std::uint32_t concept_index = 0;
  std::uint32_t first = 0;
  std::uint32_t count = 0;
  bool operator==(const ConceptSpan&) const = default;
};

/// A passage as the matcher sees it.
struct MatchablePassage {
  std::string_view text;
  std::span<const Token> tokens;
  bool heading = false;     ///< titles, headings, front-sheet fields: weak labels count here
  bool masked = false;      ///< membership lists, implications "N/A", tick tables: nothing is tagged
  std::uint32_t item = 0;   ///< passages of one item share this number
  bool welsh = false;       ///< Welsh labels stand in Welsh text alone
  bool item_title = false;  ///< the heading that names the item: composites may let it speak for the item's paragraphs
};

/// What a passage says, each ordered by (first, count descending, concept).
struct MatchedPassage {
  std::vector<ConceptSpan> spans;  ///< labels of concepts: mentions. The longest of those that overlap
  std::vector<ConceptSpan> hints;  ///< words that speak for a topic but do not name it; spans may stand inside them
};

/// A label of the vocabulary typed in a query.
struct QueryLabel {
  std::uint32_t first = 0;  ///< tokens of the query
  std::uint32_t count = 0;
  std::vector<std::uint32_t> concepts;  ///< several for an ambiguous acronym
  bool word_too = false;                ///< the plain word is meant as well ("both", and ambiguous acronyms)
};

class ConceptMatcher {
 public:
  /// Words of labels are looked up in `lexicon`, which must outlive the matcher; the matcher follows the lexicon as it
  /// grows.
  ConceptMatcher(const Vocabulary& vocabulary, Lexicon& lexicon);
  ~ConceptMatcher();
  ConceptMatcher(const ConceptMatcher&) = delete;
  ConceptMatcher& operator=(const ConceptMatcher&) = delete;

  /// What all passages of one paper say, in order of the passages. `masks`: names under which nothing is tagged in this
  /// paper (its council, committee, portfolios), besides the vocabulary's own.
  std::vector<MatchedPassage> match(std::span<const MatchablePassage> passages, std::span<const std::string> masks);
  /// Longest labels in a query, left to right, not overlapping. Acronyms in any case; lower case by their flag; plural
  /// and possessive free. Hints are plain words here, and labels inside them are found.
  std::vector<QueryLabel> match_query(std::span<const Token> tokens);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace minutebook::schema
