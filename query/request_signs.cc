#include "query/request_signs.h"

#include <algorithm>
#include <array>

#include "query/due_words.h"
#include "query/request_deeds.h"
#include "query/request_things.h"

namespace minutebook::query {

namespace {

constexpr auto askers =
    std::to_array<std::string_view>({"member", "members", "panel", "committee", "commission", "board", "councillor",
                                     "chair", "chairman", "chairperson", "council", "it", "cllr", "they", "he", "she"});
constexpr auto to_members = std::to_array<std::string_view>(
    {"to the|this committee|panel|board|commission|meeting|next|member|council|march|chair", "to member|members",
     "to committee|councillor", "to a future|later", "to councillor|cllr", "at the|its|a next|future",
     "outside the meeting", "after the meeting", "in writing", "further", "in due course", "a written", "would bring",
     "in due course"});
// What had been asked for at another time is told, not asked.
constexpr auto told_of_before = std::to_array<std::string_view>(
    {"following on from", "had asked|requested", "has requested|asked", "as requested|asked", "previous|last meeting",
     "was|were asked|requested to consider|note|comment", "was|were requested|asked that"});
constexpr auto promises = std::to_array<std::string_view>({"undertook to", "promised",
                                                           "agreed to provide|bring|circulate|"
                                                           "share|send|report|write|supply|receive",
                                                           "undertook that"});

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

/// In the discussion: is something asked for or promised, and not only told?
bool asked_aloud(const PassageWords& passage, const WordRange& sentence) {
  for (std::size_t i = sentence.first; i + 1 < sentence.end; ++i) {
    if (!is_asking(passage.words[i].folded)) continue;
    const std::string_view next = passage.words[i + 1].folded;
    if (opens_question(next)) continue;
    const bool by_members = std::any_of(
        passage.words.begin() + static_cast<std::ptrdiff_t>(sentence.first),
        passage.words.begin() + static_cast<std::ptrdiff_t>(i),
        [](const PassageWord& one) { return contains(askers, one.folded) || contains(askers, one.singular); });
    if (by_members &&
        (next == "that" || next == "for" || next == "further" || next == "the" || next == "a" || next == "to"))
      return true;
  }
  if (has_phrase(passage, "it was agreed that", sentence)) return true;
  if (has_any(passage, promises, sentence)) return true;
  return has_phrase(passage, "would|will", sentence) && has_any(passage, to_members, sentence);
}

std::optional<RequestSign> request_in(const PassageWords& passage, const WordRange& sentence, bool decided) {
  RequestSign sign;
  if (const Deed noted = noted_down(passage, sentence); noted.asked != Asked::nothing) {
    sign.asked = noted.asked;
    sign.addressee = noted.addressee;
    return sign;
  }
  if (!decided && (has_any(passage, told_of_before, sentence) || !asked_aloud(passage, sentence))) return std::nullopt;
  Deed who = asked_of(passage, sentence);
  sign.addressee = who.addressee;
  sign.asked = passive_request(passage, sentence);
  if (sign.asked == Asked::nothing) sign.asked = wanted_request(passage, sentence);
  if (sign.asked == Asked::nothing && who.asked != Asked::step) sign.asked = who.asked;
  if (has_phrase(passage, "report|reports back", sentence) && sign.asked == Asked::nothing) sign.asked = Asked::report;
  if (sign.asked == Asked::nothing) {
    const Deed one =
        decided ? told(passage, sentence) : promised(passage, sentence, has_any(passage, to_members, sentence));
    sign.asked = one.asked;
    sign.about = one.about;
    if (sign.addressee.empty()) sign.addressee = one.addressee;
  }
  if (sign.asked == Asked::nothing && has_phrase(passage, "look at progress", sentence)) sign.asked = Asked::update;
  if (sign.asked == Asked::nothing && decided) sign.asked = who.asked;
  if (sign.asked == Asked::nothing) return std::nullopt;
  return sign;
}

}  // namespace

std::optional<RequestSign> find_request(const PassageWords& passage, bool decided, const schema::Date& date) {
  for (std::size_t at = 0; at < passage.words.size();) {
    const WordRange sentence = passage.sentence_of(at);
    std::optional<RequestSign> sign = request_in(passage, sentence, decided);
    if (sign) {
      sign->sentence = sentence;
      if (sign->about.empty()) sign->about = sentence;
      sign->due = find_due(passage, sentence, date);
      return sign;
    }
    at = sentence.end;
  }
  return std::nullopt;
}

bool marked_as_action(const PassageWords& words, const schema::Passage& passage) {
  constexpr std::size_t fewest_words = 4;
  const bool marked = passage.kind == schema::PassageKind::action && words.words.size() > fewest_words &&
                      words.words[0].singular == "action" && words.words[1].sign == ':';
  return marked && passage.text.find(" | ") == std::string::npos;
}

}  // namespace minutebook::query
