// Dates among running words ("since 2020", "between May 2019 and 2022", "last year") and what since, after, before and
// until mean. Knows nothing of syntax trees or indexes; reading a single date is schema/date.h.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/date.h"

namespace minutebook::query {

enum class DateRelation {
  since,   ///< from the first day
  after,   ///< from the day after the last day
  before,  ///< to the day before the first day
  until,   ///< to the last day
  within   ///< from the first to the last day
};

/// Words that stand before a date, as fields (`since:2020`).
struct DateWord {
  std::string_view name;
  DateRelation relation;
};
inline constexpr std::array<DateWord, 5> date_fields = {{{"since", DateRelation::since},
                                                         {"from", DateRelation::since},
                                                         {"after", DateRelation::after},
                                                         {"before", DateRelation::before},
                                                         {"until", DateRelation::until}}};

constexpr std::optional<DateRelation> find_date_field(std::string_view name) {
  for (const DateWord& word : date_fields) {
    if (word.name == name) return word.relation;
  }
  return std::nullopt;
}

/// The days that stand in `relation` to the period `period` (both ends known).
schema::DateRange related_range(DateRelation relation, const schema::DateRange& period);

/// A date found among words.
struct NaturalDate {
  std::size_t first = 0;  ///< words [first, first + count)
  std::size_t count = 0;
  schema::DateRange range;
  bool alone = false;  ///< a day, or a month of a year, without a word of relation: of the meeting, or named in the text
  bool operator==(const NaturalDate&) const = default;
};

/// Left to right, longest reading first, not overlapping. Words as typed; punctuation around them is ignored. `today`
/// gives "this year".
std::vector<NaturalDate> find_natural_dates(std::span<const std::string> words, const schema::Date& today);

}  // namespace minutebook::query
