// Names of months, weekdays and ordinal endings, English and Welsh, and the limits of years that papers state.
// For schema/ only. Knows nothing of where dates stand in a text.
#pragma once

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <utility>

#include "schema/characters.h"

namespace minutebook::schema {

using NamedNumber = std::pair<std::string_view, int>;

// Welsh names also in the mutated forms they take after "o" ("6 o Fehefin") and "yn" ("yng Ngorffennaf").
inline constexpr std::array month_names = std::to_array<NamedNumber>({
    {"apr", 4},       {"april", 4},     {"aug", 8},         {"august", 8},     {"awst", 8},       {"chwefror", 2},
    {"dachwedd", 11}, {"dec", 12},      {"december", 12},   {"ebrill", 4},     {"fai", 5},        {"fawrth", 3},
    {"feb", 2},       {"february", 2},  {"fedi", 9},        {"fehefin", 6},    {"gorffennaf", 7}, {"hydref", 10},
    {"ionawr", 1},    {"jan", 1},       {"january", 1},     {"jul", 7},        {"july", 7},       {"jun", 6},
    {"june", 6},      {"mai", 5},       {"mar", 3},         {"march", 3},      {"mawrth", 3},     {"may", 5},
    {"medi", 9},      {"mehefin", 6},   {"ngorffennaf", 7}, {"nhachwedd", 11}, {"nov", 11},       {"november", 11},
    {"oct", 10},      {"october", 10},  {"orffennaf", 7},   {"ragfyr", 12},    {"rhagfyr", 12},   {"sep", 9},
    {"sept", 9},      {"september", 9}, {"tachwedd", 11},
});

// Monday is 1.
inline constexpr std::array weekday_names = std::to_array<NamedNumber>({
    {"fri", 5},
    {"friday", 5},
    {"mon", 1},
    {"monday", 1},
    {"sat", 6},
    {"saturday", 6},
    {"sun", 7},
    {"sunday", 7},
    {"thu", 4},
    {"thur", 4},
    {"thurs", 4},
    {"thursday", 4},
    {"tue", 2},
    {"tues", 2},
    {"tuesday", 2},
    {"wed", 3},
    {"wednesday", 3},
    {"weds", 3},
});

// After "Dydd"; alone they are other words ("Mawrth" is March too).
inline constexpr std::array welsh_weekday_names = std::to_array<NamedNumber>({
    {"gwener", 5},
    {"iau", 4},
    {"llun", 1},
    {"mawrth", 2},
    {"mercher", 3},
    {"sadwrn", 6},
    {"sul", 7},
});

inline constexpr std::array english_ordinals = std::to_array<std::string_view>({"st", "nd", "rd", "th"});
inline constexpr std::array welsh_ordinals =
    std::to_array<std::string_view>({"af", "il", "ydd", "ed", "fed", "eg", "ain"});

static_assert(std::is_sorted(month_names.begin(), month_names.end()), "looked up by halving");
static_assert(std::is_sorted(weekday_names.begin(), weekday_names.end()), "looked up by halving");
static_assert(std::is_sorted(welsh_weekday_names.begin(), welsh_weekday_names.end()), "looked up by halving");

/// Number of a name in one of the tables above, in any case; 0: it is not there.
template <std::size_t size>
int number_of_name(const std::array<NamedNumber, size>& table, std::string_view name) {
  std::string lower(name);
  for (char& byte : lower) byte = ascii_lower(byte);
  const auto row = std::lower_bound(table.begin(), table.end(), lower,
                                    [](const NamedNumber& a, const std::string& b) { return a.first < b; });
  return row != table.end() && row->first == lower ? row->second : 0;
}

/// Years that council papers speak of; outside them four digits are something else.
constexpr bool plausible_year(int year) {
  return year >= 1800 && year <= 2199;
}
/// Two-digit years: 00-69 are of this century.
constexpr int full_year(int two_digits) {
  return two_digits < 70 ? 2000 + two_digits : 1900 + two_digits;
}

}  // namespace minutebook::schema
