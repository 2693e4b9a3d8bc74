#include "query/due_words.h"

#include <algorithm>
#include <array>
#include <optional>

#include "schema/date.h"

namespace minutebook::query {

namespace {

constexpr auto months = std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july",
                                                         "august", "september", "october", "november", "december"});

// Singular forms; "#" stands for a figure or a number in words, "@" for the name of a month.
constexpr auto openings = std::to_array<std::string_view>({
    "by the end of",
    "before the end of",
    "by the next|first|following|end",
    "by|before #",
    "by|before @",
    "by|before the @|summer|autumn|spring|winter|start|beginning",
    "in|within|after|for # month|week|day|year",
    "in|within|after a month|year|quarter",
    "in|during the autumn|spring|summer|winter|new",
    "in @",
    "in # and",
    "to|at|for the|its|a|our next|first|following",
    "to|at|for the @",
    "to|at|for a future|later meeting",
    "to each|every meeting",
    "each|every quarter|month|year|meeting|term",
    "every # month|week|year",
    "on a quarterly|monthly|annual|regular basis",
    "# month after",
    "in due course",
    "as soon as possible",
    "in writing before",
});
constexpr auto goes_on = std::to_array<std::string_view>(
    {"the",       "next",    "first",      "following", "of",     "new",       "municipal", "financial", "year",
     "years",     "meeting", "meetings",   "month",     "months", "week",      "weeks",     "day",       "days",
     "time",      "this",    "that",       "end",       "autumn", "spring",    "summer",    "winter",    "term",
     "committee", "panel",   "commission", "board",     "and",    "again",     "in",        "after",     "quarter",
     "cycle",     "march",   "s",          "every",     "each",   "scheduled", "academic",  "calendar",  "at",
     "later",     "than",    "future",     "basis",     "course", "possible",  "group",     "council"});
constexpr auto number_words = std::to_array<std::string_view>(
    {"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "eighteen"});

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_number(std::string_view word) {
  return contains(number_words, word) || (!word.empty() && word.front() >= '0' && word.front() <= '9');
}

bool fits(std::string_view forms, const PassageWord& word) {
  while (true) {
    const std::size_t bar = forms.find('|');
    const std::string_view form = forms.substr(0, bar);
    if (form == "#"   ? is_number(word.folded)
        : form == "@" ? contains(months, word.folded)
                      : form == word.folded || form == word.singular)
      return true;
    if (bar == std::string_view::npos) return false;
    forms.remove_prefix(bar + 1);
  }
}

std::size_t opens_at(const PassageWords& passage, std::string_view opening, std::size_t at) {
  const std::size_t first = at;
  while (true) {
    const std::size_t space = opening.find(' ');
    if (at >= passage.words.size() || passage.words[at].sentence != passage.words[first].sentence) return 0;
    if (!fits(opening.substr(0, space), passage.words[at])) return 0;
    ++at;
    if (space == std::string_view::npos) return at - first;
    opening.remove_prefix(space + 1);
  }
}

WordRange time_from(const PassageWords& passage, std::size_t at) {
  const PassageWord& opens = passage.words[at];
  // "quarterly" at the end of a clause; before a noun it says what kind of report it is.
  const bool closes = at + 1 == passage.words.size() || passage.words[at + 1].sign != 0 ||
                      passage.words[at + 1].sentence != opens.sentence;
  if (closes && contains(std::to_array<std::string_view>({"quarterly", "monthly", "annually"}), opens.folded))
    return {at, at + 1};
  if (opens.folded == "when" && at > 0 && at + 1 < passage.words.size() && passage.words[at + 1].folded == "the") {
    WordRange range{at, at + 1};
    constexpr std::size_t longest = 14;
    while (range.end < passage.words.size() && range.end - at < longest && passage.words[range.end].sign == 0 &&
           passage.words[range.end].sentence == opens.sentence)
      ++range.end;
    return range;
  }
  for (const std::string_view opening : openings) {
    const std::size_t length = opens_at(passage, opening, at);
    if (length == 0) continue;
    // "in July 2023 and every six months after that": a list of times goes on over its commas' side only.
    WordRange range{at, at + length};
    const std::size_t sentence = passage.words[at].sentence;
    while (range.end < passage.words.size() && passage.words[range.end].sentence == sentence) {
      const PassageWord& word = passage.words[range.end];
      const bool time = contains(goes_on, word.folded) || contains(months, word.folded) || is_number(word.folded);
      if (word.sign != 0 || !time) break;
      ++range.end;
    }
    constexpr auto loose = std::to_array<std::string_view>({"and", "of", "the", "in", "after", "at", "this", "that"});
    const std::size_t least = at + length;
    while (range.end > least && contains(loose, passage.words[range.end - 1].folded) &&
           passage.words[range.end - 2].folded != "after")
      --range.end;
    return range;
  }
  return {};
}

/// "whose windows were open in February": when something was, not when it is due. The verb before tells, as far back as
/// the clause goes.
bool tells_the_past(const PassageWords& passage, std::size_t at, std::size_t first) {
  constexpr auto past = std::to_array<std::string_view>({"was", "were", "had", "been"});
  constexpr auto to_come =
      std::to_array<std::string_view>({"be", "to", "would", "will", "shall", "should", "must", "receive", "report"});
  for (std::size_t i = at; i > first; --i) {
    const PassageWord& word = passage.words[i - 1];
    if (contains(past, word.folded)) return true;
    if (contains(to_come, word.folded) || passage.words[i].sign != 0 || word.sentence != passage.words[at].sentence)
      return false;
  }
  return false;
}

/// "2016-10" of "by October 2016"; the last month stated counts only if it is the only one.
std::string month_stated(const PassageWords& passage, const WordRange& range) {
  std::string stated;
  for (std::size_t i = range.first; i + 1 < range.end; ++i) {
    const auto* const month = std::find(months.begin(), months.end(), passage.words[i].folded);
    const std::string_view year = passage.words[i + 1].folded;
    if (month == months.end() || year.size() != 4 || year.find_first_not_of("0123456789") != std::string_view::npos)
      continue;
    if (!stated.empty()) return {};
    const auto number = static_cast<int>(month - months.begin()) + 1;
    stated = std::string(year) + (number < 10 ? "-0" : "-") + std::to_string(number);
  }
  return stated;
}

}  // namespace

Due find_due(const PassageWords& passage, const WordRange& within, const schema::Date& date) {
  for (std::size_t at = within.first; at < within.end; ++at) {
    const WordRange range = time_from(passage, at);
    if (range.empty() || tells_the_past(passage, at, within.first)) continue;
    Due due{passage.written(range), {}};
    const std::vector<schema::FoundDate> days = schema::find_dates(due.words);
    due.date = days.size() == 1 ? schema::iso_date(days.front().date) : month_stated(passage, range);
    const std::string today = schema::iso_date(date);
    // "in November 2023" of a meeting in 2024 is when something was, not when it is due.
    if (!due.date.empty() && !today.empty() && due.date < today.substr(0, due.date.size())) continue;
    return due;
  }
  return {};
}

std::vector<std::string> words_of_time(std::string_view words) {
  constexpr auto left_out =
      std::to_array<std::string_view>({"a", "after", "and", "at", "by", "for", "in", "its", "of", "on", "our", "the",
                                       "this", "time", "to", "that", "within"});
  PassageReader reader;
  std::vector<std::string> told;
  for (const PassageWord& word : reader.read(words).words) {
    if (contains(left_out, word.folded) || contains(left_out, word.singular)) continue;
    const auto* const number = std::find(number_words.begin(), number_words.end(), word.folded);
    const bool in_words = number != number_words.end() && word.folded != "eighteen";
    told.push_back(in_words ? std::to_string(number - number_words.begin() + 1) : std::string(word.singular));
  }
  std::sort(told.begin(), told.end());
  return told;
}

}  // namespace minutebook::query
