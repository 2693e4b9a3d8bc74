#include "schema/label_keys.h"

#include <algorithm>

#include "schema/welsh_mutation.h"

namespace minutebook::schema {

LabelKeys::LabelKeys(const Vocabulary& vocabulary, Lexicon& lexicon)
    : vocabulary_(vocabulary), lexicon_(lexicon), labels_(vocabulary.concepts().size()), welsh_(labels_.size()) {}

std::string LabelKeys::key(std::string_view text) {
  std::vector<Token> tokens;
  tokenise(text, lexicon_, tokens);
  std::string made;
  for (const Token& token : tokens) append_stem(made, lexicon_.word(token.word).stem, lexicon_.word(token.word).folded);
  return made;
}

std::string LabelKeys::words(std::string_view text) {
  std::vector<Token> tokens;
  tokenise(text, lexicon_, tokens);
  std::string made;
  for (const Token& token : tokens) append_stem(made, {}, lexicon_.word(token.word).folded);
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
      known->push_back({made, label.text, hidden, label.welsh});
    } else if (same->hidden && !hidden) {
      *same = {made, label.text, false, label.welsh};
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

std::string_view LabelKeys::key_of_span(std::uint32_t concept_index, std::string_view stems, bool welsh) {
  if (welsh) return key_of_welsh_span(concept_index, stems);
  for (const LabelKey& one : of(concept_index)) {
    if (one.key == stems) return one.key;
  }
  return composite_key;
}

const std::vector<LabelKeys::WelshLabel>& LabelKeys::welsh_of(std::uint32_t concept_index) {
  std::optional<std::vector<WelshLabel>>& known = welsh_[concept_index];
  if (known) return *known;
  known.emplace();
  for (const Label& label : vocabulary_.concepts()[concept_index].labels) {
    if (!label.welsh) continue;
    WelshLabel& made = known->emplace_back();
    made.key = key(label.text);
    std::vector<Token> tokens;
    tokenise(label.text, lexicon_, tokens);
    for (const Token& token : tokens) {
      const std::string& word = lexicon_.word(token.word).folded;
      made.words.push_back(mutated_forms(word));
      made.words.back().push_back(word);
    }
  }
  return *known;
}

std::string_view LabelKeys::key_of_welsh_span(std::uint32_t concept_index, std::string_view words) {
  std::vector<std::string_view> span;
  for (std::string_view rest = words; !rest.empty();) {
    span.push_back(rest.substr(0, rest.find(' ')));
    rest.remove_prefix(std::min(rest.size(), span.back().size() + 1));
  }
  const auto is_form = [](const std::vector<std::string>& forms, std::string_view word) {
    return std::find(forms.begin(), forms.end(), word) != forms.end();
  };
  for (const WelshLabel& label : welsh_of(concept_index)) {
    if (std::equal(label.words.begin(), label.words.end(), span.begin(), span.end(), is_form))
      return key_of_span(concept_index, label.key);
  }
  return key_of_span(concept_index, key(words));
}

void append_stem(std::string& key, std::string_view stem, std::string_view folded) {
  if (!key.empty()) key += ' ';
  key += stem.empty() ? folded : stem;
}

}  // namespace minutebook::schema
