#include "schema/acronym_definitions.h"

#include <algorithm>
#include <array>

#include "schema/characters.h"

namespace minutebook::schema {

namespace {

constexpr std::uint32_t longest_label = 20;  // words; no label of a vocabulary comes near it
constexpr std::string_view space_and_quotes = " \"'\u2018\u2019\u201C\u201D";

/// Words that acronyms leave out, or not: "Department for Education", "Children in Need".
bool is_small(std::string_view folded) {
  constexpr std::array<std::string_view, 13> small{"a",  "an", "and", "at",  "by", "for", "from",
                                                   "in", "of", "on",  "the", "to", "with"};
  return std::find(small.begin(), small.end(), folded) != small.end();
}

bool closes_bracket(std::string_view rest) {
  const std::size_t at = rest.find_first_not_of(space_and_quotes);
  return at != std::string_view::npos && rest[at] == ')';
}

/// "ACR – Long Form", "ACR: Long Form", "ACR = Long Form", and the cells of a glossary.
bool is_equation(std::string_view gap) {
  const std::size_t begin = gap.find_first_not_of(' ');
  if (begin == std::string_view::npos) return false;
  const std::string_view sign = gap.substr(begin, gap.find_last_not_of(' ') + 1 - begin);
  if (sign == ":" || sign == "=" || sign == "|") return true;
  const Decoded decoded = decode_utf8(sign, 0);
  return decoded.next == sign.size() && is_dash(decoded.character) && begin > 0 && gap.ends_with(' ');
}

}  // namespace

std::string_view AcronymDefinitions::Passage::gap_before(std::uint32_t token) const {
  if (token == 0 || token >= tokens.size()) return {};
  return text.substr(tokens[token - 1].end, tokens[token].begin - tokens[token - 1].end);
}

std::span<const LabelCandidate> AcronymDefinitions::Passage::beginning_in(std::uint32_t from, std::uint32_t to) const {
  const auto starts_before = [](const LabelCandidate& candidate, std::uint32_t token) {
    return candidate.first < token;
  };
  const auto begin = std::lower_bound(candidates.begin(), candidates.end(), from, starts_before);
  return {begin, std::lower_bound(begin, candidates.end(), to, starts_before)};
}

void AcronymDefinitions::read(std::string_view text, std::span<const Token> tokens,
                              std::span<const LabelCandidate> candidates) {
  const Passage passage{text, tokens, candidates};
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
  const bool bracketed = classify_gap(passage.gap_before(at)).gap == Gap::bracket;
  const bool closed = closes_bracket(passage.text.substr(passage.tokens[at].end));
  const auto sense = bracketed && closed ? sense_before(passage, group) : sense_after(passage, group);
  if (!sense) return;
  const auto [known, fresh] = senses_.try_emplace(labels_.acronym_symbol(passage.tokens[at].word), sense);
  if (!fresh && known->second != sense) known->second = std::nullopt;
}

/// "Long Form (ACR)".
std::optional<AcronymSense> AcronymDefinitions::sense_before(const Passage& passage,
                                                             std::span<const LabelCandidate> group) const {
  const std::uint32_t at = group.front().first;
  const std::string letters = letters_of(passage, at);
  LongForm form{at, at};
  const auto longest = static_cast<std::uint32_t>(letters.size() * 2 + 1);
  for (std::uint32_t begin = at; begin-- > (at > longest ? at - longest : 0);) {
    const Gap gap = classify_gap(passage.gap_before(begin + 1)).gap;
    if (begin + 1 < at && (gap == Gap::broken || gap == Gap::dot)) break;
    if (spelled(passage, {begin, at}, letters)) form.begin = begin;
    if (!form.empty()) break;
  }
  const LabelCandidate* label = nullptr;
  for (const LabelCandidate& candidate : passage.beginning_in(at > longest_label ? at - longest_label : 0, at)) {
    if (candidate.first + candidate.count != at || labels_.label(candidate.label).symbol != 0) continue;
    if (label == nullptr || candidate.count > label->count) label = &candidate;
  }
  return judge(passage, group, label, form);
}

/// "ACR (Long Form)" and "ACR – Long Form".
std::optional<AcronymSense> AcronymDefinitions::sense_after(const Passage& passage,
                                                            std::span<const LabelCandidate> group) const {
  const std::uint32_t at = group.front().first;
  const auto count = static_cast<std::uint32_t>(passage.tokens.size());
  const std::string_view gap = passage.gap_before(at + 1);
  const bool bracket = gap.find('(') != std::string_view::npos && classify_gap(gap).gap == Gap::bracket;
  if (!bracket && !is_equation(gap)) return std::nullopt;
  const std::string letters = letters_of(passage, at);
  LongForm form{at + 1, at + 1};
  const auto longest = static_cast<std::uint32_t>(letters.size() * 2 + 1);
  for (std::uint32_t end = at + 2; end <= std::min(count, at + 1 + longest) && form.empty(); ++end) {
    const bool ends_here = !bracket || closes_bracket(passage.text.substr(passage.tokens[end - 1].end));
    if (ends_here && spelled(passage, {at + 1, end}, letters)) form.end = end;
  }
  const LabelCandidate* label = nullptr;
  for (const LabelCandidate& candidate : passage.beginning_in(at + 1, at + 2)) {
    if (labels_.label(candidate.label).symbol != 0) continue;
    const bool ends_here = !bracket || closes_bracket(passage.text.substr(passage.tokens[at + candidate.count].end));
    if (ends_here && (label == nullptr || candidate.count > label->count)) label = &candidate;
  }
  return judge(passage, group, label, form);
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
    const Word& word = lexicon_.word(passage.tokens[i].word);
    if (is_small(word.folded)) continue;
    ++words;
    if (labels_.has_word(acronym.concept_index, word.singular)) ++known;
  }
  return known * 2 >= words;
}

/// True if the initials of the words, small words left out or not, are the letters in order.
bool AcronymDefinitions::spelled(const Passage& passage, LongForm form, std::string_view letters) const {
  if (letters.empty()) return form.begin == form.end;
  if (form.begin == form.end) return false;
  const std::string& word = lexicon_.word(passage.tokens[form.begin].word).folded;
  const LongForm rest{form.begin + 1, form.end};
  if (!word.empty() && word.front() == letters.front() && spelled(passage, rest, letters.substr(1))) return true;
  return is_small(word) && spelled(passage, rest, letters);
}

/// Capitals in lower case; empty if digits make the initials uncertain ("H2ST").
std::string AcronymDefinitions::letters_of(const Passage& passage, std::uint32_t token) const {
  std::string letters;
  for (const char c : lexicon_.word(passage.tokens[token].word).written) {
    if (is_ascii_digit(c)) return {};
    if (is_ascii_upper(c)) letters += ascii_lower(c);
  }
  return letters;
}

}  // namespace minutebook::schema
