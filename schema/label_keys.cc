#include "schema/label_keys.h"

#include <algorithm>

namespace minutebook::schema {

LabelKeys::LabelKeys(const Vocabulary& vocabulary, Lexicon& lexicon)
    : vocabulary_(vocabulary), lexicon_(lexicon), labels_(vocabulary.concepts().size()) {}

std::string LabelKeys::key(std::string_view text) {
  std::vector<Token> tokens;
  tokenise(text, lexicon_, tokens);
  std::string made;
  for (const Token& token : tokens) append_stem(made, lexicon_.word(token.word).stem, lexicon_.word(token.word).folded);
  return made;
}

const std::vector<LabelKey>& LabelKeys::of(std::uint32_t concept_index) {
  std::optional<std::vector<LabelKey>>& known = labels_[concept_index];
  if (known) return *known;
  known.emplace();
  for (const Label& label : vocabulary_.concepts()[concept_index].labels) {
    const bool hidden = label.kind == LabelKind::hidden;
    const std::string made = key(label.text);
    const auto same = std::find_if(known->begin(), known->end(), [&](const LabelKey& one) { return one.key == made; });
    if (same == known->end()) {
      known->push_back({made, label.text, hidden});
    } else if (same->hidden && !hidden) {
      *same = {made, label.text, false};
    }
  }
  return *known;
}

std::string LabelKeys::key_within(std::uint32_t concept_index, std::string_view key) const {
  return vocabulary_.concepts()[concept_index].id + "/" + std::string(key);
}

std::string LabelKeys::composite_label(std::uint32_t concept_index) const {
  return vocabulary_.concepts()[concept_index].preferred + " (in several words)";
}

std::string_view LabelKeys::key_of_span(std::uint32_t concept_index, std::string_view stems) {
  for (const LabelKey& one : of(concept_index)) {
    if (one.key == stems) return one.key;
  }
  return composite_key;
}

void append_stem(std::string& key, std::string_view stem, std::string_view folded) {
  if (!key.empty()) key += ' ';
  key += stem.empty() ? folded : stem;
}

}  // namespace minutebook::schema
