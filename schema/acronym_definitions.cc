#include "schema/acronym_definitions.h"

#include <algorithm>

namespace minutebook::schema {

namespace {

constexpr std::uint32_t longest_label = 20;  // words; no label of a vocabulary comes near it

}  // namespace

std::span<const LabelCandidate> AcronymDefinitions::Passage::beginning_in(std::uint32_t from, std::uint32_t to) const {
  const auto starts_before = [](const LabelCandidate& candidate, std::uint32_t token) {
    return candidate.first < token;
  };
  const auto begin = std::lower_bound(candidates.begin(), candidates.end(), from, starts_before);
  return {begin, std::lower_bound(begin, candidates.end(), to, starts_before)};
}

void AcronymDefinitions::read(std::string_view text, std::span<const Token> tokens,
                              std::span<const LabelCandidate> candidates) {
  const Passage passage{{text, tokens, lexicon_}, candidates};
  for (std::size_t begin = 0; begin < candidates.size();) {
    const LabelCandidate& first = candidates[begin];
    std::size_t end = begin + 1;
    while (end < candidates.size() && candidates[end].first == first.first && candidates[end].count == first.count)
      ++end;
    if (first.count == 1 && labels_.acronym_symbol(tokens[first.first].word) != 0) {
      read_acronym(passage, candidates.subspan(begin, end - begin));
    }
    begin = end;
  }
}

std::optional<AcronymSense> AcronymDefinitions::sense_of(std::uint32_t symbol) const {
  const auto found = senses_.find(symbol);
  return found == senses_.end() ? std::nullopt : found->second;
}

void AcronymDefinitions::read_acronym(const Passage& passage, std::span<const LabelCandidate> group) {
  const std::uint32_t at = group.front().first;
  const auto sense = in_brackets(passage.words, at) ? sense_before(passage, group) : sense_after(passage, group);
  if (!sense) return;
  const auto [known, fresh] = senses_.try_emplace(labels_.acronym_symbol(passage.words.tokens[at].word), sense);
  if (!fresh && known->second != sense) known->second = std::nullopt;
}

/// "Long Form (ACR)".
std::optional<AcronymSense> AcronymDefinitions::sense_before(const Passage& passage,
                                                             std::span<const LabelCandidate> group) const {
  const std::uint32_t at = group.front().first;
  const LabelCandidate* label = nullptr;
  for (const LabelCandidate& candidate : passage.beginning_in(at > longest_label ? at - longest_label : 0, at)) {
    if (candidate.first + candidate.count != at || labels_.label(candidate.label).symbol != 0) continue;
    if (label == nullptr || candidate.count > label->count) label = &candidate;
  }
  return judge(passage, group, label, long_form_before(passage.words, at));
}

/// "ACR (Long Form)" and "ACR – Long Form".
std::optional<AcronymSense> AcronymDefinitions::sense_after(const Passage& passage,
                                                            std::span<const LabelCandidate> group) const {
  const std::uint32_t at = group.front().first;
  const Following following = following_of(passage.words, at);
  if (following == Following::none) return std::nullopt;
  const LabelCandidate* label = nullptr;
  for (const LabelCandidate& candidate : passage.beginning_in(at + 1, at + 2)) {
    if (labels_.label(candidate.label).symbol != 0) continue;
    const bool ends_here = following != Following::bracket || closes_bracket_after(passage.words, at + candidate.count);
    if (ends_here && (label == nullptr || candidate.count > label->count)) label = &candidate;
  }
  return judge(passage, group, label, long_form_after(passage.words, at, following));
}

std::optional<AcronymSense> AcronymDefinitions::judge(const Passage& passage, std::span<const LabelCandidate> group,
                                                      const LabelCandidate* label, LongForm form) const {
  if (label != nullptr) {
    const std::uint32_t defined = labels_.label(label->label).concept_index;
    const auto listed = std::find_if(group.begin(), group.end(), [&](const LabelCandidate& candidate) {
      return labels_.label(candidate.label).concept_index == defined;
    });
    const bool whole = !form.empty() && label->first <= form.begin && label->first + label->count >= form.end;
    // What the vocabulary says of the acronym counts before what it says of the long form.
    if (listed != group.end()) return AcronymSense{false, defined, labels_.label(listed->label).hint};
    if (whole) return AcronymSense{false, defined, labels_.label(label->label).hint};
  }
  const bool ours = std::any_of(group.begin(), group.end(), [&](const LabelCandidate& candidate) {
    return speaks_of(passage, labels_.label(candidate.label), form);
  });
  return form.empty() || ours ? std::nullopt : std::optional(AcronymSense{true, 0, false});
}

/// A variant of wording ("Special Educational Needs and Disability Service (SEND)") does not make an acronym with one
/// sense foreign.
bool AcronymDefinitions::speaks_of(const Passage& passage, const LabelEntry& acronym, LongForm form) const {
  if (acronym.kind == LabelKind::ambiguous) return false;
  std::uint32_t words = 0;
  std::uint32_t known = 0;
  for (std::uint32_t i = form.begin; i < form.end; ++i) {
    const Word& word = passage.words.word(i);
    if (is_small_word(word.folded)) continue;
    ++words;
    if (labels_.has_word(acronym.concept_index, word.singular)) ++known;
  }
  return known * 2 >= words;
}

}  // namespace minutebook::schema
