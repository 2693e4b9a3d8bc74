// Every number that bounds a query, in one place.
// Knows nothing of how queries are read or answered.
#pragma once

#include <cstddef>

namespace minutebook::query {

inline constexpr std::size_t max_query_bytes = 10'000;
inline constexpr std::size_t max_query_words = 500;
inline constexpr int max_parenthesis_depth = 100;
/// Letters or digits that must stand before the * of a wildcard.
inline constexpr std::size_t min_prefix_letters = 3;

inline constexpr int default_near_distance = 10;
inline constexpr int min_near_distance = 1;
inline constexpr int max_near_distance = 100;
/// `who:"J Smith"`: other words (initials, a comma's worth) allowed between the parts of one name.
inline constexpr int spare_words_in_name = 2;

/// Years read as dates in running words; other numbers of four digits stay words.
inline constexpr int first_plausible_year = 1900;
inline constexpr int last_plausible_year = 2099;
/// Years that `year:2000..2020` may list.
inline constexpr int max_years_in_range = 200;

/// Words of earlier queries kept before they are forgotten.
inline constexpr std::size_t max_words_remembered = 50'000;

/// Labels shown for one expansion; all of them are searched.
inline constexpr std::size_t max_labels_shown = 6;
/// Near names offered after a value that is not known.
inline constexpr std::size_t max_near_names = 3;

}  // namespace minutebook::query
