#include "schema/label_chooser.h"

#include <algorithm>
#include <tuple>

#include "schema/characters.h"
#include "schema/label_context.h"

namespace minutebook::schema {

bool stands_before(const ConceptSpan& a, const ConceptSpan& b) {
  return std::tuple(a.first, b.count, a.concept_index) < std::tuple(b.first, a.count, b.concept_index);
}

namespace {

bool overlap(const ConceptSpan& a, const ConceptSpan& b) {
  return a.first < b.first + b.count && b.first < a.first + a.count;
}

void put_in_order(std::vector<ConceptSpan>& spans) {
  std::sort(spans.begin(), spans.end(), stands_before);
  spans.erase(std::unique(spans.begin(), spans.end()), spans.end());
}

}  // namespace

MatchedPassage LabelChooser::choose(std::span<const LabelCandidate> candidates) {
  for (std::size_t begin = 0; begin < candidates.size();) {
    std::size_t end = begin + 1;
    while (end < candidates.size() && candidates[end].first == candidates[begin].first &&
           candidates[end].count == candidates[begin].count) {
      ++end;
    }
    judge_group(candidates.subspan(begin, end - begin));
    begin = end;
  }
  keep_longest();
  keep_weak();
  MatchedPassage matched;
  matched.spans.reserve(hits_.size());
  for (const Hit& hit : hits_) (hit.hint ? matched.hints : matched.spans).push_back(hit.span);
  put_in_order(matched.spans);
  put_in_order(matched.hints);
  return matched;
}

/// Candidates over the same tokens: labels of one concept, or the senses of an acronym.
void LabelChooser::judge_group(std::span<const LabelCandidate> group) {
  bool defined = false;
  bool needs_context = false;
  for (const LabelCandidate& candidate : group) {
    const LabelEntry& label = rules_.labels.label(candidate.label);
    if (label.symbol != 0 && !acronym_stands(candidate)) continue;
    if (label.symbol != 0) {
      if (const auto sense = rules_.definitions.sense_of(label.symbol)) {
        if (!defined && !sense->foreign) accept(candidate, sense->concept_index, sense->hint);
        defined = true;
        continue;
      }
    }
    if (label.needs_context) {
      needs_context = true;
    } else if (label.kind == LabelKind::weak && !passage_.heading) {
      weak_.push_back({{label.concept_index, candidate.first, candidate.count}, false, label.hint});
    } else {
      accept(candidate, label.concept_index, label.hint);
    }
  }
  if (needs_context && !defined) judge_by_context(group);
}

/// The sense for which most words nearby speak; none if two are level.
void LabelChooser::judge_by_context(std::span<const LabelCandidate> group) {
  const LabelCandidate* best = nullptr;
  std::uint32_t best_score = 0;
  bool tie = false;
  for (const LabelCandidate& candidate : group) {
    const LabelEntry& label = rules_.labels.label(candidate.label);
    if (!label.needs_context || (label.symbol != 0 && !acronym_stands(candidate))) continue;
    const Token& first = passage_.tokens[candidate.first];
    const Token& last = passage_.tokens[candidate.first + candidate.count - 1];
    const Concept& owner = rules_.vocabulary.concepts()[label.concept_index];
    const std::uint32_t score = context_score(owner, passage_.text, first.begin, last.end);
    if (score > best_score) {
      best = &candidate;
      best_score = score;
      tie = false;
    } else if (score > 0 && score == best_score) {
      tie = tie || rules_.labels.label(best->label).concept_index != label.concept_index;
    }
  }
  if (best == nullptr || tie) return;
  const LabelEntry& meant = rules_.labels.label(best->label);
  accept(*best, meant.concept_index, meant.hint);
}

/// Not before "&" ("SEN&D"); and in words set in capitals throughout, "BID" may be the plain word.
bool LabelChooser::acronym_stands(const LabelCandidate& candidate) {
  const std::size_t end = passage_.tokens[candidate.first].end;
  if (end < passage_.text.size() && passage_.text[end] == '&') return false;
  return rules_.labels.label(candidate.label).lower == LowerCaseMeaning::acronym || !all_capitals();
}

bool LabelChooser::all_capitals() {
  if (capitals_ < 0) {
    const auto upper = std::count_if(passage_.text.begin(), passage_.text.end(), is_ascii_upper);
    const auto lower =
        std::count_if(passage_.text.begin(), passage_.text.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    // The small s of "EHCPs" does not make a heading one of small letters; a short line of acronyms alone is no heading
    // in capitals.
    capitals_ = upper >= 4 * lower && passage_.tokens.size() > 1 ? 1 : 0;
  }
  return capitals_ == 1;
}

void LabelChooser::accept(const LabelCandidate& candidate, std::uint32_t concept_index, bool hint) {
  const bool masked = rules_.vocabulary_masks.cover(passage_.tokens, candidate.first, candidate.count) ||
                      rules_.paper_masks.cover(passage_.tokens, candidate.first, candidate.count);
  if (masked) return;
  const bool acronym = rules_.labels.label(candidate.label).symbol != 0;
  hits_.push_back({{concept_index, candidate.first, candidate.count}, acronym, hint});
}

/// Leftmost, then longest. A label inside a longer one does not count, but an acronym does under its own concept.
std::vector<LabelChooser::Hit> LabelChooser::longest_of(const std::vector<Hit>& hits) {
  std::vector<Hit> kept;
  ConceptSpan longest;
  for (const Hit& hit : hits) {
    const bool same_tokens = hit.span.first == longest.first && hit.span.count == longest.count;
    const bool inside = hit.span.first < longest.first + longest.count;
    if (inside && !same_tokens) {
      if (hit.acronym && hit.span.concept_index != longest.concept_index) kept.push_back(hit);
      continue;
    }
    longest = hit.span;
    kept.push_back(hit);
  }
  return kept;
}

/// Labels are compared with labels alone, for a hint takes no mention away: "SEND" inside "SEND partnership board" is
/// one. A hint gives way to a longer label or hint, and to any label of its own concept.
void LabelChooser::keep_longest() {
  std::sort(hits_.begin(), hits_.end(), [](const Hit& a, const Hit& b) { return stands_before(a.span, b.span); });
  if (std::none_of(hits_.begin(), hits_.end(), [](const Hit& hit) { return hit.hint; })) {
    hits_ = longest_of(hits_);
    return;
  }
  std::vector<Hit> hints = longest_of(hits_);
  std::erase_if(hints, [](const Hit& hit) { return !hit.hint; });
  std::erase_if(hits_, [](const Hit& hit) { return hit.hint; });
  hits_ = longest_of(hits_);
  std::erase_if(hints, [this](const Hit& hint) {
    return std::any_of(hits_.begin(), hits_.end(), [&](const Hit& hit) {
      return hit.span.concept_index == hint.span.concept_index && overlap(hit.span, hint.span);
    });
  });
  hits_.insert(hits_.end(), hints.begin(), hints.end());
}

/// Weak labels beside another label of their concept.
void LabelChooser::keep_weak() {
  std::erase_if(weak_, [this](const Hit& weak) {
    return std::none_of(hits_.begin(), hits_.end(),
                        [&](const Hit& hit) { return hit.span.concept_index == weak.span.concept_index; });
  });
  const std::size_t kept = hits_.size();
  for (const Hit& weak : weak_) {
    const auto end = hits_.begin() + static_cast<std::ptrdiff_t>(kept);
    const bool taken = std::any_of(
        hits_.begin(), end, [&](const Hit& hit) { return (weak.hint || !hit.hint) && overlap(hit.span, weak.span); });
    if (!taken) hits_.push_back(weak);
  }
}

}  // namespace minutebook::schema
