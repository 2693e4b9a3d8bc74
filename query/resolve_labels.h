// The labels of a vocabulary, ready to be found in queries: made once (milliseconds), used for many.
// Knows nothing of syntax trees. Serves one thread at a time.
#pragma once

#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "schema/analysis.h"
#include "schema/concept_matcher.h"
#include "schema/label_keys.h"
#include "schema/vocabulary.h"

namespace minutebook::query {

class LabelFinder {
 public:
  /// `vocabulary` must outlive it.
  explicit LabelFinder(const schema::Vocabulary& vocabulary);

  /// Words of the queries. Tokens and words of it are valid until the next call of begin_query().
  schema::Lexicon& lexicon() { return words_->lexicon; }
  /// To be called before a query is read: forgets the words of earlier ones when they have become many.
  void begin_query();
  /// Longest labels, left to right; see schema::ConceptMatcher::match_query.
  std::vector<schema::QueryLabel> find(std::span<const schema::Token> tokens) {
    return words_->matcher.match_query(tokens);
  }
  /// Keys of labels (schema/label_keys.h).
  schema::LabelKeys& keys() { return words_->keys; }
  /// True if a label of the vocabulary with more words begins with these folded words: "home to school".
  bool begins_label(const std::string& folded_words);
  /// Capitals without plural ending that are an acronym of the vocabulary, ambiguous ones included.
  bool is_acronym(const std::string& capitals) const { return acronyms_.contains(capitals); }

 private:
  struct Words {
    explicit Words(const schema::Vocabulary& vocabulary) : matcher(vocabulary, lexicon), keys(vocabulary, lexicon) {}
    schema::Lexicon lexicon;
    schema::ConceptMatcher matcher;
    schema::LabelKeys keys;
  };

  const schema::Vocabulary& vocabulary_;
  std::unique_ptr<Words> words_;
  std::size_t most_words_ = 0;
  std::set<std::string> acronyms_;
  std::set<std::string> beginnings_;  // of labels, two to four words; filled when first asked about
};

}  // namespace minutebook::query
