#include "query/natural_dates.h"

#include <algorithm>
#include <cctype>
#include <initializer_list>
#include <utility>

#include "query/limits.h"

namespace minutebook::query {
namespace {
bool all_digits(std::string_view text) {
  return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool all_letters(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; });
}

bool is_year(std::string_view text) {
  if (text.size() != 4 || !all_digits(text)) return false;
  const int year = std::stoi(std::string(text));
  return year >= first_plausible_year && year <= last_plausible_year;
}

/// Small letters, dashes made hyphens, punctuation around the word dropped ("2020?" -> "2020"); a lone hyphen stays.
std::string plain_word(std::string_view typed) {
  std::string plain;
  for (std::size_t i = 0; i < typed.size(); ++i) {
    const std::string_view rest = typed.substr(i);
    if (rest.starts_with("\u2013") || rest.starts_with("\u2014")) {
      plain += '-';
      i += 2;
    } else {
      plain += static_cast<char>(std::tolower(static_cast<unsigned char>(typed[i])));
    }
  }
  if (plain == "-") return plain;
  const auto inside = [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || static_cast<unsigned char>(c) >= 0x80U;
  };
  const auto begin = std::find_if(plain.begin(), plain.end(), inside);
  const auto end = std::find_if(plain.rbegin(), plain.rend(), inside).base();
  return begin < end ? std::string(begin, end) : std::string();
}

bool is_weekday(std::string_view word) {
  constexpr std::array<std::string_view, 7> names = {"monday", "tuesday",  "wednesday", "thursday",
                                                     "friday", "saturday", "sunday"};
  return std::find(names.begin(), names.end(), word) != names.end();
}

/// "8th", Welsh "8fed" -> "8"; empty if the word is no day of a month.
std::string day_number(std::string_view word) {
  for (const std::string_view suffix : {"st", "nd", "rd", "th", "af", "il", "ydd", "fed", "ed", "eg", "ain"}) {
    if (word.size() <= suffix.size() || !word.ends_with(suffix)) continue;
    word.remove_suffix(suffix.size());
    break;
  }
  return word.size() <= 2 && all_digits(word) ? std::string(word) : std::string();
}

struct Period {
  std::size_t count = 0;  ///< words it takes
  schema::DateRange range;
  bool single_day() const { return range.from == range.to; }
};

class DateReader {
 public:
  DateReader(std::span<const std::string> words, const schema::Date& today) : today_(today) {
    for (const std::string& word : words) words_.push_back(plain_word(word));
  }

  std::vector<NaturalDate> all() const {
    std::vector<NaturalDate> found;
    for (std::size_t at = 0; at < words_.size();) {
      const std::optional<NaturalDate> date = at_word(at);
      if (date) found.push_back(*date);
      at += date ? date->count : 1;
    }
    return found;
  }

 private:
  const std::string& word(std::size_t at) const {
    static const std::string none;
    return at < words_.size() ? words_[at] : none;
  }

  bool is(std::size_t at, std::initializer_list<std::string_view> words) const {
    return std::find(words.begin(), words.end(), word(at)) != words.end();
  }

  std::optional<NaturalDate> at_word(std::size_t at) const {
    if (auto date = two_ends(at)) return date;
    if (auto date = related(at)) return date;
    return alone(at);
  }

  /// Words that join the ends of a span of time at a word: "to", "and" after "between"; 0: they do not.
  std::size_t joint(std::size_t at, bool from, bool between, bool welsh) const {
    if (welsh && between) return is(at, {"a", "ac"}) ? 1 : 0;
    if (welsh) return is(at, {"hyd", "tan"}) ? (word(at + 1) == "at" ? 2 : 1) : is(at, {"i"}) ? 1 : 0;
    if (between) return word(at) == "and" ? 1 : 0;
    return word(at) == "to" || (from && is(at, {"until", "-"})) ? 1 : 0;
  }

  /// "from 2019 to 2022", "2019 to 2022", "between 2019 and 2022"; "o 2019 i 2022", "rhwng 2019 a 2022".
  std::optional<NaturalDate> two_ends(std::size_t at) const {
    const bool welsh = is(at, {"o", "rhwng"});
    const bool from = is(at, {"from", "o"});
    const bool between = is(at, {"between", "rhwng"});
    const std::size_t first = at + (from || between ? 1 : 0);
    const std::optional<Period> a = period(first);
    if (!a) return std::nullopt;
    const std::size_t words = joint(first + a->count, from, between, welsh);
    const std::optional<Period> b = words > 0 ? period(first + a->count + words) : std::nullopt;
    if (!b) return from_on(at, first, *a);
    // "between 2022 and 2019" can only mean one span, whichever end is named first.
    const auto [low, high] =
        std::minmax({std::pair(a->range.from, a->range.to), std::pair(b->range.from, b->range.to)});
    return NaturalDate{
        at, first - at + a->count + words + b->count, {low.first, std::max(low.second, high.second)}, false};
  }

  /// "o 2019 ymlaen": from 2019 on.
  std::optional<NaturalDate> from_on(std::size_t at, std::size_t first, const Period& period) const {
    if (word(at) != "o" || word(first + period.count) != "ymlaen") return std::nullopt;
    return NaturalDate{at, first - at + period.count + 1, {period.range.from, std::nullopt}, false};
  }

  /// "since 2020", "up to May 2021", "in 2019/20".
  std::optional<NaturalDate> related(std::size_t at) const {
    const std::optional<std::pair<std::size_t, DateRelation>> relation = relation_at(at);
    if (!relation) return std::nullopt;
    const std::optional<Period> when = period(at + relation->first);
    if (!when || (relation->second == DateRelation::within && when->single_day())) return std::nullopt;
    return NaturalDate{at, relation->first + when->count, related_range(relation->second, when->range), false};
  }

  /// Words taken, and what they say of the date behind them.
  std::optional<std::pair<std::size_t, DateRelation>> relation_at(std::size_t at) const {
    if (word(at) == "since") return std::pair(std::size_t{1}, DateRelation::since);
    if (word(at) == "after") return std::pair(std::size_t{1}, DateRelation::after);
    if (word(at) == "before") return std::pair(std::size_t{1}, DateRelation::before);
    if (word(at) == "until" || word(at) == "till") return std::pair(std::size_t{1}, DateRelation::until);
    if (word(at) == "up" && word(at + 1) == "to") return std::pair(std::size_t{2}, DateRelation::until);
    if (word(at) == "in" || word(at) == "during") return std::pair(std::size_t{1}, DateRelation::within);
    return welsh_relation_at(at);
  }

  /// "ers 2020", "cyn mis Mai 2021", "yn ystod 2022". Before a date none of these words is English.
  std::optional<std::pair<std::size_t, DateRelation>> welsh_relation_at(std::size_t at) const {
    if (word(at) == "ers") return std::pair(std::size_t{1}, DateRelation::since);
    if (word(at) == "wedi") return std::pair(std::size_t{1}, DateRelation::after);
    if (word(at) == "ar" && is(at + 1, {"ôl", "ol"})) return std::pair(std::size_t{2}, DateRelation::after);
    if (word(at) == "cyn") return std::pair(std::size_t{1}, DateRelation::before);
    if (is(at, {"hyd", "tan"})) return std::pair(std::size_t{word(at + 1) == "at" ? 2U : 1U}, DateRelation::until);
    if (is(at, {"yn", "ym", "yng"}))
      return std::pair(std::size_t{word(at + 1) == "ystod" ? 2U : 1U}, DateRelation::within);
    return std::nullopt;
  }

  /// "this year", "2019-2022", "8 January 2024", "January 2024": dates without a word of relation.
  std::optional<NaturalDate> alone(std::size_t at) const {
    if (const auto year = named_year(at)) return NaturalDate{at, year->count, year->range, false};
    if (const auto span = span_of_years(word(at))) return NaturalDate{at, 1, *span, false};
    const std::optional<Period> when = period(at);
    if (when && (when->single_day() || is_month_of_year(at, *when)))
      return NaturalDate{at, when->count, when->range, true};
    return std::nullopt;
  }

  /// "January 2024" written out; neither a quarter nor "last May", nor the rest of a day that is none.
  bool is_month_of_year(std::size_t at, const Period& when) const {
    if (at > 0 && !day_number(word(at - 1)).empty()) return false;
    return when.count > 1 && is_year(word(at + when.count - 1)) && when.range.from->year == when.range.to->year &&
           when.range.from->month == when.range.to->month;
  }

  /// "this year", "last year"; "eleni", "y llynedd".
  std::optional<Period> named_year(std::size_t at) const {
    if (!today_.known()) return std::nullopt;
    const std::size_t the = word(at) == "y" ? 1 : 0;
    if (word(at + the) == "llynedd") return Period{the + 1, whole_year(today_.year - 1)};
    if (word(at) == "eleni") return Period{1, whole_year(today_.year)};
    if (word(at + 1) != "year" || !is(at, {"this", "last"})) return std::nullopt;
    return Period{2, whole_year(word(at) == "this" ? today_.year : today_.year - 1)};
  }

  static schema::DateRange whole_year(int year) { return {schema::Date{year, 1, 1}, schema::Date{year, 12, 31}}; }

  /// "2019-2022". Two years that follow each other are one municipal or financial year and stay a word.
  static std::optional<schema::DateRange> span_of_years(std::string_view text) {
    if (text.size() != 9 || text[4] != '-' || !is_year(text.substr(0, 4)) || !is_year(text.substr(5)))
      return std::nullopt;
    const int from = std::stoi(std::string(text.substr(0, 4)));
    const int to = std::stoi(std::string(text.substr(5)));
    if (to - from <= 1) return std::nullopt;
    return schema::DateRange{schema::Date{from, 1, 1}, schema::Date{to, 12, 31}};
  }

  /// "Q1 2023/24", "the first quarter of 2023".
  std::optional<Period> quarter(std::size_t at) const {
    const std::size_t the = word(at) == "the" ? 1 : 0;
    const std::string& first = word(at + the);
    if (word(at + the + 1) != "quarter" && first != "quarter" && !first.starts_with('q')) return std::nullopt;
    std::string text;
    for (std::size_t count = 1; count <= 4; ++count) {
      text += (text.empty() ? "" : " ") + word(at + the + count - 1);
      if (count < 2) continue;
      if (const auto range = read(text, the + count)) return range;
    }
    return std::nullopt;
  }

  /// "last May": the latest that is over; "last month", "this month".
  std::optional<Period> named_month(std::size_t at) const {
    if (!today_.known() || (word(at) != "last" && word(at) != "this")) return std::nullopt;
    if (word(at + 1) == "month") {
      const schema::Date day = word(at) == "this" ? today_ : schema::day_before({today_.year, today_.month, 1});
      return Period{2,
                    {schema::Date{day.year, day.month, 1},
                     schema::Date{day.year, day.month, schema::last_day_of_month(day.year, day.month)}}};
    }
    if (word(at) != "last" || word(at + 1).size() < 3 || !all_letters(word(at + 1))) return std::nullopt;
    for (const int year : {today_.year, today_.year - 1}) {
      const auto month = read(word(at + 1) + " " + std::to_string(year), 2);
      if (month && *month->range.to < today_) return month;
    }
    return std::nullopt;
  }

  /// A year, quarter, month, day or municipal year that begins at a word.
  std::optional<Period> period(std::size_t at) const {
    if (const auto year = named_year(at)) return year;
    if (is(at, {"mis", "fis"}) && all_letters(word(at + 1))) {
      const std::optional<Period> month = period(at + 1);
      return month ? std::optional(Period{month->count + 1, month->range}) : std::nullopt;
    }
    if (const auto found = quarter(at)) return found;
    if (const auto month = named_month(at)) return month;
    const std::size_t weekday = is_weekday(word(at)) ? 1 : 0;
    const std::string day = day_number(word(at + weekday));
    const std::size_t of = word(at + weekday + 1) == "o" ? 1 : 0;  // "8 o Fawrth 2023"
    const std::string& month = word(at + weekday + of + 1);
    const std::string& year = word(at + weekday + of + 2);
    if (!day.empty() && month.size() >= 3 && all_letters(month) && is_year(year)) {
      return read(day + " " + month + " " + year, weekday + of + 3);
    }
    const std::string& first = word(at);
    if (first.size() >= 3 && all_letters(first) && is_year(word(at + 1))) return read(first + " " + word(at + 1), 2);
    return one_word(at);
  }

  std::optional<Period> one_word(std::size_t at) const {
    std::string text = word(at);
    if (is_year(text)) return read(text, 1);
    const bool date_signs = text.find_first_not_of("0123456789/.-") == std::string::npos;
    const bool signs_inside = text.find_first_of("/.-") != std::string::npos && text.find("..") == std::string::npos;
    if (text.size() < 6 || !date_signs || !signs_inside || span_of_years(text)) return std::nullopt;
    // "2019-20" cannot be a month: a municipal year. "2011-12" could be either and is read as schema/date.h reads it.
    if (text.size() == 7 && text[4] == '-' && text.substr(5) > "12") text[4] = '/';
    return read(text, 1);
  }

  static std::optional<Period> read(const std::string& text, std::size_t count) {
    const std::optional<schema::DateRange> range = schema::parse_date_range(text);
    if (!range || !range->from || !range->to) return std::nullopt;
    return Period{count, *range};
  }

  std::vector<std::string> words_;
  schema::Date today_;
};

}  // namespace

schema::DateRange related_range(DateRelation relation, const schema::DateRange& period) {
  switch (relation) {
    case DateRelation::since:
      return {period.from, std::nullopt};
    case DateRelation::after:
      return {schema::day_after(*period.to), std::nullopt};
    case DateRelation::before:
      return {std::nullopt, schema::day_before(*period.from)};
    case DateRelation::until:
      return {std::nullopt, period.to};
    case DateRelation::within:
      return period;
  }
  return period;
}

std::vector<NaturalDate> find_natural_dates(std::span<const std::string> words, const schema::Date& today) {
  return DateReader(words, today).all();
}

}  // namespace minutebook::query
