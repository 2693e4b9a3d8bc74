#include "indexer/decisions.h"

#include <algorithm>
#include <array>

#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::Outcome;
using schema::PassageKind;

/// Text behind an opening word must show that the word rules the sentence: "Resolved:", "RESOLVED –", "Resolved that", "Resolved (unanimously)".
bool rules_sentence(std::string_view rest) {
  rest = trim(rest);
  if (rest.empty() || rest.front() == ':' || rest.front() == '-' || rest.front() == '(' || rest.front() == ';' || rest.front() == ')') return true;
  if (static_cast<unsigned char>(rest.front()) >= 0x80) return true;  // a dash
  return begins_word(rest, "that") || begins_word(rest, "to") || begins_word(rest, "unanimously") || begins_word(rest, "by") ||
         begins_word(rest, "nem");
}

std::string_view without_marks(std::string_view text) {
  while (!text.empty() && (text.front() == '*' || text.front() == '(' || text.front() == '"' || text.front() == ' ')) text.remove_prefix(1);
  return text;
}

bool opens_with(std::string_view text, std::string_view word) {
  return begins_word(text, word) && rules_sentence(text.substr(word.size()));
}

/// "AGREED", "NOTED", "DECISION" are ordinary words too: only in capitals or before a colon or dash.
bool opens_strictly(std::string_view text, std::string_view word) {
  if (!begins_word(text, word)) return false;
  const std::string_view rest = trim(text.substr(word.size()));
  const bool marked = rest.empty() || rest.front() == ':' || rest.front() == '-' || static_cast<unsigned char>(rest.front()) >= 0x80;
  return is_capitals(text.substr(0, word.size())) ? rules_sentence(rest) : (marked && text.front() >= 'A' && text.front() <= 'Z');
}

/// Words that also head sections ("Recommendations", "Decision", "Action"): something must follow them.
bool opens_with_more(std::string_view text, std::string_view word) {
  return trim(text).size() > word.size() + 2 && opens_strictly(text, word);
}

struct OutcomeWord {
  std::string_view word;
  Outcome outcome;
};

constexpr std::array<OutcomeWord, 23> outcome_words = {{{"withdrawn", Outcome::withdrawn},
                                                       {"motion was lost", Outcome::lost},
                                                       {"was lost", Outcome::lost},
                                                       {"not carried", Outcome::lost},
                                                       {"deferred", Outcome::deferred},
                                                       {"adjourned", Outcome::deferred},
                                                       {"referred to", Outcome::referred},
                                                       {"be referred", Outcome::referred},
                                                       {"be recommended", Outcome::recommended},
                                                       {"recommended to", Outcome::recommended},
                                                       {"recommend to", Outcome::recommended},
                                                       {"recommends", Outcome::recommended},
                                                       {"approved", Outcome::approved},
                                                       {"endorsed", Outcome::approved},
                                                       {"adopted", Outcome::approved},
                                                       {"confirmed", Outcome::approved},
                                                       {"correct record", Outcome::approved},
                                                       {"agreed", Outcome::agreed},
                                                       {"noted", Outcome::noted},
                                                       {"received", Outcome::noted},
                                                       {"note the", Outcome::noted},
                                                       {"approve", Outcome::approved},
                                                       {"agree", Outcome::agreed}}};

}  // namespace

std::optional<PassageKind> decision_opening(std::string_view text) {
  text = without_marks(trim(text));
  if (opens_with(text, "resolved") || opens_with(text, "unanimously resolved") || opens_with(text, "ordered") ||
      opens_with(text, "penderfynwyd") || begins_word(text, "decision:") || opens_with_more(text, "decision") ||
      opens_strictly(text, "agreed") || opens_strictly(text, "noted") || opens_strictly(text, "decided") || opens_strictly(text, "approved"))
    return PassageKind::resolution;
  if (opens_strictly(text, "recommended") || opens_with_more(text, "recommendation") || opens_with_more(text, "recommendations"))
    return PassageKind::recommendation;
  if (begins(text, "action:") || begins(text, "actions:") || begins(text, "action point") || opens_with_more(text, "action"))
    return PassageKind::action;
  const std::size_t capitals = text.find("RESOLVED");
  if (capitals != std::string_view::npos && !is_capitals(text) && rules_sentence(text.substr(capitals + 8))) return PassageKind::resolution;
  return std::nullopt;
}

bool begins_decision(std::string_view text) { return decision_opening(text).has_value(); }

bool informal_decision(std::string_view text) {
  static constexpr std::array<std::string_view, 8> openings = {"it was agreed",      "it was resolved",       "it was unanimously", "members agreed",
                                                              "the committee agreed", "the committee resolved", "the panel agreed",   "the board agreed"};
  return std::any_of(openings.begin(), openings.end(), [&](std::string_view opening) { return begins_word(text, opening); });
}

Outcome outcome_of(std::string_view text, Outcome inherited) {
  for (const OutcomeWord& one : outcome_words) {
    if (find_word_ci(text, one.word) != std::string_view::npos) return one.outcome;
  }
  return inherited == Outcome::none ? Outcome::agreed : inherited;
}

bool ends_minutes(std::string_view text) {
  static constexpr std::array<std::string_view, 8> endings = {"-ooo-",           "meeting ended",          "the meeting ended",    "the meeting closed",
                                                             "meeting closed",  "the meeting concluded", "duration of meeting", "the meeting finished"};
  text = without_marks(text);
  return text.size() < 120 && std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return begins(text, ending); });
}

}  // namespace minutebook::indexer
