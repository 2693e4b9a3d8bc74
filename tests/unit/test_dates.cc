// Dates as council papers write them, date ranges as users write them, municipal years.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "schema/date.h"

namespace minutebook::schema {
namespace {

struct TextCase {
  std::string_view text;
  std::vector<std::string> dates;
};

void PrintTo(const TextCase& value, std::ostream* out) {
  *out << value.text;
}

class DatesInText : public testing::TestWithParam<TextCase> {};

TEST_P(DatesInText, AreFound) {
  std::vector<std::string> dates;
  for (const FoundDate& found : find_dates(GetParam().text)) dates.push_back(iso_date(found.date));
  EXPECT_EQ(dates, GetParam().dates);
}

INSTANTIATE_TEST_SUITE_P(
    Named, DatesInText,
    testing::Values(
        TextCase{"Monday, 23 March 2020", {"2020-03-23"}}, TextCase{"Monday, 23rd March 2020", {"2020-03-23"}},
        TextCase{"Monday 23rd March 2020", {"2020-03-23"}}, TextCase{"8 January 2024", {"2024-01-08"}},
        TextCase{"24th January, 2020", {"2020-01-24"}}, TextCase{"13 th July 2020", {"2020-07-13"}},
        TextCase{"21 st Sept 2020", {"2020-09-21"}}, TextCase{"21st Sept., 2020", {"2020-09-21"}},
        TextCase{"23rd Sept -4th Oct 2019", {"2019-10-04"}}, TextCase{"27th and 28th July 2022", {"2022-07-28"}},
        TextCase{"27th and 28th of July 2022", {"2022-07-28"}}, TextCase{"9 and 16 September 2021", {"2021-09-16"}},
        TextCase{"8th/9th March 2021", {"2021-03-09"}}, TextCase{"2/3 March 2021", {"2021-03-03"}},
        TextCase{"1 July to 30 September 2023", {"2023-09-30"}},
        TextCase{"Wednesday, 2nd October, 2019 10.10 am", {"2019-10-02"}},
        TextCase{"Monday 18th September, 2023 4.30 pm", {"2023-09-18"}}, TextCase{"31st-Mar-2025", {"2025-03-31"}},
        TextCase{"12th-Sep-2012 18.30", {"2012-09-12"}}, TextCase{"12-Sep-12", {"2012-09-12"}},
        TextCase{"minutes_09th-Jan-2025_10.00_Panel.pdf", {"2025-01-09"}}, TextCase{"on 7_March_2023", {"2023-03-07"}},
        TextCase{"Monday,\n23 March\n2020", {"2020-03-23"}}, TextCase{"23\u00A0March\u00A02020", {"2020-03-23"}},
        TextCase{"8thJanuary 2024", {"2024-01-08"}}, TextCase{"22 MAY 2018", {"2018-05-22"}},
        TextCase{"the 4th day of May 1998", {"1998-05-04"}}, TextCase{"(12 March 19)", {"2019-03-12"}},
        TextCase{"10 Chwefror 2016", {"2016-02-10"}}, TextCase{"6 o Fehefin 2023", {"2023-06-06"}},
        TextCase{"10fed Mai 2016", {"2016-05-10"}},
        TextCase{"8 January 2024 and 12 March 2024; 1.4.2024", {"2024-01-08", "2024-03-12", "2024-04-01"}}));

INSTANTIATE_TEST_SUITE_P(MonthFirst, DatesInText,
                         testing::Values(TextCase{"TUESDAY JUNE 7TH 2011", {"2011-06-07"}},
                                         TextCase{"March 23, 2015", {"2015-03-23"}},
                                         TextCase{"on October 5th 2011.", {"2011-10-05"}},
                                         TextCase{"from May 1 to June 2, 2020", {"2020-06-02"}},
                                         TextCase{"4 March 7 2020", {}}, TextCase{"June 7", {}},
                                         TextCase{"June 31 2011", {}}, TextCase{"in March, 12 of 2015 homes", {}}));

INSTANTIATE_TEST_SUITE_P(Numeric, DatesInText,
                         testing::Values(TextCase{"04/03/2026", {"2026-03-04"}}, TextCase{"14/9/10", {"2010-09-14"}},
                                         TextCase{"1/2/85", {"1985-02-01"}}, TextCase{"01.02.2020", {"2020-02-01"}},
                                         TextCase{"Letter 16.12.24", {"2024-12-16"}},
                                         TextCase{"4-3-2026", {"2026-03-04"}},
                                         TextCase{"2024-01-08T10:00", {"2024-01-08"}},
                                         TextCase{"cabinet_2025-03-04_Report", {"2025-03-04"}}));

INSTANTIATE_TEST_SUITE_P(
    None, DatesInText,
    testing::Values(TextCase{"", {}}, TextCase{"no figures in March", {}}, TextCase{"March 2020", {}},
                    TextCase{"Summer term 2020", {}}, TextCase{"2023/24, 2023-24, 2023–2024", {}},
                    TextCase{"Quarter 2 2023-24, Q2 2019/20", {}}, TextCase{"Thursday 10 am", {}},
                    TextCase{"30 February 2020", {}}, TextCase{"29/02/2023", {}}, TextCase{"32 March 2020", {}},
                    TextCase{"paragraph 4.2.13", {}}, TextCase{"1.2.3.2020", {}}, TextCase{"23/03/2020/4", {}},
                    TextCase{"24/7/365", {}}, TextCase{"16-02-10", {}}, TextCase{"on 12 March 15 members sat", {}},
                    TextCase{"CYP15 March 2020", {}}, TextCase{"April 2023 to March 2024", {}},
                    TextCase{"12\n\n\n\nMarch 2020", {}}, TextCase{"5 marches 2020", {}}, TextCase{"0 May 2020", {}}));

TEST(FindDates, TellsWhereTheDateStands) {
  const std::string text = "held on Monday, 23rd March, 2020 at";
  const std::vector<FoundDate> found = find_dates(text);
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(text.substr(found[0].begin, found[0].end - found[0].begin), "Monday, 23rd March, 2020");
  EXPECT_TRUE(found[0].weekday_fits);
}

TEST(FindDates, HoldsTheWeekdayAgainstTheDate) {
  const auto fits = [](std::string_view text) { return find_dates(text).at(0).weekday_fits; };
  EXPECT_FALSE(fits("Tuesday 23rd March 2020"));
  EXPECT_TRUE(fits("Mon. the 23rd of March 2020"));
  EXPECT_TRUE(fits("Thurs 29/02/2024"));
  EXPECT_FALSE(fits("Friday, 29 February 2024"));
  EXPECT_TRUE(fits("Dydd Mercher, 10 Chwefror 2016"));
  EXPECT_FALSE(fits("Dydd Mawrth 10 Chwefror 2016"));
  EXPECT_TRUE(fits("9 Mawrth, 10 Mawrth 2016"));
  EXPECT_TRUE(fits("Saturday 1 January 2000"));
}

struct RangeCase {
  std::string_view text;
  std::string from;
  std::string to;
};

void PrintTo(const RangeCase& value, std::ostream* out) {
  *out << value.text;
}

class DateRanges : public testing::TestWithParam<RangeCase> {};

TEST_P(DateRanges, AreRead) {
  const std::optional<DateRange> range = parse_date_range(GetParam().text);
  ASSERT_TRUE(range);
  EXPECT_EQ(range->from ? iso_date(*range->from) : "", GetParam().from);
  EXPECT_EQ(range->to ? iso_date(*range->to) : "", GetParam().to);
}

INSTANTIATE_TEST_SUITE_P(
    Ranges, DateRanges,
    testing::Values(
        RangeCase{"2020", "2020-01-01", "2020-12-31"}, RangeCase{"2020-02", "2020-02-01", "2020-02-29"},
        RangeCase{"2020-05-01", "2020-05-01", "2020-05-01"}, RangeCase{" May 2020 ", "2020-05-01", "2020-05-31"},
        RangeCase{"Sept 2020", "2020-09-01", "2020-09-30"}, RangeCase{"8 January 2024", "2024-01-08", "2024-01-08"},
        RangeCase{"Monday 8th January 2024", "2024-01-08", "2024-01-08"},
        RangeCase{"23/03/2020", "2020-03-23", "2020-03-23"}, RangeCase{"2023/24", "2023-05-01", "2024-04-30"},
        RangeCase{"2019-20", "2019-05-01", "2020-04-30"}, RangeCase{"2019–2020", "2019-05-01", "2020-04-30"},
        RangeCase{"1999/00", "1999-05-01", "2000-04-30"}, RangeCase{"2011/12", "2011-05-01", "2012-04-30"},
        RangeCase{"2011-12", "2011-12-01", "2011-12-31"}, RangeCase{"2020..2023", "2020-01-01", "2023-12-31"},
        RangeCase{"2020-05..2021-06-30", "2020-05-01", "2021-06-30"}, RangeCase{"2020..", "2020-01-01", ""},
        RangeCase{"..May 2023", "", "2023-05-31"}, RangeCase{"2019/20 .. 2021/22", "2019-05-01", "2022-04-30"}));

TEST(DateRange, IsRefusedWhenItIsNone) {
  for (const std::string_view text :
       {"", "..", "May", "soon", "Q5 2023/24", "2023/25", "2020-13", "2020-02-30", "2023..2020", "12", "20200",
        "8 January 2024 at noon", "2020..soon", "3000", "May 20"}) {
    EXPECT_FALSE(parse_date_range(text)) << text;
  }
}

TEST(Date, KnowsTheCalendar) {
  EXPECT_EQ(last_day_of_month(2000, 2), 29);
  EXPECT_EQ(last_day_of_month(1900, 2), 28);
  EXPECT_EQ(iso_date(day_before({2020, 3, 1})), "2020-02-29");
  EXPECT_EQ(iso_date(day_before({2020, 1, 1})), "2019-12-31");
  EXPECT_EQ(iso_date(day_after({2019, 12, 31})), "2020-01-01");
  EXPECT_EQ(iso_date(day_after({2019, 2, 28})), "2019-03-01");
  EXPECT_FALSE(valid_date({}));
  EXPECT_FALSE(valid_date({2020, 0, 1}));
  EXPECT_EQ(iso_date({}), "");
  EXPECT_EQ(Date{}.packed(), 0U);
}

TEST(Date, SurvivesPackingAndIso) {
  for (Date date{2019, 12, 1}; date < Date{2021, 1, 2}; date = day_after(date)) {
    EXPECT_EQ(unpack_date(date.packed()), date);
    EXPECT_EQ(parse_iso_date(iso_date(date)), date);
  }
  for (const std::string_view text : {"2020-2-01", "2020/02/01", "2020-02-30", "02020-02-3", "2020-02-0x"}) {
    EXPECT_FALSE(parse_iso_date(text)) << text;
  }
}

TEST(Date, BelongsToAMunicipalYear) {
  EXPECT_EQ(municipal_year({2024, 1, 8}), "2023/24");
  EXPECT_EQ(municipal_year({2024, 4, 30}), "2023/24");
  EXPECT_EQ(municipal_year({2024, 5, 1}), "2024/25");
  EXPECT_EQ(municipal_year({1999, 12, 1}), "1999/00");
  EXPECT_EQ(municipal_year({2008, 6, 1}), "2008/09");
  EXPECT_EQ(municipal_year({}), "");
}

}  // namespace
}  // namespace minutebook::schema
