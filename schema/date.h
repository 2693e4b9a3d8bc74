// Calendar dates of council papers: reading the many ways they are written, municipal years.
// Knows nothing of papers or queries.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook::schema {

/// A day of the proleptic Gregorian calendar; {0,0,0} is "no date".
struct Date {
  int year = 0;
  int month = 0;
  int day = 0;

  bool known() const { return year != 0; }
  /// yyyymmdd, 0 for no date: sorts like the date.
  std::uint32_t packed() const { return static_cast<std::uint32_t>(year * 10000 + month * 100 + day); }
  auto operator<=>(const Date&) const = default;
};

Date unpack_date(std::uint32_t packed);
bool valid_date(const Date& date);
Date day_before(const Date& date);
Date day_after(const Date& date);
int last_day_of_month(int year, int month);
/// "2024-01-08"; empty for no date.
std::string iso_date(const Date& date);
/// Reads exactly yyyy-mm-dd.
std::optional<Date> parse_iso_date(std::string_view text);

/// The municipal year runs from 1 May (DESIGN.md section 1): 8 January 2024 -> "2023/24"; empty for no date.
std::string municipal_year(const Date& date);

/// A span of days, both ends included; a missing end is open.
struct DateRange {
  std::optional<Date> from;
  std::optional<Date> to;
  bool operator==(const DateRange&) const = default;
};

/// What users and manifests write where a date is expected: "2020", "2020-05", "2020-05-01", "May 2020",
/// "8 January 2024", "23/03/2020", "2023/24" (municipal year), "Q1 2023/24" (financial quarter, from 1 April),
/// "first quarter of 2023" (calendar quarter), "2020..2023", "2020-05..2021-06-30". nullopt: not a date.
std::optional<DateRange> parse_date_range(std::string_view text);

/// A date found in running text.
struct FoundDate {
  Date date;
  std::size_t begin = 0;  ///< byte offset of the first byte
  std::size_t end = 0;    ///< one past the last byte
  bool weekday_fits = true;
};

/// Every full day written in `text` (day first; forms of reference table "dates": "Monday 23rd March 2020",
/// "13 th July 2020", "24th January, 2020", "31st-Mar-2025", "04/03/2026", "14/9/10", "01.02.2020", Welsh months, line
/// breaks inside count as spaces), in order. Of a list or range of days ("27th and 28th July 2022") each last day
/// counts.
std::vector<FoundDate> find_dates(std::string_view text);

}  // namespace minutebook::schema
