#include "query/request_things.h"

#include <algorithm>
#include <array>

namespace minutebook::query {

namespace {

struct Thing {
  std::string_view noun;  ///< singular
  Asked asked;
};

constexpr auto things = std::to_array<Thing>({
    {"update", Asked::update},
    {"feedback", Asked::update},
    {"report", Asked::report},
    {"paper", Asked::report},
    {"draft", Asked::report},
    {"letter", Asked::letter},
    {"information", Asked::information},
    {"detail", Asked::information},
    {"figure", Asked::information},
    {"breakdown", Asked::information},
    {"briefing", Asked::information},
    {"note", Asked::information},
    {"statistic", Asked::information},
    {"number", Asked::information},
    {"name", Asked::information},
    {"list", Asked::information},
    {"profile", Asked::information},
    {"presentation", Asked::information},
    {"copy", Asked::information},
    {"documentation", Asked::information},
    {"document", Asked::information},
    {"explanation", Asked::information},
    {"reply", Asked::information},
    {"response", Asked::information},
    {"proposal", Asked::report},
    {"analysis", Asked::information},
    {"assurance", Asked::information},
    {"audit", Asked::report},
});

constexpr auto given = std::to_array<std::string_view>(
    {"provided", "brought", "submitted", "presented", "circulated", "shared", "sent", "reported", "given", "supplied",
     "produced", "prepared", "made", "included", "fed", "forwarded", "tabled", "issued"});
constexpr auto asks = std::to_array<std::string_view>({"ask", "asks", "asked", "request", "requests", "requested"});
template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

Asked thing_of(std::string_view singular) {
  const auto* const found =
      std::find_if(things.begin(), things.end(), [&](const Thing& one) { return one.noun == singular; });
  return found == things.end() ? Asked::nothing : found->asked;
}

/// "the report", "this report", "the Annual Report": one that is there already.
bool at_hand(const PassageWords& passage, std::size_t at, std::size_t first) {
  constexpr std::size_t reach = 3;
  for (std::size_t i = at; i > first && at - i < reach;) {
    --i;
    const std::string_view word = passage.words[i].folded;
    if (word == "next" || word == "following" || word == "further" || word == "a" || word == "an") return false;
    if (word == "the" || word == "this" || word == "its" || word == "their" || word == "that") return true;
    if (contains(given, word) || word == "be") return false;
  }
  return false;
}

}  // namespace

bool is_asking(std::string_view folded) {
  return contains(asks, folded);
}

std::size_t clause_start(const PassageWords& passage, std::size_t at, const WordRange& sentence) {
  for (std::size_t i = at; i > sentence.first; --i) {
    const PassageWord& word = passage.words[i];
    if (word.sign == ':') return i;
    if (passage.words[i - 1].folded == "that") return i;
    const bool joins = passage.words[i - 1].folded == "and" || word.sign == ',';
    if (joins && has_phrase(passage, "be", {sentence.first, i})) return i;
  }
  return sentence.first;
}

Asked thing_in(const PassageWords& passage, const WordRange& range) {
  for (std::size_t i = range.first; i < range.end; ++i) {
    const Asked asked = thing_of(passage.words[i].singular);
    if (asked == Asked::nothing) continue;
    const bool reports = asked == Asked::report || asked == Asked::update;
    if (reports && at_hand(passage, i, range.first)) return Asked::nothing;
    // "the number of places": what is asked for is the verb's.
    return asked;
  }
  return Asked::nothing;
}

Asked passive_request(const PassageWords& passage, const WordRange& sentence) {
  for (std::size_t i = sentence.first + 1; i < sentence.end; ++i) {
    if (!contains(given, passage.words[i].folded)) continue;
    const std::string_view before = passage.words[i - 1].folded;
    if (before != "be" && !(i > sentence.first + 1 && passage.words[i - 2].folded == "be")) continue;
    // "Copies can be made available" offers, and asks for nothing.
    const std::size_t be = before == "be" ? i - 1 : i - 2;
    constexpr auto offers = std::to_array<std::string_view>({"can", "could", "may", "might", "cannot"});
    if (be > sentence.first && contains(offers, passage.words[be - 1].folded)) continue;
    const WordRange clause{clause_start(passage, i, sentence), i};
    const Asked asked = thing_in(passage, clause);
    if (asked != Asked::nothing) return asked;
    const bool reported = passage.words[i].folded == "reported" && i + 1 < sentence.end &&
                          passage.words[i + 1].folded == "to" && clause.end - clause.first > 2;
    if (reported) return Asked::report;
  }
  return Asked::nothing;
}

Asked wanted_request(const PassageWords& passage, const WordRange& sentence) {
  constexpr std::size_t reach = 8;
  for (std::size_t i = sentence.first; i < sentence.end; ++i) {
    const std::string_view word = passage.words[i].folded;
    const bool receives = word == "receive" || word == "receives";
    const bool asked_for =
        word == "for" && i > sentence.first &&
        std::any_of(passage.words.begin() +
                        static_cast<std::ptrdiff_t>(i > reach + sentence.first ? i - reach : sentence.first),
                    passage.words.begin() + static_cast<std::ptrdiff_t>(i),
                    [](const PassageWord& one) { return contains(asks, one.folded); });
    const bool requested = (word == "requested" || word == "requests") && i + 1 < sentence.end &&
                           passage.words[i + 1].folded != "that" && passage.words[i + 1].folded != "by";
    if (!receives && !asked_for && !requested) continue;
    const Asked asked = thing_in(passage, {i + 1, std::min(sentence.end, i + 1 + reach)});
    if (asked != Asked::nothing) return asked;
  }
  return Asked::nothing;
}

}  // namespace minutebook::query
