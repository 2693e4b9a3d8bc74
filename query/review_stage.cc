#include "query/review_stage.h"

#include <array>

namespace minutebook::query {

namespace {

using schema::PassageKind;

constexpr auto updates = std::to_array<std::string_view>(
    {"month on", "year on", "month|year after the", "progress made", "progress on|against|with the recommendation",
     "progress on|against|with its recommendation", "implementation of the recommendation", "what had been done since",
     "what has been done since", "position with each|the recommendation", "monitoring of the recommendation",
     "update on the recommendation", "action plan update"});
constexpr auto executives = std::to_array<std::string_view>({"cabinet", "executive", "council", "mayor"});
constexpr auto responses = std::to_array<std::string_view>(
    {"response to", "response of the cabinet|executive", "responded to", "reply to the recommendation"});
constexpr auto not_yet = std::to_array<std::string_view>({"will", "would", "required", "must", "should", "may"});
constexpr auto interims =
    std::to_array<std::string_view>({"interim report", "interim finding", "interim recommendation"});
constexpr auto finals = std::to_array<std::string_view>({"final report", "report of the|its|a", "findings of the|a",
                                                         "findings and recommendation of", "report of the review",
                                                         "group report", "review report", "inquiry report",
                                                         "panel report", "group recommends", "conclusions of"});
constexpr auto finals_anywhere = std::to_array<std::string_view>(
    {"findings and recommendation of", "report was introduced|presented by", "produced|published a report"});
constexpr auto beginnings =
    std::to_array<std::string_view>({"commenced", "under way", "underway", "has|had begun", "began", "has|had met",
                                     "had been meeting", "ongoing", "is|are meeting", "being undertaken|carried"});
constexpr auto set_up =
    std::to_array<std::string_view>({"set up", "was|were|been established|formed|convened|commissioned|appointed",
                                     "be established|formed|convened|"
                                     "commissioned|appointed|undertaken|held|conducted|carried",
                                     "agreed to undertake|establish|hold|form|conduct|carry", "commissioned a",
                                     "to undertake|hold|establish|form|conduct a", "agreed to review", "asked the",
                                     "asked for a", "would be held", "will be held", "volunteered to serve"});
constexpr auto proposals =
    std::to_array<std::string_view>({"propose", "proposed", "suggest", "suggested", "consider establishing", "scope",
                                     "scoping", "could be", "possible"});

WordRange close_to(const PassageWords& passage, const FoundForm& form, std::size_t reach) {
  WordRange range = passage.sentence_of(form.at.first);
  if (form.at.first > range.first + reach) range.first = form.at.first - reach;
  if (form.at.end + reach < range.end) range.end = form.at.end + reach;
  return range;
}

bool decided(PassageKind kind) {
  return kind == PassageKind::resolution || kind == PassageKind::action;
}

ReviewStage stage_of_title(const PassageWords& passage, const WordRange& all) {
  if (has_any(passage, proposals, all)) return ReviewStage::planned;
  return ReviewStage::considered;
}

}  // namespace

ReviewStage stage_of(const PassageWords& passage, const PassageWords& title, const FoundForm& form,
                     const SignPlace& place) {
  constexpr std::size_t near = 8;  // words
  const WordRange sentence = passage.sentence_of(form.at.first);
  const WordRange beside = close_to(passage, form, near);
  if (has_any(passage, updates, sentence) || has_any(title, updates, title.all())) return ReviewStage::update;
  const bool executive = has_any(passage, executives, sentence) || has_any(title, executives, title.all());
  const bool future = has_any(passage, not_yet, sentence);
  if (executive && !future && has_any(passage, responses, sentence)) return ReviewStage::response;
  if (executive && !place.title && has_any(title, responses, title.all())) return ReviewStage::response;
  if (has_any(passage, interims, sentence)) return ReviewStage::interim;
  if (has_any(passage, proposals, beside) && !decided(place.kind)) return ReviewStage::planned;
  if (has_any(passage, finals, beside) || has_any(passage, finals_anywhere, sentence)) {
    // Under "Interim Report" it is that one that is spoken of.
    return has_any(title, interims, title.all()) ? ReviewStage::interim : ReviewStage::final_report;
  }
  const bool starts = has_any(passage, set_up, sentence);
  if (decided(place.kind) && has_phrase(passage, "be proposed", sentence)) return ReviewStage::planned;
  if (decided(place.kind) && starts) return ReviewStage::agreed;
  if (place.kind == PassageKind::recommendation && starts) return ReviewStage::planned;
  if (has_any(passage, beginnings, beside)) return ReviewStage::under_way;
  if (has_any(passage, set_up, beside)) return ReviewStage::agreed;
  return place.title ? stage_of_title(passage, passage.all()) : ReviewStage::referred;
}

}  // namespace minutebook::query
