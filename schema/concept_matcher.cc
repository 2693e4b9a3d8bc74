#include "schema/concept_matcher.h"

#include <algorithm>
#include <tuple>

#include "schema/acronym_definitions.h"
#include "schema/characters.h"
#include "schema/composite_matcher.h"
#include "schema/label_chooser.h"
#include "schema/label_table.h"
#include "schema/name_masks.h"

namespace minutebook::schema {

namespace {

/// Whether a label found in a query is meant, and whether the plain word may be meant as well.
struct Reading {
  bool meant = true;
  bool word_too = false;
};

Reading read_label(const LabelEntry& label, const Word& first_word) {
  if (label.hint || label.kind == LabelKind::weak) return {false, false};
  const bool ambiguous = label.kind == LabelKind::ambiguous;
  if (label.symbol == 0) return {!ambiguous, false};
  const auto capitals = std::count_if(first_word.written.begin(), first_word.written.end(), is_ascii_upper);
  if (capitals >= 2 || label.lower == LowerCaseMeaning::acronym) return {true, ambiguous};
  return {label.lower == LowerCaseMeaning::both, true};
}

}  // namespace

struct ConceptMatcher::State {
  State(const Vocabulary& vocabulary_used, Lexicon& lexicon_used)
      : vocabulary(vocabulary_used),
        lexicon(lexicon_used),
        labels(vocabulary, lexicon),
        definitions(labels, lexicon),
        masks(vocabulary.masks(), lexicon) {
    for (const Composite& composite : vocabulary.composites()) composites.emplace_back(vocabulary, composite);
  }

  /// Candidates of all passages, one after the other; those of passage i end at ends[i].
  void find_candidates(std::span<const MatchablePassage> passages) {
    labels.follow_lexicon();
    definitions.clear();
    candidates.clear();
    ends.clear();
    for (const MatchablePassage& passage : passages) {
      const std::size_t begin = candidates.size();
      if (!passage.masked) labels.find(passage.text, passage.tokens, passage.welsh, candidates);
      definitions.read(passage.text, passage.tokens, std::span(candidates).subspan(begin));
      ends.push_back(candidates.size());
    }
  }

  const Vocabulary& vocabulary;
  Lexicon& lexicon;
  LabelTable labels;
  AcronymDefinitions definitions;
  NameMasks masks;
  std::vector<CompositeMatcher> composites;
  std::vector<LabelCandidate> candidates;
  std::vector<std::size_t> ends;
};

ConceptMatcher::ConceptMatcher(const Vocabulary& vocabulary, Lexicon& lexicon)
    : state_(std::make_unique<State>(vocabulary, lexicon)) {}
ConceptMatcher::~ConceptMatcher() = default;

std::vector<MatchedPassage> ConceptMatcher::match(std::span<const MatchablePassage> passages,
                                                  std::span<const std::string> masks) {
  const NameMasks paper_masks(masks, state_->lexicon);
  state_->find_candidates(passages);
  for (CompositeMatcher& composite : state_->composites) composite.clear();
  const LabelChooser::Rules rules{state_->vocabulary, state_->labels, state_->definitions, state_->masks, paper_masks};
  std::vector<MatchedPassage> all(passages.size());
  std::size_t begin = 0;
  std::vector<ConceptSpan> composed;
  for (std::size_t i = 0; i < passages.size(); ++i) {
    const std::size_t end = state_->ends[i];
    if (begin < end)
      all[i] = LabelChooser(rules, passages[i]).choose(std::span(state_->candidates).subspan(begin, end - begin));
    begin = end;
    if (passages[i].masked) continue;
    std::vector<ConceptSpan>& spans = all[i].spans;
    composed.clear();
    for (CompositeMatcher& composite : state_->composites)
      composite.match(passages[i], spans, state_->lexicon, composed);
    if (composed.empty()) continue;
    spans.insert(spans.end(), composed.begin(), composed.end());
    std::sort(spans.begin(), spans.end(), stands_before);
    spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
  }
  return all;
}

std::vector<QueryLabel> ConceptMatcher::match_query(std::span<const Token> tokens) {
  state_->labels.follow_lexicon();
  std::vector<LabelCandidate> candidates;
  state_->labels.find_in_query(tokens, candidates);
  // Longest first at each place.
  std::stable_sort(candidates.begin(), candidates.end(), [](const LabelCandidate& a, const LabelCandidate& b) {
    return std::tuple(a.first, b.count) < std::tuple(b.first, a.count);
  });
  std::vector<QueryLabel> found;
  for (const LabelCandidate& candidate : candidates) {
    const LabelEntry& label = state_->labels.label(candidate.label);
    const Reading reading = read_label(label, state_->lexicon.word(tokens[candidate.first].word));
    if (!reading.meant) continue;
    const bool again = !found.empty() && found.back().first == candidate.first && found.back().count == candidate.count;
    if (!found.empty() && !again && candidate.first < found.back().first + found.back().count) continue;
    if (!again) found.push_back({candidate.first, candidate.count, {}, false});
    std::vector<std::uint32_t>& concepts = found.back().concepts;
    if (std::find(concepts.begin(), concepts.end(), label.concept_index) == concepts.end())
      concepts.push_back(label.concept_index);
    found.back().word_too = found.back().word_too || reading.word_too;
  }
  return found;
}

}  // namespace minutebook::schema
