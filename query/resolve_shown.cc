// What the answer says of labels that were added to a query.
#include <algorithm>
#include <set>

#include "query/limits.h"
#include "query/resolve_words.h"

namespace minutebook::query {

void WordReader::note_expansion(const Leaf& leaf) {
  for (const Expansion& known : expansions_) {
    if (known.of == leaf.typed && known.concepts == leaf.concepts) return;
  }
  Expansion made;
  made.of = leaf.typed;
  if (!context_.only) made.to = shown_labels(leaf.typed, leaf.concepts);
  made.concepts = leaf.concepts;
  made.leaf = leaf;
  expansions_.push_back(std::move(made));
}

void WordReader::note_mined(Expansion expansion) {
  for (const Expansion& known : expansions_) {
    if (known.of == expansion.of && known.to == expansion.to) return;
  }
  expansions_.push_back(std::move(expansion));
}

/// The preferred labels first, then others; spellings that differ by a plural or a hyphen are shown once. Welsh ones to
/// who reads Welsh or typed one, then before the English ones.
std::vector<std::string> WordReader::shown_labels(const std::string& of, const std::vector<std::uint32_t>& concepts) {
  std::vector<std::string> shown;
  std::set<std::string> keys = {label_key(of)};
  const auto show = [&](const std::string& label) {
    const bool left_out = std::find(without_.begin(), without_.end(), labels_.keys().key(label)) != without_.end();
    if (!left_out && shown.size() < max_labels_shown && keys.insert(label_key(label)).second) shown.push_back(label);
  };
  const auto show_all = [&](bool welsh) {
    for (const std::uint32_t number : concepts) {
      for (const schema::Label& label : context_.vocabulary.concepts()[number].labels) {
        const bool for_people = label.kind != schema::LabelKind::hidden && label.kind != schema::LabelKind::weak;
        if (for_people && label.welsh == welsh) show(label.text);
      }
    }
  };
  const bool welsh = context_.welsh || typed_in_welsh(of, concepts);
  for (const std::uint32_t number : concepts) show(context_.vocabulary.concepts()[number].shown(welsh));
  if (welsh) show_all(true);
  if (welsh) {
    for (const std::uint32_t number : concepts) show(context_.vocabulary.concepts()[number].preferred);
  }
  show_all(false);
  return shown;
}

/// Whether the words are a Welsh label of one of the concepts.
bool WordReader::typed_in_welsh(const std::string& of, const std::vector<std::uint32_t>& concepts) {
  return std::any_of(concepts.begin(), concepts.end(), [&](std::uint32_t number) {
    const std::string key = key_of_label(number, of);
    const auto& labels = labels_.keys().of(number);
    return std::any_of(labels.begin(), labels.end(),
                       [&](const schema::LabelKey& label) { return label.welsh && label.key == key; });
  });
}

/// Key of the label of a concept that the words are, in a mutated form or not; where they are none, of the words.
std::string WordReader::key_of_label(std::uint32_t number, const std::string& words) {
  const std::string_view key = labels_.keys().key_of_span(number, labels_.keys().words(words), true);
  return key == schema::composite_key ? labels_.keys().key(words) : std::string(key);
}

std::string WordReader::label_key(const std::string& label) {
  std::vector<schema::Token> tokens;
  schema::tokenise(label, labels_.lexicon(), tokens);
  std::string key;
  for (const schema::Token& token : tokens) key += word(token).singular + ' ';
  return key;
}

}  // namespace minutebook::query
