// Finding one leaf of a query (a stem, a label, capitals, a phrase, a beginning, an exact form) among the words of a
// passage of one shard. Knows nothing of trees, items or text.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "query/evaluate_plan.h"
#include "schema/shard.h"

namespace minutebook::query {

/// Words first..last (both included) of a passage.
struct WordSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  auto operator<=>(const WordSpan&) const = default;
};

/// A set of words of a shard.
class WordSet {
 public:
  WordSet() = default;
  WordSet(std::vector<schema::WordId> words, std::uint32_t word_count);
  bool has(schema::WordId word) const;
  bool empty() const { return few_.empty() && bits_.empty(); }

 private:
  std::vector<schema::WordId> few_;  // a handful is searched faster than looked up
  std::vector<std::uint64_t> bits_;
};

class LeafMatcher {
 public:
  /// Both must outlive the matcher.
  LeafMatcher(const PlanLeaf& leaf, const schema::Shard& shard);

  bool found_in(const schema::ForwardPassage& passage) const;
  /// Appends every place where the leaf stands, in order.
  void find(const schema::ForwardPassage& passage, std::vector<WordSpan>& spans) const;

 private:
  template <typename Visit>
  void visit(const schema::ForwardPassage& passage, Visit visit) const;

  bool capitals_tell(const schema::ForwardPassage& passage) const;
  bool label_stands(const schema::ForwardPassage& passage, const schema::ConceptSpan& span) const;

  const PlanLeaf& leaf_;
  const schema::Shard& shard_;
  std::vector<WordSet> words_;  // of a phrase one set for each word, else one
  WordSet acronyms_;            // of an exact form: the words of `words_` that are acronyms
};

/// Words of a shard that a stem leaf stands for: all with its stem, of the unstemmed ones the word itself.
std::vector<schema::WordId> stem_words(const schema::Shard& shard, const Leaf& leaf);
/// Words of a shard that a folded word of a phrase stands for; a last "*" stands for any ending.
std::vector<schema::WordId> phrase_words(const schema::Shard& shard, const std::string& word);

/// For each word of a passage: does it belong to the name of a person (schema/word_marks.h)? who:Long finds "Councillor
/// T Long", not "a long meeting".
std::vector<bool> named_words(const schema::Shard& shard, const schema::ForwardPassage& passage);

}  // namespace minutebook::query
