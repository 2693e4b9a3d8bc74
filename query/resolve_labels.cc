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

void LabelFinder::begin_query() {
  if (words_->lexicon.size() > most_words_) words_ = std::make_unique<Words>(vocabulary_);
}

}  // namespace minutebook::query
