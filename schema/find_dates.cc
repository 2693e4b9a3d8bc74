// Full days in running text. Every run of one, two or four digits is tried as the first number of a date; what stands
// before the day
// ("27th and", "1 July to") never matters, so that of a list or range the last day remains.
#include <array>
#include <optional>

#include "schema/characters.h"
#include "schema/date.h"
#include "schema/date_words.h"

namespace minutebook::schema {

namespace {

// Extraction breaks lines inside dates; further apart the parts belong to different cells or paragraphs.
constexpr int most_line_breaks = 2;
constexpr std::size_t most_blanks = 24;

/// Monday is 1. Counts days by Zeller's congruence.
int weekday_of(const Date& date) {
  const int month = date.month < 3 ? date.month + 12 : date.month;
  const int year = date.month < 3 ? date.year - 1 : date.year;
  const int zeller =
      (date.day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7;  // Saturday is 0
  return (zeller + 5) % 7 + 1;
}

struct Digits {
  int value = 0;
  std::size_t count = 0;
  std::size_t end = 0;
};

class DateScanner {
 public:
  explicit DateScanner(std::string_view text) : text_(text) {}

  std::vector<FoundDate> run() const {
    std::vector<FoundDate> found;
    for (std::size_t at = 0; at < text_.size();) {
      at = text_.find_first_of("0123456789", at);
      if (at == std::string_view::npos) break;
      const Digits first = digits(at);
      std::optional<FoundDate> date = date_at(at, first);
      if (date) add_weekday(*date, found.empty() ? 0 : found.back().end);
      at = date ? date->end : first.end;
      if (date) found.push_back(*date);
    }
    return found;
  }

 private:
  char byte(std::size_t at) const { return at < text_.size() ? text_[at] : '\0'; }

  Digits digits(std::size_t at) const {
    Digits out{0, 0, at};
    for (; is_ascii_digit(byte(out.end)); ++out.end) {
      if (++out.count <= 4) out.value = out.value * 10 + (text_[out.end] - '0');
    }
    return out;
  }

  std::string_view letters(std::size_t at) const {
    std::size_t end = at;
    while (is_ascii_letter(byte(end))) ++end;
    return text_.substr(at, end - at);
  }

  std::string_view letters_before(std::size_t end) const {
    std::size_t begin = end;
    while (begin > 0 && is_ascii_letter(text_[begin - 1])) --begin;
    return text_.substr(begin, end - begin);
  }

  /// Blanks, among them no-break spaces, the underscores of file names and a few line breaks.
  std::size_t skip_blanks(std::size_t at) const {
    const std::size_t limit = at + most_blanks;
    int breaks = 0;
    while (at < text_.size() && at < limit) {
      if (text_[at] == '\n' && ++breaks > most_line_breaks) return at;
      if (text_[at] == ' ' || text_[at] == '_' || text_[at] == '\t' || text_[at] == '\r' || text_[at] == '\n') {
        ++at;
      } else if (text_.substr(at, 2) == "\u00A0") {
        at += 2;
      } else {
        return at;
      }
    }
    return at;
  }

  /// Blanks around at most one sign of `signs`.
  std::size_t skip_gap(std::size_t at, std::string_view signs) const {
    at = skip_blanks(at);
    if (at < text_.size() && signs.find(text_[at]) != std::string_view::npos) return skip_blanks(at + 1);
    if (text_.substr(at, 3) == "\u2013" || text_.substr(at, 3) == "\u2019") return skip_blanks(at + 3);
    return at;
  }

  std::optional<FoundDate> date_at(std::size_t at, const Digits& first) const {
    if (first.count == 4) return year_first(at, first);
    if (first.count == 0 || first.count > 2 || first.value == 0 || first.value > 31) return std::nullopt;
    if (auto date = numeric(at, first)) return date;
    if (auto date = named(at, first)) return date;
    return month_first(at, first);
  }

  static std::optional<FoundDate> checked(const Date& date, std::size_t begin, std::size_t end) {
    if (!plausible_year(date.year) || !valid_date(date)) return std::nullopt;
    return FoundDate{date, begin, end, true};
  }

  /// A number before or after ("1.2.3.2020", "23/03/2020/4") makes it something else.
  bool stands_alone(std::size_t begin, std::size_t end, char sign) const {
    if (is_ascii_letter(byte(end)) && sign != '-') return false;
    if (begin > 0 && is_ascii_word(text_[begin - 1])) return false;
    if (begin > 1 && text_[begin - 1] == sign && is_ascii_digit(text_[begin - 2])) return false;
    return !is_ascii_digit(byte(end)) && !(byte(end) == sign && is_ascii_digit(byte(end + 1)));
  }

  std::optional<FoundDate> year_first(std::size_t at, const Digits& year) const {
    if (byte(year.end) != '-') return std::nullopt;
    const Digits month = digits(year.end + 1);
    if (month.count != 2 || byte(month.end) != '-') return std::nullopt;
    const Digits day = digits(month.end + 1);
    if (day.count != 2 || !stands_alone(at, day.end, '-')) return std::nullopt;
    return checked({year.value, month.value, day.value}, at, day.end);
  }

  /// "04/03/2026", "14/9/10", "01.02.2020", "03.09.19". Two-digit years: never with hyphens (file names put the year
  /// first); with points only if all numbers have two digits, for else it is the number of a paragraph ("4.2.13").
  std::optional<FoundDate> numeric(std::size_t at, const Digits& day) const {
    const char sign = byte(day.end);
    if (sign != '/' && sign != '.' && sign != '-') return std::nullopt;
    const Digits month = digits(day.end + 1);
    if (month.count == 0 || month.count > 2 || byte(month.end) != sign) return std::nullopt;
    const Digits year = digits(month.end + 1);
    if (!stands_alone(at, year.end, sign)) return std::nullopt;
    if (year.count == 4) return checked({year.value, month.value, day.value}, at, year.end);
    const bool short_year = sign == '/' || (sign == '.' && day.count == 2 && month.count == 2);
    if (year.count != 2 || !short_year) return std::nullopt;
    return checked({full_year(year.value), month.value, day.value}, at, year.end);
  }

  /// "23rd March 2020", "13 th July 2020", "31st-Mar-2025", "24th January, 2020", "27th and 28th of July 2022".
  std::optional<FoundDate> named(std::size_t at, const Digits& day) const {
    if (at > 0 && is_ascii_letter(text_[at - 1])) return std::nullopt;
    const std::size_t month_at = skip_filler(after_ordinal(day.end));
    const std::string_view name = letters(month_at);
    const int month = name.empty() ? 0 : number_of_name(month_names, name);
    if (month == 0) return std::nullopt;
    std::size_t year_at = month_at + name.size();
    if (byte(year_at) == '.') ++year_at;  // "Sept., 2020"
    const std::size_t gap = year_at;
    year_at = skip_gap(year_at, "-/.,'");
    const Digits year = digits(year_at);
    if (year.count == 4) return checked({year.value, month, day.value}, at, year.end);
    if (year.count != 2 || !short_year_after(gap, year_at, year.end)) return std::nullopt;
    return checked({full_year(year.value), month, day.value}, at, year.end);
  }

  /// "June 7th 2011", "March 23, 2015": a month before the day, a year of four digits behind it. A number before the
  /// month has it ("4 March 7 …").
  std::optional<FoundDate> month_first(std::size_t at, const Digits& day) const {
    std::size_t end = at;
    while (end > 0 && text_[end - 1] == ' ') --end;
    const std::string_view name = letters_before(end);
    const int month = name.size() < 3 || end == at ? 0 : number_of_name(month_names, name);
    if (month == 0) return std::nullopt;
    const std::size_t begin = end - name.size();
    const std::size_t before = text_.find_last_not_of(' ', begin == 0 ? 0 : begin - 1);
    if (begin > 0 && before != std::string_view::npos && is_ascii_digit(text_[before])) return std::nullopt;
    const Digits year = digits(skip_gap(after_ordinal(day.end), ","));
    if (year.count != 4 || is_ascii_word(byte(year.end))) return std::nullopt;
    return checked({year.value, month, day.value}, begin, year.end);
  }

  /// Two digits after a month are its year if a sign binds them to it ("Sep-12", "Sep '12"), or if nothing follows on
  /// the line.
  bool short_year_after(std::size_t gap, std::size_t year_at, std::size_t end) const {
    const char before = text_[year_at - 1];
    if (is_ascii_word(byte(end))) return false;
    if (year_at > gap && (before == '-' || before == '/' || before == '\'')) return true;
    return end == text_.size() || text_[end] == '\n' || text_[end] == ')';
  }

  std::size_t after_ordinal(std::size_t at) const {
    const std::size_t word_at = skip_blanks(at);
    std::string word(letters(word_at));
    for (char& c : word) c = ascii_lower(c);
    for (const std::string_view ordinal : english_ordinals) {
      // Without a space too ("8thJanuary"): no month begins like an ordinal ending.
      if (word.starts_with(ordinal)) return word_at + ordinal.size();
    }
    for (const std::string_view ordinal : welsh_ordinals) {
      if (word == ordinal) return word_at + ordinal.size();
    }
    return at;
  }

  /// Past the gap before a month, with "of", "day of", Welsh "o".
  std::size_t skip_filler(std::size_t at) const {
    at = skip_gap(at, "-/.,");
    for (const std::string_view filler : {"day", "of", "o"}) {
      if (letters(at) == filler) at = skip_blanks(at + filler.size());
    }
    return at;
  }

  /// Takes the weekday before a date into it; `floor` is the end of the date before.
  void add_weekday(FoundDate& found, std::size_t floor) const {
    std::size_t end = blanks_before(found.begin, floor);
    std::string_view word = letters_before(end);
    if (word == "the") {
      end = blanks_before(end - word.size(), floor);
      word = letters_before(end);
    }
    if (word.empty() || word.size() > 9) return;
    std::size_t begin = end - word.size();
    int weekday = number_of_name(weekday_names, word);
    if (weekday == 0) {
      const std::size_t dydd_end = blanks_before(begin, floor);
      const std::string_view dydd = letters_before(dydd_end);
      if (dydd != "Dydd" && dydd != "dydd" && dydd != "DYDD") return;
      weekday = number_of_name(welsh_weekday_names, word);
      begin = dydd_end - dydd.size();
    }
    if (weekday == 0) return;
    found.begin = begin;
    found.weekday_fits = weekday == weekday_of(found.date);
  }

  /// Where the text before blanks and a comma ends.
  std::size_t blanks_before(std::size_t at, std::size_t floor) const {
    const std::size_t limit = std::max(floor, at < most_blanks ? 0 : at - most_blanks);
    const std::size_t start = at;
    int breaks = 0;
    while (at > limit) {
      const char before = text_[at - 1];
      if (before == '\n' && ++breaks > most_line_breaks) return start;
      if (before == ' ' || before == '_' || before == ',' || before == '.' || before == '-' || before == '\t' ||
          before == '\r' || before == '\n') {
        --at;
      } else if (at > 1 && text_.substr(at - 2, 2) == "\u00A0") {
        at -= 2;
      } else {
        return at;
      }
    }
    return at;
  }

  std::string_view text_;
};

}  // namespace

std::vector<FoundDate> find_dates(std::string_view text) {
  return DateScanner(text).run();
}

}  // namespace minutebook::schema
