// What was decided, by the words of a resolution and by the verdict on a motion (decisions.h).
#include <algorithm>
#include <array>
#include <string>

#include "indexer/decisions.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::Outcome;

struct OutcomeWord {
  std::string_view word;
  Outcome outcome;
};

// Welsh verbs with and without the soft mutation that small words before them cause.
constexpr std::array<OutcomeWord, 42> outcome_words = {{{"withdrawn", Outcome::withdrawn},
                                                        {"motion was lost", Outcome::lost},
                                                        {"was lost", Outcome::lost},
                                                        {"not carried", Outcome::lost},
                                                        {"be not approved", Outcome::lost},
                                                        {"not be approved", Outcome::lost},
                                                        {"be not agreed", Outcome::lost},
                                                        {"not be agreed", Outcome::lost},
                                                        {"be not adopted", Outcome::lost},
                                                        {"not be adopted", Outcome::lost},
                                                        {"deferred", Outcome::deferred},
                                                        {"adjourned", Outcome::deferred},
                                                        {"gohirio", Outcome::deferred},
                                                        {"ohirio", Outcome::deferred},
                                                        {"referred to", Outcome::referred},
                                                        {"be referred", Outcome::referred},
                                                        {"cyfeirio", Outcome::referred},
                                                        {"gyfeirio", Outcome::referred},
                                                        {"be recommended", Outcome::recommended},
                                                        {"recommended to", Outcome::recommended},
                                                        {"recommend to", Outcome::recommended},
                                                        {"to recommend", Outcome::recommended},
                                                        {"recommends", Outcome::recommended},
                                                        {"argymell", Outcome::recommended},
                                                        {"approved", Outcome::approved},
                                                        {"endorsed", Outcome::approved},
                                                        {"adopted", Outcome::approved},
                                                        {"confirmed", Outcome::approved},
                                                        {"correct record", Outcome::approved},
                                                        {"cymeradwyo", Outcome::approved},
                                                        {"gymeradwyo", Outcome::approved},
                                                        {"cadarnhau", Outcome::approved},
                                                        {"gadarnhau", Outcome::approved},
                                                        {"agreed", Outcome::agreed},
                                                        {"noted", Outcome::noted},
                                                        {"received", Outcome::noted},
                                                        {"note the", Outcome::noted},
                                                        {"nodi", Outcome::noted},
                                                        {"approve", Outcome::approved},
                                                        {"approval be", Outcome::approved},
                                                        {"permission be granted", Outcome::approved},
                                                        {"agree", Outcome::agreed}}};

constexpr std::size_t longest_verdict = 220;

/// What may stand behind the verdict on a motion: nothing, or how the votes fell: "by 22 votes to one, with two
/// abstentions", "31 votes to 29", "unanimously", "on the casting vote of the Chair".
bool ends_verdict(std::string_view behind) {
  if (behind.empty() || begins(behind, " unanimously") || begins(behind, " as follows")) return true;
  if (begins(behind, " on the ") && find_ci(behind, "casting vote") != std::string_view::npos) return true;
  if (begins(behind, " by ")) behind.remove_prefix(3);
  behind = trim(behind);
  const bool count = !behind.empty() && behind.front() >= '0' && behind.front() <= '9';
  return (count && contains_word(behind, "votes")) || begins(behind, "a majority") ||
         (count && behind.find_first_not_of("0123456789 -tovesi") == std::string_view::npos);
}

/// "The change was" before "not agreed and business went on": the sentence is about a motion, whatever follows.
bool tells_of_motion(std::string_view before) {
  static constexpr std::array<std::string_view, 6> subjects = {"motion",   "amendment", "proposal",
                                                               "addendum", "change",    "recommendation"};
  const std::vector<std::string_view> words = words_of(before);
  return words.size() >= 3 && words.size() <= 6 && lower(words.front()) == "the" && lower(words.back()) == "was" &&
         std::find(subjects.begin(), subjects.end(), lower(words[words.size() - 2])) != subjects.end();
}

}  // namespace

Outcome outcome_of(std::string_view text, Outcome inherited) {
  for (const OutcomeWord& one : outcome_words) {
    if (find_word_ci(text, one.word) == std::string_view::npos) continue;
    // "that the purchases approved in May be noted": what shall be done, not what was.
    const bool was = find_word_ci(text, "be " + std::string(one.word)) == std::string_view::npos &&
                     one.word.ends_with("ed") && find_ci(text, "be noted") != std::string_view::npos;
    if (one.outcome == Outcome::approved && was) continue;
    return one.outcome;
  }
  return inherited == Outcome::none ? Outcome::agreed : inherited;
}

std::optional<Outcome> motion_outcome(std::string_view text) {
  static constexpr std::array<std::string_view, 8> motions = {
      "motion", "amendment", "proposal", "addendum", "cynnig", "gwelliant", "recommendation", "recommendations"};
  static constexpr std::array<OutcomeWord, 9> verdicts = {{{"not carried", Outcome::lost},
                                                           {"not agreed", Outcome::lost},
                                                           {"lost", Outcome::lost},
                                                           {"defeated", Outcome::lost},
                                                           {"negatived", Outcome::lost},
                                                           {"fell", Outcome::lost},
                                                           {"rejected", Outcome::lost},
                                                           {"withdrawn", Outcome::withdrawn},
                                                           {"carried", Outcome::agreed}}};
  text = trim(text);
  if (text.size() > longest_verdict) return std::nullopt;
  std::string_view last = text;
  while (!last.empty() && (last.back() == '.' || last.back() == ')')) last.remove_suffix(1);
  const bool motion =  // or "Mr Holt proposed that … On being put to the vote this was LOST"
      std::any_of(motions.begin(), motions.end(), [&](std::string_view one) { return contains_word(text, one); }) ||
      find_ci(text, "put to the vote") != std::string_view::npos;
  for (const OutcomeWord& one : verdicts) {
    const std::size_t at = find_word_ci(last, one.word);
    if (at == std::string_view::npos) continue;
    const std::string_view behind = last.substr(at + one.word.size());
    const bool alone = at == 0 && (behind.empty() || begins(behind, " unanimously")) && is_capitals(last);  // "CARRIED"
    const bool subject = tells_of_motion(last.substr(0, at));  // "The change was not agreed and …"
    const bool goes_on = begins(behind, " and ") || begins(behind, ", and ");
    if (alone || (motion && ends_verdict(behind)) || (subject && (goes_on || ends_verdict(behind)))) return one.outcome;
  }
  return std::nullopt;
}

bool records_vote(std::string_view text) {
  return text.size() <= 100 &&
         (begins(text, "voting:") || begins(text, "vote:") || begins(text, "votes for") || begins(text, "voting "));
}

}  // namespace minutebook::indexer
