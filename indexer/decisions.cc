#include "indexer/decisions.h"

#include <algorithm>
#include <array>

#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::PassageKind;

/// Text behind an opening word must show that the word rules the sentence: "Resolved:", "RESOLVED –", "Resolved that",
/// "Resolved (unanimously)".
bool rules_sentence(std::string_view rest) {
  rest = trim(rest);
  if (rest.empty() || rest.front() == ':' || rest.front() == '-' || rest.front() == '(' || rest.front() == ';' ||
      rest.front() == ')')
    return true;
  if (static_cast<unsigned char>(rest.front()) >= 0x80 || rest == ".") return true;  // a dash; "NOTED."
  if (begins(rest, ", on the ") || begins_word(rest, "as follows")) return true;     // "AGREED, on the proposal of …"
  if (begins(rest, ", that") || begins(rest, ", to ")) return true;
  return begins_word(rest, "that") || begins_word(rest, "to") || begins_word(rest, "unanimously") ||
         begins_word(rest, "by") || begins_word(rest, "nem") || begins_word(rest, "accordingly");
}

std::string_view without_marks(std::string_view text) {
  while (!text.empty() && (text.front() == '*' || text.front() == '(' || text.front() == '"' || text.front() == ' '))
    text.remove_prefix(1);
  return text;
}

bool opens_with(std::string_view text, std::string_view word) {
  return begins_word(text, word) && rules_sentence(text.substr(word.size()));
}

/// "AGREED", "NOTED", "DECISION" are ordinary words too: only in capitals or before a colon or dash.
bool opens_strictly(std::string_view text, std::string_view word) {
  if (!begins_word(text, word)) return false;
  const std::string_view rest = trim(text.substr(word.size()));
  const bool marked =
      rest.empty() || rest.front() == ':' || rest.front() == '-' || static_cast<unsigned char>(rest.front()) >= 0x80;
  return is_capitals(text.substr(0, word.size())) ? rules_sentence(rest)
                                                  : (marked && text.front() >= 'A' && text.front() <= 'Z');
}

/// "Recommendations", "Action" also head sections: something must follow them.
bool opens_with_more(std::string_view text, std::string_view word) {
  return trim(text).size() > word.size() + 2 && opens_strictly(text, word);
}

constexpr std::size_t longest_paragraph = 1500;  // in longer ones a decision is only one of many sentences

/// What a sentence says that the body did: "The Panel agreed …", "The Planning Committee agreed …" -> "agreed …"; empty
/// behind "The Committee:".
std::optional<std::string_view> act_of_body(std::string_view text) {
  static constexpr std::array<std::string_view, 16> bodies = {
      "committee", "panel", "board",       "forum",     "cabinet",  "council",    "sub-committee", "group",
      "executive", "party", "councillors", "authority", "assembly", "commission", "subcommittee",  "partnership"};
  constexpr std::size_t longest_name = 6;
  if (!begins_word(text, "the")) return std::nullopt;
  std::string_view rest = trim(text.substr(3));
  std::optional<std::string_view> act;
  for (std::size_t words = 0; words < longest_name && !rest.empty(); ++words) {
    const std::size_t end = std::min(rest.find_first_of(" :,"), rest.size());
    const std::string word = lower(rest.substr(0, end));
    const bool body = std::find(bodies.begin(), bodies.end(), word) != bodies.end();
    const bool name = body || word == "and" || word == "&" || word == "of" || word == "for" || word == "the" ||
                      word == "parish" || word == "town" || (rest[0] >= 'A' && rest[0] <= 'Z');
    if (!name) break;
    rest = trim(rest.substr(end));
    if (body) act = rest;
  }
  return act;
}

/// "In addition, it was agreed", "Following discussion, it was agreed": without the words before the comma.
std::string_view without_adverb(std::string_view text) {
  constexpr std::size_t longest_adverb = 60;
  const std::size_t comma = text.find(", ");
  return comma < longest_adverb ? text.substr(comma + 2) : text;
}

bool opens_informally(std::string_view text) {
  static constexpr std::array<std::string_view, 11> openings = {
      "it was agreed",  "it was resolved",    "it was unanimously",  "it was therefore agreed",
      "members agreed", "it was also agreed", "members resolved",    "it was therefore resolved",
      "cytunwyd",       "cymeradwywyd",       "councillors resolved"};
  return std::any_of(openings.begin(), openings.end(),
                     [&](std::string_view opening) { return begins_word(text, opening); });
}

/// "It was proposed by Cllr A, seconded by Cllr B and unanimously agreed that …": how small councils record decisions.
bool moved_and_agreed(std::string_view text) {
  const std::size_t second = std::min(find_word_ci(text, "seconded"), find_word_ci(text, "eiliwyd"));
  if (second == std::string_view::npos || second > 200) return false;
  const std::string_view behind = text.substr(second, 160);
  return contains_word(behind, "agreed") || contains_word(behind, "resolved") || contains_word(behind, "approved") ||
         contains_word(behind, "carried") || contains_word(behind, "unanimously appointed") ||
         contains_word(behind, "unanimously elected") || find_ci(behind, "gyt\xC3\xBBn") != std::string_view::npos ||
         contains_word(behind, "cytunwyd");
}

/// A verb of decision in capitals in a sentence that is not, with a body before it: "In terms of Standing Order 3 the
/// Council AGREED that …", "The Panel had before it, and NOTED, the plan". The capitals make it formal.
bool decides_in_capitals(std::string_view text) {
  static constexpr std::array<std::string_view, 6> verbs = {"AGREED",  "NOTED",    "APPROVED",
                                                            "DECIDED", "ENDORSED", "RECOMMENDED"};
  static constexpr std::array<std::string_view, 8> bodies = {"committee", "panel", "board",         "cabinet",
                                                             "council",   "forum", "sub-committee", "members"};
  for (const std::string_view verb : verbs) {
    const std::size_t at = text.find(verb);
    const std::size_t end = at + verb.size();
    if (at == std::string_view::npos || at == 0 || text[at - 1] != ' ') continue;
    if (end < text.size() && std::string_view(" ,:;.-").find(text[end]) == std::string_view::npos) continue;
    const std::string_view before = text.substr(0, at);
    const std::string_view behind = trim(text.substr(end));
    const bool neighbour =
        behind.size() > 1 && behind[0] >= 'A' && behind[0] <= 'Z' && behind[1] >= 'A' && behind[1] <= 'Z';
    const bool negated = begins_word(trim(before.substr(before.size() < 5 ? 0 : before.size() - 5)), "not");
    const bool body =
        std::any_of(bodies.begin(), bodies.end(), [&](std::string_view one) { return contains_word(before, one); });
    if (body && !neighbour && !negated && !is_capitals(text)) return true;
  }
  return false;
}

/// "The Committee resolved to …": the formal word behind the body that used it.
bool body_resolved(std::string_view text) {
  const auto act = act_of_body(text);
  return act && (opens_with(*act, "resolved") || opens_with(*act, "unanimously resolved"));
}

/// What a quotation says was said elsewhere.
bool opens_quotation(std::string_view text) {
  return text.starts_with("\xE2\x80\x9C") || text.starts_with("\xE2\x80\x98");
}

}  // namespace

std::optional<PassageKind> decision_opening(std::string_view text) {
  text = without_marks(trim(text));
  if (opens_quotation(text)) return std::nullopt;
  if (text == "Noted." || text == "Agreed." || text == "Approved.") return PassageKind::resolution;
  if (body_resolved(text) || decides_in_capitals(text)) return PassageKind::resolution;
  if (begins_word(text, "it was resolved") || begins_word(text, "it was unanimously resolved") ||
      opens_with(text, "resolved") || opens_with(text, "unanimously resolved") || opens_with(text, "ordered") ||
      begins_word(text, "penderfynwyd") || begins_word(text, "decision:") || opens_with_more(text, "decision") ||
      opens_strictly(text, "agreed") || opens_strictly(text, "noted") || opens_strictly(text, "decided") ||
      opens_strictly(text, "approved"))
    return PassageKind::resolution;
  if (opens_strictly(text, "recommended") || opens_with_more(text, "recommendation") ||
      opens_with_more(text, "recommendations"))
    return PassageKind::recommendation;
  if (begins(text, "action:") || begins(text, "actions:") || begins(text, "action point") ||
      opens_with_more(text, "action"))
    return PassageKind::action;
  const std::size_t capitals = text.find("RESOLVED");
  if (capitals != std::string_view::npos && !is_capitals(text) && rules_sentence(text.substr(capitals + 8)))
    return PassageKind::resolution;
  return std::nullopt;
}

bool states_decision(std::string_view text) {
  return begins_word(without_marks(trim(text)), "that") || decision_opening(text) == PassageKind::resolution ||
         motion_outcome(text).has_value();
}

bool begins_decision(std::string_view text) {
  return decision_opening(text).has_value();
}

bool informal_decision(std::string_view text) {
  static constexpr std::array<std::string_view, 9> verbs = {
      "agreed",           "resolved",           "approved",
      "endorsed",         "unanimously agreed", "noted the report",
      "noted the update", "noted and agreed",   "considered and agreed"};
  if (opens_informally(text) || opens_informally(without_adverb(text)) || moved_and_agreed(text)) return true;
  if (text.size() <= longest_paragraph) {  // "Requests were many. It was agreed that …"
    for (std::size_t at = text.find(". "); at != std::string_view::npos; at = text.find(". ", at + 2)) {
      if (opens_informally(text.substr(at + 2))) return true;
    }
  }
  const auto act = act_of_body(text);  // "The Panel agreed …"
  return act && std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) { return begins_word(*act, verb); });
}

bool leads_acts(std::string_view text) {
  const auto act = act_of_body(text);
  return act && (*act == ":" || *act == "-" || *act == ":-" || *act == "\xE2\x80\x93");
}

bool is_act(std::string_view text) {
  static constexpr std::array<std::string_view, 9> verbs = {
      "noted", "agreed", "approved", "endorsed", "resolved", "recommended", "requested", "received", "supported"};
  return std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) { return begins_word(text, verb); });
}

bool heads_decision(std::string_view text) {
  static constexpr std::array<std::string_view, 13> heads = {
      "decision",        "decisions",     "resolved",       "resolution",      "resolutions",
      "agreed",          "decision made", "decisions made", "it was resolved", "decision taken",
      "decisions taken", "it was agreed", "penderfyniad"};
  if (text.size() > 30) return false;
  std::string key = lower(trim(text));
  while (!key.empty() && (key.back() == ':' || key.back() == '-' || key.back() == ' ')) key.pop_back();
  return std::find(heads.begin(), heads.end(), key) != heads.end();
}

bool heads_actions(std::string_view text) {
  return text.size() <= 60 && (begins_word(text, "action") || begins_word(text, "actions")) &&
         !begins_word(text, "action plan") && !begins_word(text, "actions from") &&
         (trim(text).back() == ':' || word_count(text) <= 3);
}

bool follows_decision(std::string_view text) {
  static constexpr std::array<std::string_view, 10> heads = {
      "reason for",    "reasons for",        "reason:",  "reasons:",     "alternative",
      "other options", "options considered", "conflict", "dispensation", "reasons"};
  return text.size() <= 90 &&
         std::any_of(heads.begin(), heads.end(), [&](std::string_view head) { return begins(text, head); });
}

bool heads_minutes(std::string_view text) {
  if (text.size() > 20) return false;
  std::string key = lower(trim(text));
  while (!key.empty() && (key.back() == ':' || key.back() == ' ')) key.pop_back();
  return key == "minutes" || key == "draft minutes" || key == "cofnodion";
}

bool ends_minutes(std::string_view text) {
  static constexpr std::array<std::string_view, 9> endings = {"-ooo-",
                                                              "meeting ended",
                                                              "the meeting ended",
                                                              "the meeting closed",
                                                              "meeting closed",
                                                              "the meeting concluded",
                                                              "duration of meeting",
                                                              "the meeting finished",
                                                              "daeth y cyfarfod i ben"};
  text = without_marks(text);
  return text.size() < 120 &&
         std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return begins(text, ending); });
}

}  // namespace minutebook::indexer
