// The terms of an item's document: what of a paper and its items can be found, and with what weight.
// Knows nothing of Xapian's writing or of files. Terms: schema/index_terms.h; weights: schema/version.h.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "indexer/tagging.h"
#include "schema/label_keys.h"
#include "schema/shard.h"

namespace minutebook::indexer {

/// Facets of a paper as values and labels; what it does not state is schema::unknown_value.
struct PaperFacets {
  schema::FacetValue council;
  schema::FacetValue committee;
  schema::FacetValue committee_kind;
  std::vector<schema::FacetValue> portfolios;  ///< at least one
};
PaperFacets facets_of(const schema::Paper& paper);

/// Terms that all items of a paper carry.
std::vector<std::string> paper_terms(const schema::Paper& paper, const PaperFacets& facets, std::string_view paper_id);

/// One term of a document.
struct DocumentTerm {
  std::uint32_t number = 0;  ///< ItemTerms::text() tells what it is
  std::uint32_t impact = 0;  ///< becomes the wdf; 0: only for filters
};

/// An item on its way into the index.
struct ItemSource {
  const schema::Item& item;
  const AnalysedItem& analysed;
  std::string_view id;
  std::span<const std::uint32_t> of_paper;  ///< ItemTerms::numbers_of(paper_terms())
  std::span<const schema::Person> people;   ///< of the paper, with its first item only
};

/// Counts terms with flat counters that are kept from item to item. One builder, one thread.
class ItemTerms {
 public:
  /// Both must outlive it.
  ItemTerms(const schema::Vocabulary& vocabulary, schema::Lexicon& lexicon);

  /// Terms that many items carry, looked up once. They are for filters: without weight.
  std::vector<std::uint32_t> numbers_of(std::span<const std::string> terms);
  /// The terms of an item, each once, in no order. Valid until the next call.
  std::span<const DocumentTerm> of(const ItemSource& source);
  const std::string& text(std::uint32_t number) const { return *terms_[number].text; }

 private:
  using TermNumber = std::uint32_t;  // 0: none

  struct Term {
    const std::string* text = nullptr;
    bool weighted = false;
  };
  /// What a word of the lexicon contributes; made when it is first met.
  struct WordTerms {
    TermNumber stem = 0;
    TermNumber title = 0;
    TermNumber acronym = 0;
    TermNumber person = 0;
    std::uint32_t stem_number = 0;
    std::uint8_t marks = 0;
  };

  TermNumber intern(std::string text, bool weighted);
  WordTerms& word(schema::WordId id);
  void count(TermNumber term, std::uint32_t by);
  void count_flag(std::string text);
  void count_words(const AnalysedPassage& analysed);
  void count_title(const AnalysedPassage& analysed);
  void count_people(bool everyone, const AnalysedPassage& analysed);
  void count_person(schema::WordId id);
  void count_pair(const WordTerms& first, const WordTerms& second);
  void count_spans(const AnalysedPassage& analysed);
  void count_concept(std::uint32_t concept_index);
  void count_label(const schema::ConceptSpan& span, const AnalysedPassage& analysed);
  void count_meanings(std::string_view text, const AnalysedPassage& analysed);
  void count_spellings(std::string_view text, const AnalysedPassage& analysed);
  void count_kinds(const schema::Item& item);
  void count_flags(const ItemSource& source);

  const schema::Vocabulary& vocabulary_;
  schema::Lexicon& lexicon_;
  std::unordered_map<std::string, TermNumber> numbers_;  // its keys are the terms' texts
  std::vector<Term> terms_;
  std::vector<std::uint32_t> counts_;  // by number of the term, in the item at hand; apart, for it is read all the time
  std::vector<TermNumber> met_;        // in the item at hand
  std::vector<WordTerms> words_;
  std::vector<TermNumber> pairs_;     // by the number of the pair
  std::vector<TermNumber> concepts_;  // by number in the vocabulary
  schema::LabelKeys label_keys_;
  std::string stems_;                // of the span at hand
  std::vector<std::uint8_t> marks_;  // of the words of the passage at hand
  std::vector<DocumentTerm> result_;
};

}  // namespace minutebook::indexer
