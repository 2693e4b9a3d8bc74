// The slow search within one passage: where words, phrases, labels and NEAR stand.
#include <algorithm>

#include "tests/unit/naive_search.h"

namespace minutebook::testing_support {

bool NaiveIndex::word_fits(const query::Leaf& leaf, const NaivePassage& passage, std::size_t at) {
  const schema::Word& word = *passage.words[at];
  const bool acronym = word.acronym && passage.capitals_tell;
  switch (leaf.kind) {
    case LeafKind::stem:
      if (!word.unstemmed) return word.stem == leaf.stem;
      return word.folded == leaf.word ||
             std::find(leaf.welsh.begin(), leaf.welsh.end(), word.folded) != leaf.welsh.end();
    case LeafKind::acronym:
      return word.acronym && (passage.capitals_tell || leaf.among_capitals) && word.capitals == leaf.word;
    case LeafKind::prefix:
      return word.folded.starts_with(leaf.word);
    case LeafKind::form:
      return word.folded == leaf.word && acronym == leaf.form_is_acronym;
    case LeafKind::concept_:
    case LeafKind::phrase:
      return false;
  }
  return false;
}

bool NaiveIndex::phrase_stands(const std::vector<std::string>& words, const NaivePassage& passage, std::size_t at) {
  if (at + words.size() > passage.words.size()) return false;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const std::string& folded = passage.words[at + i]->folded;
    const bool starred = words[i].back() == '*';
    if (starred ? !folded.starts_with(words[i].substr(0, words[i].size() - 1)) : folded != words[i]) return false;
  }
  return !words.empty();
}

std::vector<NaivePlace> NaiveIndex::leaf_places(const query::Leaf& leaf, const NaivePassage& passage) const {
  std::vector<NaivePlace> found;
  if (leaf.kind == LeafKind::concept_) {
    for (const schema::ConceptSpan& span : passage.spans) {
      std::vector<std::uint32_t> meant = vocabulary_.concepts()[span.concept_index].ancestors;
      meant.push_back(span.concept_index);
      const bool fits = std::any_of(leaf.concepts.begin(), leaf.concepts.end(), [&](std::uint32_t wanted) {
        return std::count(meant.begin(), meant.end(), wanted) > 0;
      });
      if (fits) found.push_back({span.first, span.first + span.count - 1});
    }
    return found;
  }
  for (std::size_t at = 0; at < passage.words.size(); ++at) {
    const bool phrase = leaf.kind == LeafKind::phrase;
    if (phrase ? phrase_stands(leaf.words, passage, at) : word_fits(leaf, passage, at)) {
      found.push_back({at, phrase ? at + leaf.words.size() - 1 : at});
    }
  }
  return found;
}

std::vector<NaivePlace> NaiveIndex::places(const Node& node, const NaiveItem& item, std::size_t position,
                                           const Scopes& scopes) const {
  std::vector<NaivePlace> found;
  if (!allowed(item, position, scopes)) return found;
  const NaivePassage& passage = item.passages[position];
  if (node.kind == NodeKind::any_of) {
    for (const Node& child : node.children) {
      for (const NaivePlace& place : places(child, item, position, scopes)) found.push_back(place);
    }
    return found;
  }
  if (node.kind == NodeKind::near) {
    for (const auto& combination : near_combinations(node, item, position, scopes)) {
      found.insert(found.end(), combination.begin(), combination.end());
    }
    return found;
  }
  found = leaf_places(node.leaf, passage);
  const bool people = std::any_of(scopes.begin(), scopes.end(), [](const Scope* scope) { return scope->people; });
  if (!people || passage.kind == schema::PassageKind::attendance) return found;
  std::erase_if(found, [&](const NaivePlace& place) { return !passage.named[place.first]; });
  return found;
}

std::vector<std::vector<NaivePlace>> NaiveIndex::near_combinations(const Node& node, const NaiveItem& item,
                                                                   std::size_t passage, const Scopes& scopes) const {
  std::vector<std::vector<NaivePlace>> chosen = {{}};
  for (const Node& child : node.children) {
    std::vector<std::vector<NaivePlace>> longer;
    for (const auto& before : chosen) {
      for (const NaivePlace& place : places(child, item, passage, scopes)) {
        longer.push_back(before);
        longer.back().push_back(place);
      }
    }
    chosen = std::move(longer);
  }
  std::erase_if(chosen, [&](const std::vector<NaivePlace>& combination) {
    std::size_t latest_begin = 0;
    std::size_t earliest_end = SIZE_MAX;
    for (const NaivePlace& place : combination) {
      latest_begin = std::max(latest_begin, place.first);
      earliest_end = std::min(earliest_end, place.last);
    }
    return latest_begin > earliest_end + static_cast<std::size_t>(node.distance);
  });
  return chosen;
}

}  // namespace minutebook::testing_support
