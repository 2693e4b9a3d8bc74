#include "query/telling_words.h"

#include <algorithm>
#include <array>

#include "query/function_words.h"

namespace minutebook::query {

namespace {

// Singular forms. They stand in the names of many reviews and tell none from another.
constexpr auto common_words = std::to_array<std::string_view>({"action",     "against",
                                                               "agree",      "appendix",
                                                               "april",      "august",
                                                               "available",  "borough",
                                                               "cabinet",    "carried",
                                                               "chair",      "chairman",
                                                               "commission", "committee",
                                                               "conclusion", "consider",
                                                               "council",    "county",
                                                               "cross",      "current",
                                                               "day",        "december",
                                                               "deep",       "determine",
                                                               "dive",       "draft",
                                                               "executive",  "february",
                                                               "final",      "finding",
                                                               "finish",     "following",
                                                               "foreword",   "friday",
                                                               "further",    "group",
                                                               "holding",    "in",
                                                               "inquiry",    "interim",
                                                               "item",       "january",
                                                               "july",       "june",
                                                               "look",       "made",
                                                               "march",      "may",
                                                               "meeting",    "member",
                                                               "minute",     "monday",
                                                               "month",      "next",
                                                               "note",       "november",
                                                               "now",        "after",
                                                               "october",    "offer",
                                                               "offered",    "office",
                                                               "one",        "outcome",
                                                               "overview",   "panel",
                                                               "paper",      "party",
                                                               "past",       "position",
                                                               "previous",   "previously",
                                                               "programme",  "progress",
                                                               "project",    "proposal",
                                                               "provide",    "provided",
                                                               "provision",  "rapid",
                                                               "recommend",  "recommendation",
                                                               "report",     "response",
                                                               "result",     "review",
                                                               "reviewed",   "scope",
                                                               "scoping",    "scrutiny",
                                                               "select",     "september",
                                                               "service",    "session",
                                                               "short",      "spotlight",
                                                               "step",       "study",
                                                               "support",    "task",
                                                               "terms",      "three",
                                                               "thursday",   "topic",
                                                               "tuesday",    "twelve",
                                                               "two",        "under",
                                                               "undertake",  "undertaken",
                                                               "update",     "updated",
                                                               "use",        "wednesday",
                                                               "what",       "within",
                                                               "work",       "working",
                                                               "year",       "years",
                                                               "reference",  "first",
                                                               "second",     "four",
                                                               "five",       "six",
                                                               "seven",      "eight",
                                                               "nine",       "ten",
                                                               "eleven",     "third",
                                                               "mini",       "and",
                                                               "cllr",       "councillor",
                                                               "mr",         "mrs",
                                                               "ms",         "pdf",
                                                               "page",       "again"});

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool is_telling(const PassageWord& word) {
  if (contains(common_words, word.singular) || contains(common_words, word.folded)) return false;
  const auto functions = function_words();
  if (std::find(functions.begin(), functions.end(), word.folded) != functions.end()) return false;
  return word.folded.find_first_of("0123456789") == std::string_view::npos;
}

}  // namespace minutebook::query
