#include "query/verify_leaf.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "schema/officer_names.h"
#include "schema/word_marks.h"

namespace minutebook::query {

namespace {

constexpr std::size_t most_to_search = 8;

std::vector<schema::WordId> english_forms(const schema::Shard& shard, const std::string& stem) {
  std::vector<schema::WordId> words = shard.words_with_stem(stem);
  std::erase_if(words, [&](schema::WordId id) { return shard.unstemmed(id); });
  return words;
}

/// A word of Welsh passages, as it stands.
void add_unstemmed(const schema::Shard& shard, const std::string& folded, std::vector<schema::WordId>& words) {
  for (const schema::WordId id : shard.words_with_folded(folded)) {
    if (shard.unstemmed(id)) words.push_back(id);
  }
}

}  // namespace

std::vector<schema::WordId> stem_words(const schema::Shard& shard, const Leaf& leaf) {
  std::vector<schema::WordId> words = english_forms(shard, leaf.stem);
  add_unstemmed(shard, leaf.word, words);
  for (const std::string& form : leaf.welsh) add_unstemmed(shard, form, words);
  for (const WordForm& other : leaf.spellings) {
    const std::vector<schema::WordId> more = english_forms(shard, other.stem);
    words.insert(words.end(), more.begin(), more.end());
    add_unstemmed(shard, other.word, words);
  }
  return words;
}

std::vector<schema::WordId> phrase_words(const schema::Shard& shard, const std::string& word) {
  if (!word.empty() && word.back() == '*')
    return shard.words_with_prefix(std::string_view(word).substr(0, word.size() - 1));
  return shard.words_with_folded(word);
}

WordSet::WordSet(std::vector<schema::WordId> words, std::uint32_t word_count) {
  if (words.size() <= most_to_search) {
    few_ = std::move(words);
    return;
  }
  bits_.assign(word_count / 64 + 1, 0);
  for (const schema::WordId word : words) bits_[word >> 6] |= std::uint64_t{1} << (word & 63);
}

bool WordSet::has(schema::WordId word) const {
  if (!bits_.empty()) return (bits_[word >> 6] >> (word & 63)) & 1;
  for (const schema::WordId one : few_) {
    if (one == word) return true;
  }
  return false;
}

LeafMatcher::LeafMatcher(const PlanLeaf& leaf, const schema::Shard& shard) : leaf_(leaf), shard_(shard) {
  const auto set = [&](std::vector<schema::WordId> words) { return WordSet(std::move(words), shard.word_count()); };
  const Leaf& wanted = *leaf.leaf;
  switch (wanted.kind) {
    case LeafKind::stem:
      words_.push_back(set(stem_words(shard, wanted)));
      return;
    case LeafKind::concept_:
      return;
    case LeafKind::acronym:
      words_.push_back(set(shard.words_with_capitals(wanted.word)));
      return;
    case LeafKind::phrase:
      for (const std::string& word : wanted.words) words_.push_back(set(phrase_words(shard, word)));
      return;
    case LeafKind::prefix:
      words_.push_back(set(shard.words_with_prefix(wanted.word)));
      return;
    case LeafKind::form: {
      std::vector<schema::WordId> words = shard.words_with_folded(wanted.word);
      words_.push_back(set(words));
      std::erase_if(words, [&](schema::WordId id) { return !shard.acronym(id); });
      acronyms_ = set(std::move(words));
      return;
    }
  }
}

bool LeafMatcher::capitals_tell(const schema::ForwardPassage& passage) const {
  std::vector<std::uint8_t> marks;
  marks.reserve(passage.words.size());
  for (const schema::WordId word : passage.words) marks.push_back(shard_.marks(word));
  return !schema::written_in_capitals(marks);
}

bool LeafMatcher::label_stands(const schema::ForwardPassage& passage, const schema::ConceptSpan& span) const {
  std::string stems;
  for (std::uint32_t at = span.first; at < span.first + span.count; ++at) {
    schema::append_stem(stems, shard_.stem(passage.words[at]), shard_.folded(passage.words[at]));
  }
  const bool welsh = shard_.unstemmed(passage.words[span.first]);
  const std::string_view key = leaf_.keys->key_of_span(span.concept_index, stems, welsh);
  return label_counts(*leaf_.leaf, key, leaf_.keys->key_within(span.concept_index, key));
}

/// In a heading of capitals "SEND" by itself is the acronym where the tagger took it for one.
bool is_label(const schema::ForwardPassage& passage, std::size_t at) {
  return std::any_of(passage.spans.begin(), passage.spans.end(),
                     [at](const schema::ConceptSpan& span) { return span.count == 1 && span.first == at; });
}

/// Calls visit(span) for every place until it returns false.
template <typename Visit>
void LeafMatcher::visit(const schema::ForwardPassage& passage, Visit visit) const {
  const Leaf& wanted = *leaf_.leaf;
  if (wanted.kind == LeafKind::concept_) {
    for (const schema::ConceptSpan& span : passage.spans) {
      if (span.count == 0 || !std::binary_search(leaf_.concepts.begin(), leaf_.concepts.end(), span.concept_index))
        continue;
      if (leaf_.keys != nullptr && !label_stands(passage, span)) continue;
      if (!visit(WordSpan{span.first, span.first + span.count - 1})) return;
    }
    return;
  }
  const std::size_t length = words_.size();
  if (length == 0 || std::any_of(words_.begin(), words_.end(), [](const WordSet& set) { return set.empty(); })) return;
  const bool cased = wanted.kind == LeafKind::acronym || wanted.kind == LeafKind::form;
  bool asked = false;
  bool tell = false;
  for (std::size_t at = 0; at + length <= passage.words.size(); ++at) {
    std::size_t matched = 0;
    while (matched < length && words_[matched].has(passage.words[at + matched])) ++matched;
    if (matched < length) continue;
    if (cased) {
      // Asked only where a word was found: it means reading the marks of all words.
      if (!asked) tell = capitals_tell(passage);
      asked = true;
      const bool written = wanted.kind == LeafKind::acronym || acronyms_.has(passage.words[at]);
      const bool acronym =
          written && (tell || wanted.among_capitals || (wanted.kind == LeafKind::form && is_label(passage, at)));
      if (acronym != (wanted.kind == LeafKind::acronym || wanted.form_is_acronym)) continue;
    }
    if (!visit(WordSpan{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + length - 1)})) return;
  }
}

bool LeafMatcher::found_in(const schema::ForwardPassage& passage) const {
  bool found = false;
  visit(passage, [&](WordSpan) {
    found = true;
    return false;
  });
  return found;
}

void LeafMatcher::find(const schema::ForwardPassage& passage, std::vector<WordSpan>& spans) const {
  visit(passage, [&](WordSpan span) {
    spans.push_back(span);
    return true;
  });
}

std::vector<bool> named_words(const schema::Shard& shard, const schema::ForwardPassage& passage) {
  schema::PeopleMarker marker;
  std::vector<bool> named;
  named.reserve(passage.words.size());
  std::vector<std::uint8_t> marks;
  marks.reserve(passage.words.size());
  for (const schema::WordId word : passage.words) named.push_back(marker.step(marks.emplace_back(shard.marks(word))));
  std::vector<std::string_view> folded;
  for (const schema::WordId word : passage.words) folded.push_back(shard.folded(word));
  for (const schema::NamedWords& name : schema::names_of_officers(folded, marks))
    std::fill(named.begin() + static_cast<std::ptrdiff_t>(name.first),
              named.begin() + static_cast<std::ptrdiff_t>(name.end), true);
  return named;
}

}  // namespace minutebook::query
