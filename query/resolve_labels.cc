#include "query/resolve_labels.h"

#include "query/limits.h"

namespace minutebook::query {

LabelFinder::LabelFinder(const schema::Vocabulary& vocabulary)
    : vocabulary_(vocabulary),
      words_(std::make_unique<Words>(vocabulary)),
      most_words_(words_->lexicon.size() + max_words_remembered) {
  for (const schema::Concept& row : vocabulary.concepts()) {
    for (const schema::Label& label : row.labels) {
      if (label.kind == schema::LabelKind::acronym || label.kind == schema::LabelKind::ambiguous)
        acronyms_.insert(label.text);
    }
  }
}

bool LabelFinder::begins_label(const std::string& folded_words) {
  constexpr std::size_t most_words = 4;
  if (beginnings_.empty()) {
    schema::Lexicon lexicon;
    std::vector<schema::Token> tokens;
    for (const schema::Concept& row : vocabulary_.concepts()) {
      for (const schema::Label& label : row.labels) {
        tokens.clear();
        schema::tokenise(label.text, lexicon, tokens);
        std::string words;
        for (std::size_t i = 0; i + 1 < tokens.size() && i < most_words; ++i) {
          words += (i == 0 ? "" : " ") + lexicon.word(tokens[i].word).folded;
          if (i > 0) beginnings_.insert(words);
        }
      }
    }
  }
  return beginnings_.contains(folded_words);
}

void LabelFinder::begin_query() {
  if (words_->lexicon.size() > most_words_) words_ = std::make_unique<Words>(vocabulary_);
}

}  // namespace minutebook::query
