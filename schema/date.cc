// The calendar, and reading what users write where a date is expected. Dates in running text: schema/find_dates.cc.
#include "schema/date.h"

#include <algorithm>
#include <array>
#include <cstdio>

#include "schema/characters.h"
#include "schema/date_words.h"

namespace minutebook::schema {

namespace {

bool leap_year(int year) {
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

std::optional<int> number(std::string_view text) {
  if (text.empty() || text.size() > 4) return std::nullopt;
  int value = 0;
  for (const char byte : text) {
    if (!is_ascii_digit(byte)) return std::nullopt;
    value = value * 10 + (byte - '0');
  }
  return value;
}

std::optional<int> year_number(std::string_view text) {
  const std::optional<int> year = number(text);
  return text.size() == 4 && year && plausible_year(*year) ? year : std::nullopt;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
  return text;
}

DateRange month_range(int year, int month) {
  return {Date{year, month, 1}, Date{year, month, last_day_of_month(year, month)}};
}

/// "2023/24", "2023–24", "2023-2024"; with a hyphen two digits up to 12 are a month ("2011-12" is December 2011, as
/// in ISO 8601).
std::optional<DateRange> year_pair_range(std::string_view text) {
  if (text.size() < 7) return std::nullopt;
  const std::optional<int> first = year_number(text.substr(0, 4));
  const Decoded sign = decode_utf8(text, 4);
  const std::string_view rest = text.substr(sign.next);
  const std::optional<int> second = number(rest);
  if (!first || !second || (sign.character != U'/' && !is_dash(sign.character))) return std::nullopt;
  if (rest.size() == 2 && sign.character == U'-' && *second >= 1 && *second <= 12) return month_range(*first, *second);
  const bool follows =
      (rest.size() == 2 && *second == (*first + 1) % 100) || (rest.size() == 4 && *second == *first + 1);
  if (!follows) return std::nullopt;
  return DateRange{Date{*first, 5, 1}, Date{*first + 1, 4, 30}};
}

std::optional<DateRange> named_month_range(std::string_view text) {
  const std::size_t space = text.find_first_of(" ,");
  if (space == std::string_view::npos) return std::nullopt;
  const int month = number_of_name(month_names, text.substr(0, space));
  const std::size_t digits = text.find_first_not_of(" ,", space);
  if (month == 0 || digits == std::string_view::npos) return std::nullopt;
  const std::optional<int> year = year_number(text.substr(digits));
  return year ? std::optional(month_range(*year, month)) : std::nullopt;
}

/// 1 to 4 for "q1", "first", "1st", "one", "1"; 0: no quarter. `after_word`: the word "quarter" stood before it.
int quarter_number(std::string_view word, bool after_word) {
  constexpr std::array<std::array<std::string_view, 5>, 4> names = {{{"q1", "first", "1st", "one", "1"},
                                                                     {"q2", "second", "2nd", "two", "2"},
                                                                     {"q3", "third", "3rd", "three", "3"},
                                                                     {"q4", "fourth", "4th", "four", "4"}}};
  for (std::size_t quarter = 0; quarter < names.size(); ++quarter) {
    for (std::size_t form = 0; form < names[quarter].size(); ++form) {
      const bool bare = form >= 3;
      if (names[quarter][form] == word && bare == after_word) return static_cast<int>(quarter) + 1;
    }
  }
  return 0;
}

/// "Q1 2023/24", "quarter 1 of 2023/24", "first quarter 2023". Of a pair of years the quarters of the financial year,
/// from 1 April, which is how councils report; of a plain year those of the calendar.
std::optional<DateRange> quarter_range(std::string_view text) {
  std::string lower(text);
  for (char& byte : lower) byte = ascii_lower(byte);
  std::vector<std::string_view> words;
  for (std::size_t at = 0; at < lower.size();) {
    const std::size_t end = std::min(lower.find(' ', at), lower.size());
    if (end > at) words.push_back(std::string_view(lower).substr(at, end - at));
    at = end + 1;
  }
  std::erase(words, "of");
  const bool before = words.size() == 3 && words[0] == "quarter";
  const bool behind = words.size() == 3 && words[1] == "quarter";
  const bool short_form = words.size() == 2 && words[0].front() == 'q';
  if (!before && !behind && !short_form) return std::nullopt;
  const int quarter = quarter_number(words[before ? 1 : 0], before);
  if (quarter == 0) return std::nullopt;
  const std::optional<int> year = year_number(words.back());
  const std::optional<DateRange> pair = year_pair_range(words.back());
  const bool financial = pair && pair->to->year > pair->from->year;
  if (!year && !financial) return std::nullopt;
  const int month = (financial ? 4 : 1) + 3 * (quarter - 1);
  const int first_year = (financial ? pair->from->year : *year) + (month > 12 ? 1 : 0);
  const int first_month = month > 12 ? month - 12 : month;
  return DateRange{Date{first_year, first_month, 1},
                   Date{first_year, first_month + 2, last_day_of_month(first_year, first_month + 2)}};
}

std::optional<DateRange> parse_one(std::string_view text) {
  if (const auto year = year_number(text)) return DateRange{Date{*year, 1, 1}, Date{*year, 12, 31}};
  if (auto range = year_pair_range(text)) return range;
  if (auto range = named_month_range(text)) return range;
  if (auto range = quarter_range(text)) return range;
  const std::vector<FoundDate> found = find_dates(text);
  if (found.size() != 1 || found[0].begin != 0 || found[0].end != text.size()) return std::nullopt;
  return DateRange{found[0].date, found[0].date};
}

}  // namespace

Date unpack_date(std::uint32_t packed) {
  return {static_cast<int>(packed / 10000), static_cast<int>(packed / 100 % 100), static_cast<int>(packed % 100)};
}

int last_day_of_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap_year(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

bool valid_date(const Date& date) {
  return date.year >= 1 && date.year <= 9999 && date.month >= 1 && date.month <= 12 && date.day >= 1 &&
         date.day <= last_day_of_month(date.year, date.month);
}

Date day_before(const Date& date) {
  if (date.day > 1) return {date.year, date.month, date.day - 1};
  if (date.month > 1) return {date.year, date.month - 1, last_day_of_month(date.year, date.month - 1)};
  return {date.year - 1, 12, 31};
}

Date day_after(const Date& date) {
  if (date.day < last_day_of_month(date.year, date.month)) return {date.year, date.month, date.day + 1};
  if (date.month < 12) return {date.year, date.month + 1, 1};
  return {date.year + 1, 1, 1};
}

std::string iso_date(const Date& date) {
  if (!date.known()) return {};
  std::array<char, 40> text{};
  const int length = std::snprintf(text.data(), text.size(), "%04d-%02d-%02d", date.year, date.month, date.day);
  return {text.data(), static_cast<std::size_t>(length)};
}

std::optional<Date> parse_iso_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const std::optional<int> year = number(text.substr(0, 4));
  const std::optional<int> month = number(text.substr(5, 2));
  const std::optional<int> day = number(text.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date{*year, *month, *day};
  return valid_date(date) ? std::optional(date) : std::nullopt;
}

std::string municipal_year(const Date& date) {
  if (!date.known()) return {};
  const int first = date.month >= 5 ? date.year : date.year - 1;
  const int last = (first + 1) % 100;
  return std::to_string(first) + (last < 10 ? "/0" : "/") + std::to_string(last);
}

std::optional<DateRange> parse_date_range(std::string_view text) {
  text = trimmed(text);
  const std::size_t dots = text.find("..");
  if (dots == std::string_view::npos) return text.empty() ? std::nullopt : parse_one(text);
  const std::string_view first = trimmed(text.substr(0, dots));
  const std::string_view last = trimmed(text.substr(dots + 2));
  DateRange range;
  if (!first.empty()) {
    const std::optional<DateRange> from = parse_one(first);
    if (!from) return std::nullopt;
    range.from = from->from;
  }
  if (!last.empty()) {
    const std::optional<DateRange> to = parse_one(last);
    if (!to) return std::nullopt;
    range.to = to->to;
  }
  const bool open = !range.from && !range.to;
  const bool backwards = range.from && range.to && *range.to < *range.from;
  return open || backwards ? std::nullopt : std::optional(range);
}

}  // namespace minutebook::schema
