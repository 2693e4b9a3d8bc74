#include "indexer/body_names.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/item_numbers.h"
#include "indexer/normalise.h"
#include "indexer/text_shapes.h"
#include "schema/committee_kinds.h"

namespace minutebook::indexer {
namespace {

using schema::Date;

constexpr std::size_t npos = std::string_view::npos;

/// "3.2.21" behind a weekday or "on" in a head is a day; elsewhere it would be the number of a paragraph.
std::optional<Date> pointed_date(std::string_view text) {
  for (std::size_t at = text.find('.'); at != npos && at > 0; at = text.find('.', at + 1)) {
    const std::size_t begin = text.find_last_not_of("0123456789", at - 1) + 1;
    const std::size_t end = std::min(text.find_first_not_of("0123456789.", at), text.size());
    const std::string_view before = trim(text.substr(0, begin));
    const std::string last = lower(before.substr(before.find_last_of(" ,") + 1));
    if (begin == at || (!last.ends_with("day") && last != "on" && last != "held" && last != "date:")) continue;
    std::string padded;
    std::string part;
    for (const char c : std::string(text.substr(begin, end - begin)) + ".") {
      if (c != '.') {
        part += c;
      } else if (!part.empty()) {
        padded += (padded.empty() ? "" : ".") + (part.size() == 1 ? "0" + part : part);
        part.clear();
      }
    }
    if (const auto found = schema::find_dates(padded); !found.empty()) return found.front().date;
  }
  return std::nullopt;
}

/// A meeting's place ("Council Chamber, Town Hall", "Committee Room 2") is named like a body, but is none. What stands
/// before a place is kept; empty: the text is all place.
std::string_view without_place(std::string_view text) {
  static constexpr std::array<std::string_view, 9> places = {"council chamber", "committee room", "committee suite",
                                                             "cabinet room",    "cabinet suite",  "board room",
                                                             "council office",  "council house",  "council building"};
  std::size_t first = npos;
  std::string rest(text);
  for (const std::string_view place : places) {
    for (std::size_t at = find_ci(rest, place); at != npos; at = find_ci(rest, place)) {
      first = std::min(first, at);
      std::fill_n(rest.begin() + static_cast<std::ptrdiff_t>(at), place.size(), ' ');
    }
  }
  if (first == npos) return text;
  if (!names_a_body(rest)) return {};
  const std::string_view before = trim(text.substr(0, first));
  return names_a_body(before) ? before : text;
}

}  // namespace

bool names_a_council(std::string_view text) {
  text = trim(text);
  if (text.size() > 80) return false;
  if (begins(text, "london borough of ") || begins(text, "royal borough of ") || begins(text, "city of ") ||
      begins(text, "borough of ") || begins(text, "cyngor "))  // Welsh: "Cyngor Sir …", "Cyngor Tref …"
    return true;
  return text.size() > 8 && begins(text.substr(text.size() - 7), "council") && schema::committee_kind(text) == "other";
}

std::string whole_council(std::string_view text) {
  text = trim(text);
  const auto dates = schema::find_dates(text);
  if (!dates.empty()) text = trim(text.substr(0, dates.front().begin));
  while (!text.empty() && std::string_view(" ,-:").find(text.back()) != std::string_view::npos) text.remove_suffix(1);
  if (text.ends_with("\xE2\x80\x93")) text = trim(text.substr(0, text.size() - 3));
  const std::string small = lower(text);  // "Northvale Parish Council Minutes Tuesday 2 September 2014"
  if (small.ends_with(" minutes")) text = trim(text.substr(0, text.size() - 8));
  if (!names_a_council(text) || (!is_capitals(text) && !is_title_case(text)) || ends_sentence(text)) return {};
  return begins(text, "cyngor ") ? "Cyngor" : "Council";
}

bool is_body_name(std::string_view text) {
  text = trim(text);
  if (text.size() < 5 || text.size() > 160 || !names_a_body(text)) return false;
  const std::string name = body_name_in(text);
  return !name.empty();
}

std::string body_name_in(std::string_view text) {
  text = without_place(trim(text));
  // A minute's title, a person or those present are no bodies.
  for (const std::string_view no :
       {"minutes -", "minutes \xE2\x80\x93", "councillor", "cllr", "present", "attendees", "apologies", "membership"}) {
    if (begins(text, no)) return {};
  }
  if (const auto number = item_number(text); number && !number->title.empty()) return {};
  for (const std::string_view lead :
       {"report to ", "report to: ", "meeting: ", "committee: ", "to: ", "minutes of the ", "agenda for ",
        "agenda of the ", "agenda - ", "meeting of the ", "meeting of ", "members of the ",
        "extraordinary meeting of the "}) {
    if (begins(text, lead)) text = trim(text.substr(lead.size()));
  }
  if (begins(text, "the ")) text.remove_prefix(4);
  const auto dates = schema::find_dates(text);
  std::size_t end = dates.empty() ? text.size() : dates.front().begin;
  end = std::min({end, find_ci(text, " held "), find_ci(text, " meeting"), find_ci(text, " at a meeting"),
                  find_ci(text, " minutes for ")});
  text = trim(text.substr(0, std::min(end, text.size())));
  end = std::min({text.size(), find_ci(text, ": "), find_ci(text, " work programme"), find_ci(text, " \xE2\x80\x93 ")});
  text = trim(text.substr(0, end));
  if (text.ends_with("\xE2\x80\x93")) text = trim(text.substr(0, text.size() - 3));
  while (!text.empty() && (text.back() == ',' || text.back() == '-' || text.back() == ':'))
    text = trim(text.substr(0, text.size() - 1));
  for (const std::string_view word : {" minutes", " agenda", " notes"}) {
    if (text.size() > word.size() && lower(text.substr(text.size() - word.size())) == word)
      text = trim(text.substr(0, text.size() - word.size()));
    while (!text.empty() && (text.back() == '-' || text.back() == ',')) text = trim(text.substr(0, text.size() - 1));
  }
  for (const std::string_view day :
       {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", " on", ","}) {
    if (text.size() > day.size() && lower(text.substr(text.size() - day.size())) == day)
      text = trim(text.substr(0, text.size() - day.size()));
  }
  if (!names_a_body(text) || ends_sentence(text) || word_count(text) > 16 || names_a_council(text)) return {};
  if (contains_word(text, "decision") || contains_word(text, "notice") || contains_word(text, "report") ||
      contains_word(text, "response"))
    return {};
  if (!is_capitals(text) && !is_title_case(text)) return {};
  return std::string(text);
}

std::optional<Date> only_date(std::string_view text) {
  text = trim(text);
  if (begins(text, "date:")) text = trim(text.substr(5));
  if (text.size() > 60) return std::nullopt;
  const auto dates = schema::find_dates(text);
  if (dates.size() != 1) return std::nullopt;
  const std::string_view before = trim(text.substr(0, dates.front().begin));
  const std::string_view after = trim(text.substr(dates.front().end));
  const bool time = after.size() <= 22 && after.find_first_of("0123456789") != npos;
  const bool day = before.empty() || before == "," || (before.size() <= 12 && lower(before).find("day") != npos) ||
                   lower(before) == "on";
  return day && (after.empty() || time || after == ".") ? std::optional<Date>(dates.front().date) : std::nullopt;
}

std::optional<Date> first_date(std::string_view text) {
  const auto found = schema::find_dates(text);
  return found.empty() ? pointed_date(text) : std::optional<Date>(found.front().date);
}

std::optional<Date> leading_date(std::string_view text) {
  text = trim(text);
  if (text.size() > 120 || ends_sentence(text)) return std::nullopt;
  const auto dates = schema::find_dates(text);
  if (dates.size() != 1) return std::nullopt;
  std::string before = lower(trim(text.substr(0, dates.front().begin)));
  while (!before.empty() && (before.back() == ',' || before.back() == ' ')) before.pop_back();
  const bool day = before.empty() || (before.size() <= 9 && before.ends_with("day"));
  return day ? std::optional<Date>(dates.front().date) : std::nullopt;
}

}  // namespace minutebook::indexer
