#include "indexer/meeting_words.h"

#include <algorithm>
#include <array>

#include "indexer/body_names.h"
#include "indexer/normalise.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t npos = std::string_view::npos;

/// Where the name of a body ends: before "held", "on Monday", "at 10.00 am", a date or a place.
std::size_t name_end(std::string_view text) {
  static constexpr std::array<std::string_view, 15> stops = {
      " held",  " on ",        " at ", " in the ", ", on",  " commencing", " will be", " meeting",
      " which", " took place", " - ",  ". ",       " date", " was ",       " will "};
  std::size_t end = text.size();
  for (const std::string_view stop : stops) end = std::min(end, find_ci(text, stop));
  const auto dates = schema::find_dates(text);
  if (!dates.empty()) end = std::min(end, dates.front().begin);
  return end;
}

/// The minutes of a meeting "were approved": the text of an item.
bool tells_of_minutes(std::string_view text) {
  static constexpr std::array<std::string_view, 7> verbs = {"were",   "was",       "be",       "approved",
                                                            "agreed", "submitted", "confirmed"};
  return contains_word(text, "minutes") && find_ci(text, "subject to") == npos &&
         std::any_of(verbs.begin(), verbs.end(), [&](std::string_view verb) { return contains_word(text, verb); });
}

}  // namespace

std::string name_after_of(std::string_view text) {
  std::size_t at = find_ci(text, "meeting of ");
  if (at == npos) at = find_ci(text, "minutes of ");
  if (at == npos) at = find_ci(text, ") of the ");  // "A hybrid meeting (in person and online) of the …"
  if (at == npos) return {};
  std::string_view rest = text.substr(at);
  rest = rest.substr(rest.front() == ')' ? 5 : 11);
  for (const std::string_view article : {"the ", "a ", "an "}) {
    if (begins(rest, article)) rest.remove_prefix(article.size());
  }
  for (const std::string_view inner : {"meeting of the ", "meeting of ", "proceedings of the "}) {
    if (begins(rest, inner)) rest.remove_prefix(inner.size());
  }
  if (begins(rest, "this ")) return {};
  const std::size_t end = name_end(rest);
  const std::string name(trim(rest.substr(0, end)));
  if (begins_word(name, "council of") || begins_word(name, "county council of"))
    return "Council";  // "Council of the Borough of …"
  if (is_body_name(name)) return body_name_in(name);
  // The council itself met, unless its committee follows ("meeting of Northvale Council - Housing Panel").
  const std::string_view behind = rest.substr(end);
  return begins(behind, " - ") || names_a_body(behind) ? std::string() : whole_council(name);
}

bool tells_of_meeting(std::string_view text) {
  const std::size_t welsh = find_word_ci(text, "cynhaliwyd");
  if (welsh < 60 && find_word_ci(text, "cyfarfod", welsh) != npos && first_date(text)) return true;
  for (const std::string_view held :
       {" held its ", " held their "}) {  // "Northvale Town Council held its meeting at …"
    const std::size_t at = find_ci(text, held);
    if (at < 100 && find_word_ci(text, "meeting", at) < at + held.size() + 30 && !begins_lower(text) &&
        first_date(text))
      return true;
  }
  if (!begins_word(text, "a") && !begins_word(text, "an") && !begins_word(text, "the")) return false;
  const std::size_t meeting = find_word_ci(text, "meeting");
  const std::size_t held = find_ci(text, " held ");
  return meeting < 40 && !contains_word(text, "minutes") && held != npos && held > meeting &&
         find_ci(text, "will be held") == npos && find_ci(text, "to be held") == npos && first_date(text);
}

bool opens_minutes(std::string_view text) {
  // "Minute of" is how Scottish councils write.
  static constexpr auto openings = std::to_array<std::string_view>(
      {"notes of the meeting", "notes of a meeting", "note of a meeting", "record of the meeting", "at a meeting of",
       "at the meeting of", "minutes of the meeting", "minutes of a meeting", "minutes of the proceedings",
       "minutes of meeting", "minutes of proceedings", "minutes of council meeting", "minutes for an",
       "minutes of the ordinary", "minutes of an", "minutes of the extraordinary", "minute of ", "cofnodion"});
  if (text.size() > 400) return false;
  if (std::any_of(openings.begin(), openings.end(), [&](std::string_view opening) { return begins(text, opening); }))
    return !tells_of_minutes(text);
  const bool bare = begins(text, "minutes of ") && contains_word(text, "meeting") && contains_word(text, "council") &&
                    !contains_word(text, "previous") && !contains_word(text, "last");
  if (bare && text.size() < 250 && !tells_of_minutes(text) &&
      (is_capitals(text) || find_ci(text, " held ") != npos || !schema::find_dates(text).empty()))
    return true;  // "MINUTES OF NORTHVALE PARISH COUNCIL MEETING"
  const bool of = begins(text, "minutes of the ") || begins(text, "minutes of a ");
  return of && text.size() < 250 && !tells_of_minutes(text) &&
         (find_ci(text, "held") != npos || !schema::find_dates(text).empty()) &&
         (names_a_body(text) || contains_word(text, "meeting"));
}

bool announces_meeting(std::string_view text) {
  return contains_word(text, "meeting") &&
         (find_ci(text, "will be held") != npos || find_ci(text, "to be held") != npos || begins(text, "meeting"));
}

}  // namespace minutebook::indexer
