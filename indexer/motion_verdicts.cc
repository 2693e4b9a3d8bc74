// What became of motions and amendments, and how was voted (decisions.h).
#include <algorithm>
#include <array>

#include "indexer/decisions.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::Outcome;

struct Verdict {
  std::string_view word;
  Outcome outcome;
};

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

}  // namespace

std::optional<Outcome> motion_outcome(std::string_view text) {
  static constexpr std::array<std::string_view, 8> motions = {
      "motion", "amendment", "proposal", "addendum", "cynnig", "gwelliant", "recommendation", "recommendations"};
  static constexpr std::array<Verdict, 8> verdicts = {{{"not carried", Outcome::lost},
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
  const bool motion =
      std::any_of(motions.begin(), motions.end(), [&](std::string_view one) { return contains_word(text, one); });
  for (const Verdict& one : verdicts) {
    const std::size_t at = find_word_ci(last, one.word);
    if (at == std::string_view::npos) continue;
    const std::string_view behind = last.substr(at + one.word.size());
    const bool alone = at == 0 && (behind.empty() || begins(behind, " unanimously")) && is_capitals(last);  // "CARRIED"
    if (alone || (motion && ends_verdict(behind))) return one.outcome;
  }
  return std::nullopt;
}

bool records_vote(std::string_view text) {
  return text.size() <= 100 &&
         (begins(text, "voting:") || begins(text, "vote:") || begins(text, "votes for") || begins(text, "voting "));
}

}  // namespace minutebook::indexer
