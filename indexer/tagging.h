// Analysing and tagging a paper: the tokens and concept spans of its passages, the topics of its items with their
// evidence. Knows nothing of files or Xapian. The matching itself is schema/concept_matcher.h.
#pragma once

#include <string>
#include <unordered_set>
#include <vector>

#include "schema/concept_matcher.h"
#include "schema/paper.h"

namespace minutebook::indexer {

struct AnalysedPassage {
  std::vector<schema::Token> tokens;
  std::vector<schema::ConceptSpan> spans;  ///< mentions of concepts: what is stored
  std::vector<schema::ConceptSpan> hints;  ///< what speaks for topics besides
};

struct AnalysedItem {
  std::vector<AnalysedPassage> passages;  ///< one for each passage of the item
};

class Tagger {
 public:
  /// Both must outlive the tagger.
  Tagger(const schema::Vocabulary& vocabulary, schema::Lexicon& lexicon);

  /// Analyses all items of a paper and sets `topics` of each: at most eight that the item is about, most telling first,
  /// then those above them. Membership lists and boilerplate are analysed but not tagged, nor are the names of the
  /// paper's council, committee and portfolios.
  std::vector<AnalysedItem> tag(schema::Paper& paper);

 private:
  /// What speaks for a topic in an item.
  struct Score;
  /// Where a span stands.
  struct Place {
    const schema::Passage& passage;
    const std::vector<schema::Token>& tokens;
    std::uint32_t number = 0;  ///< of the passage in the item
  };

  void keep_welsh(const schema::Item& item, AnalysedItem& analysed);
  void add_weak_label(std::size_t concept_index, const std::string& text);
  std::vector<schema::TopicEvidence> topics_of(const schema::Paper& paper, std::size_t item,
                                               const AnalysedItem& analysed) const;
  void add_span(const Place& place, const schema::ConceptSpan& span, Score& score) const;
  bool is_about(const Score& score) const;
  double weight_in_text(const Place& place, const schema::ConceptSpan& span) const;
  bool is_weak(const Place& place, const schema::ConceptSpan& span) const;
  std::vector<schema::TopicEvidence> with_ancestors(const std::vector<Score>& chosen) const;

  const schema::Vocabulary& vocabulary_;
  schema::Lexicon& lexicon_;
  schema::ConceptMatcher matcher_;
  std::vector<std::unordered_set<std::string>> weak_labels_;  // by concept: their words' singulars
};

}  // namespace minutebook::indexer
