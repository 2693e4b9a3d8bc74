// Dates among running words: which words are dates, which days they mean, and what stays a word.
#include <gtest/gtest.h>

#include <sstream>
#include <string>
#include <vector>

#include "query/natural_dates.h"

namespace minutebook::query {
namespace {

constexpr schema::Date today{2025, 3, 13};

std::vector<std::string> split(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) words.push_back(word);
  return words;
}

std::string shown(const std::optional<schema::Date>& date) {
  return date ? schema::iso_date(*date) : "open";
}

/// "first+count from to", "day" for a date alone; several joined by "; ".
std::string dates_of(const std::string& text) {
  std::string found;
  for (const NaturalDate& date : find_natural_dates(split(text), today)) {
    if (!found.empty()) found += "; ";
    found += std::to_string(date.first) + "+" + std::to_string(date.count) + " " + shown(date.range.from) + " " +
             shown(date.range.to) + (date.alone ? " alone" : "");
  }
  return found;
}

struct Case {
  const char* text;
  const char* dates;
};

void PrintTo(const Case& value, std::ostream* out) {
  *out << value.text;
}

class NaturalDates : public testing::TestWithParam<Case> {};

TEST_P(NaturalDates, AreFoundAndReadAsDocumented) {
  EXPECT_EQ(dates_of(GetParam().text), GetParam().dates) << GetParam().text;
}

INSTANTIATE_TEST_SUITE_P(
    Welsh, NaturalDates,
    testing::Values(
        Case{"digartrefedd ers 2020", "1+2 2020-01-01 open"}, Case{"ers mis Mai 2021", "0+4 2021-05-01 open"},
        Case{"ers Mai 2021", "0+3 2021-05-01 open"}, Case{"ers fis Fai 2021", "0+4 2021-05-01 open"},
        Case{"wedi 2019", "0+2 2020-01-01 open"}, Case{"ar ôl 2019", "0+3 2020-01-01 open"},
        Case{"ar ol 2019", "0+3 2020-01-01 open"}, Case{"cyn 2021", "0+2 open 2020-12-31"},
        Case{"cyn mis Mai 2021", "0+4 open 2021-04-30"}, Case{"hyd at 2022", "0+3 open 2022-12-31"},
        Case{"hyd 2022", "0+2 open 2022-12-31"}, Case{"tan 2022", "0+2 open 2022-12-31"},
        Case{"yn 2023", "0+2 2023-01-01 2023-12-31"}, Case{"ym Mai 2023", "0+3 2023-05-01 2023-05-31"},
        Case{"ym mis Mai 2023", "0+4 2023-05-01 2023-05-31"}, Case{"yng Ngorffennaf 2023", "0+3 2023-07-01 2023-07-31"},
        Case{"yn Nhachwedd 2023", "0+3 2023-11-01 2023-11-30"}, Case{"yn ystod 2021", "0+3 2021-01-01 2021-12-31"},
        Case{"yn 2019/20", "0+2 2019-05-01 2020-04-30"}, Case{"o 2019 i 2022", "0+4 2019-01-01 2022-12-31"},
        Case{"o 2019 hyd at 2022", "0+5 2019-01-01 2022-12-31"}, Case{"rhwng 2019 a 2022", "0+4 2019-01-01 2022-12-31"},
        Case{"o 2019 ymlaen", "0+3 2019-01-01 open"}, Case{"eleni", "0+1 2025-01-01 2025-12-31"},
        Case{"y llynedd", "0+2 2024-01-01 2024-12-31"}, Case{"ers llynedd", "0+2 2024-01-01 open"},
        Case{"8 Mawrth 2023", "0+3 2023-03-08 2023-03-08 alone"},
        Case{"8fed o Fawrth 2023", "0+4 2023-03-08 2023-03-08 alone"},
        Case{"3ydd Mawrth 2023", "0+3 2023-03-03 2023-03-03 alone"},
        // Without a date they are words.
        Case{"cyn y cyfarfod", ""}, Case{"mis Mai", ""}, Case{"o blant i oedolion", ""}, Case{"o 2019", ""},
        Case{"rhwng 2019 and 2022", ""}, Case{"y ddeddf yn llawn", ""}));

INSTANTIATE_TEST_SUITE_P(
    Relations, NaturalDates,
    testing::Values(Case{"EHCP timeliness since 2020", "2+2 2020-01-01 open"},
                    Case{"since May 2021", "0+3 2021-05-01 open"}, Case{"Since may 2021", "0+3 2021-05-01 open"},
                    Case{"since 8 January 2024", "0+4 2024-01-08 open"},
                    Case{"since Monday, 8th January 2024", "0+5 2024-01-08 open"},
                    Case{"since 23/03/2020", "0+2 2020-03-23 open"}, Case{"since 2020-05", "0+2 2020-05-01 open"},
                    Case{"since 2019/20", "0+2 2019-05-01 open"}, Case{"after 2019", "0+2 2020-01-01 open"},
                    Case{"after 31 December 2019", "0+4 2020-01-01 open"},
                    Case{"after February 2024", "0+3 2024-03-01 open"}, Case{"before May 2021", "0+3 open 2021-04-30"},
                    Case{"before 2021", "0+2 open 2020-12-31"}, Case{"until 2022", "0+2 open 2022-12-31"},
                    Case{"up to 2022", "0+3 open 2022-12-31"}, Case{"until February 2024", "0+3 open 2024-02-29"},
                    Case{"in 2023", "0+2 2023-01-01 2023-12-31"}, Case{"in May 2023", "0+3 2023-05-01 2023-05-31"},
                    Case{"during 2021?", "0+2 2021-01-01 2021-12-31"}, Case{"in 2019/20", "0+2 2019-05-01 2020-04-30"},
                    Case{"in 2019-20", "0+2 2019-05-01 2020-04-30"}, Case{"in 2019–20", "0+2 2019-05-01 2020-04-30"}));

INSTANTIATE_TEST_SUITE_P(
    QuartersAndMonths, NaturalDates,
    testing::Values(Case{"in Q1 2023/24", "0+3 2023-04-01 2023-06-30"},
                    Case{"in Q4 2023/24", "0+3 2024-01-01 2024-03-31"}, Case{"since Q3 2023-24", "0+3 2023-10-01 open"},
                    Case{"during quarter 2 of 2023/24", "0+5 2023-07-01 2023-09-30"},
                    Case{"in the first quarter of 2023/24", "0+6 2023-04-01 2023-06-30"},
                    Case{"in the 1st quarter 2023", "0+5 2023-01-01 2023-03-31"},
                    Case{"before Q1 2023", "0+3 open 2022-12-31"}, Case{"Q1 2023/24", ""}, Case{"in Q5 2023", ""},
                    Case{"in quarter first 2023", ""}, Case{"in Q1 lanterns", ""},
                    Case{"from Q1 2022/23 to Q4 2023/24", "0+6 2022-04-01 2024-03-31"},
                    Case{"since last May", "0+3 2024-05-01 open"}, Case{"since last February", "0+3 2025-02-01 open"},
                    Case{"since last March", "0+3 2024-03-01 open"}, Case{"in last month", "0+3 2025-02-01 2025-02-28"},
                    Case{"since this month", "0+3 2025-03-01 open"}, Case{"last May", ""},
                    Case{"since last review", ""}));

INSTANTIATE_TEST_SUITE_P(TwoEnds, NaturalDates,
                         testing::Values(Case{"from 2019 to 2022", "0+4 2019-01-01 2022-12-31"},
                                         Case{"from May 2019 until 2022", "0+5 2019-05-01 2022-12-31"},
                                         Case{"2019 to 2022", "0+3 2019-01-01 2022-12-31"},
                                         Case{"between 2019 and 2022", "0+4 2019-01-01 2022-12-31"},
                                         Case{"between 2022 and 2019", "0+4 2019-01-01 2022-12-31"},
                                         Case{"between 8 January 2024 and March 2024", "0+7 2024-01-08 2024-03-31"},
                                         Case{"2019-2022", "0+1 2019-01-01 2022-12-31"},
                                         Case{"2019–2022", "0+1 2019-01-01 2022-12-31"},
                                         Case{"since 2019 until 2021", "0+2 2019-01-01 open; 2+2 open 2021-12-31"}));

INSTANTIATE_TEST_SUITE_P(NamedYears, NaturalDates,
                         testing::Values(Case{"this year", "0+2 2025-01-01 2025-12-31"},
                                         Case{"transport last year", "1+2 2024-01-01 2024-12-31"},
                                         Case{"since last year", "0+3 2024-01-01 open"},
                                         Case{"in the last year", "2+2 2024-01-01 2024-12-31"}));

INSTANTIATE_TEST_SUITE_P(DaysAlone, NaturalDates,
                         testing::Values(Case{"23/03/2020", "0+1 2020-03-23 2020-03-23 alone"},
                                         Case{"minutes 20 January 2020", "1+3 2020-01-20 2020-01-20 alone"},
                                         Case{"present Monday 8th January 2024", "1+4 2024-01-08 2024-01-08 alone"},
                                         Case{"on 2024-01-08", "1+1 2024-01-08 2024-01-08 alone"},
                                         Case{"panel december 2024", "1+2 2024-12-01 2024-12-31 alone"},
                                         Case{"Dec 2024?", "0+2 2024-12-01 2024-12-31 alone"},
                                         Case{"mis Mai 2023", "0+3 2023-05-01 2023-05-31 alone"},
                                         Case{"minutes from May 2023", "2+2 2023-05-01 2023-05-31 alone"},
                                         Case{"May 2019 to May 2020", "0+5 2019-05-01 2020-05-31"}, Case{"2024-12", ""},
                                         Case{"budget 2024", ""}));

INSTANTIATE_TEST_SUITE_P(WordsThatStay, NaturalDates,
                         testing::Values(Case{"has anyone reviewed this before", ""}, Case{"before school clubs", ""},
                                         Case{"looked after children", ""}, Case{"Children Act 1989", ""},
                                         Case{"budget 2019/20", ""}, Case{"2019-2020", ""}, Case{"2022-2019", ""},
                                         Case{"since 5000", ""}, Case{"since May", ""}, Case{"in 8 January", ""},
                                         Case{"up 2022", ""}, Case{"1001-1099", ""}, Case{"report for 2020", ""},
                                         Case{"in 31 February 2024", ""}, Case{"", ""}, Case{"since", ""},
                                         Case{"from 2019", ""}, Case{"020 7946 0958", ""}, Case{"5 year plan", ""}));

TEST(NaturalDates, AYearIsNamedOnlyWhenTodayIsKnown) {
  EXPECT_TRUE(find_natural_dates(split("last year"), schema::Date{}).empty());
}

TEST(DateRelations, KeepBothEndsOrOpenOne) {
  const schema::DateRange may{schema::Date{2021, 5, 1}, schema::Date{2021, 5, 31}};
  EXPECT_EQ(related_range(DateRelation::within, may), may);
  EXPECT_EQ(related_range(DateRelation::after, may), (schema::DateRange{schema::Date{2021, 6, 1}, std::nullopt}));
  EXPECT_EQ(related_range(DateRelation::before, may), (schema::DateRange{std::nullopt, schema::Date{2021, 4, 30}}));
}

}  // namespace
}  // namespace minutebook::query
