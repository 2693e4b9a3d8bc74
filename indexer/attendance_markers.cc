#include "indexer/attendance_markers.h"

#include <algorithm>
#include <array>

#include "indexer/attendance_names.h"
#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

using schema::Attendance;
using Marker = AttendanceMarker;

// Longer ones first: "not present" before "present".
constexpr auto markers = std::to_array<Marker>({
    {"members of the council present", Attendance::present},
    {"sederunt", Attendance::present, true},
    {"members of the public", Attendance::in_attendance, true},
    {"those attending", Attendance::present, true},
    {"not present", Attendance::absent},
    {"also present", Attendance::in_attendance},
    {"apologies for absence", Attendance::apologies},
    {"apologies for inability to attend", Attendance::apologies},
    {"apologies received", Attendance::apologies},
    {"apologies were received", Attendance::apologies, true},
    {"apologies", Attendance::apologies},
    {"apology", Attendance::apologies},
    {"absence declared on council business", Attendance::absent},
    {"absent", Attendance::absent},
    {"members absent", Attendance::absent},
    {"not in attendance", Attendance::absent},
    {"also in attendance", Attendance::in_attendance},
    {"also attending", Attendance::in_attendance},
    {"also attended", Attendance::in_attendance},
    {"also joining", Attendance::in_attendance},
    {"joining virtually", Attendance::in_attendance},
    {"officers in attendance", Attendance::in_attendance},
    {"officers attending", Attendance::in_attendance},
    {"others in attendance", Attendance::in_attendance},
    {"other members in attendance", Attendance::in_attendance},
    {"other members attending", Attendance::in_attendance},
    {"other councillors in attendance", Attendance::in_attendance},
    {"other attendees", Attendance::in_attendance},
    {"cabinet members in attendance", Attendance::in_attendance},
    {"cabinet members present", Attendance::in_attendance},
    {"visiting members", Attendance::in_attendance},
    {"members in attendance", Attendance::present},
    {"in attendance", Attendance::in_attendance},
    {"officers present", Attendance::in_attendance},
    {"council officers", Attendance::in_attendance, true},
    {"officers", Attendance::in_attendance},
    {"officials", Attendance::in_attendance, true},
    {"others present", Attendance::in_attendance},
    {"other members present", Attendance::in_attendance},
    {"other councillors present", Attendance::in_attendance},
    {"external attendees", Attendance::in_attendance},
    {"witnesses", Attendance::in_attendance},
    {"by invitation", Attendance::in_attendance},
    {"invited", Attendance::in_attendance},
    {"invitees", Attendance::in_attendance, true},
    {"observers", Attendance::in_attendance},
    {"guests", Attendance::in_attendance},
    {"press and public", Attendance::in_attendance, true},
    {"attending remotely", Attendance::in_attendance},
    {"attending", Attendance::in_attendance, true},
    {"attendees", Attendance::present, true},
    {"attendance", Attendance::present, true},
    {"board members present", Attendance::present},
    {"board members in attendance", Attendance::present},
    {"committee members present", Attendance::present},
    {"committee members in attendance", Attendance::present},
    {"committee members", Attendance::present, true},
    {"board members", Attendance::present, true},
    {"panel members present", Attendance::present},
    {"panel members", Attendance::present},
    {"members present", Attendance::present},
    {"members of the committee present", Attendance::present},
    {"members of the board present", Attendance::present},
    {"members of the panel present", Attendance::present},
    {"members of the sub-committee present", Attendance::present},
    {"elected members", Attendance::present, true},
    {"voting members", Attendance::present, true},
    {"non-voting members", Attendance::present, true},
    {"members", Attendance::present, true},
    {"councillors present", Attendance::present},
    {"councillors in attendance", Attendance::present},
    {"present", Attendance::present},
    {"substitutes", Attendance::present},
    {"substitute members", Attendance::present},
    {"co-opted members", Attendance::present},
    {"co-opted voting members", Attendance::present},
    {"co-opted non-voting members", Attendance::present},
    {"statutory co-opted members", Attendance::present},
    {"co-optees", Attendance::present, true},
    {"in the chair", Attendance::present},
    {"presiding", Attendance::present},
    {"chair", Attendance::present, true},
    {"chairman", Attendance::present, true},
    {"chairperson", Attendance::present, true},
    {"vice-chair", Attendance::present, true},
    {"vice chair", Attendance::present, true},
    {"vice-chairman", Attendance::present, true},
    // Welsh
    {"hefyd yn bresennol", Attendance::in_attendance},
    {"yn bresennol", Attendance::present},
    {"presennol", Attendance::present},
    {"aelodau presennol", Attendance::present},
    {"ymddiheuriadau am absenoldeb", Attendance::apologies},
    {"ymddiheuriadau", Attendance::apologies},
    {"absennol", Attendance::absent},
    {"swyddogion", Attendance::in_attendance},
});

/// "Also in attendance were A Holt …", "Members present were Councillors …": where the names begin behind a marker of
/// several words that a verb makes a sentence of; npos: none follow. "Apologies for absence were" is no list yet.
std::size_t behind_verb(std::string_view text, std::size_t stop, std::size_t next) {
  if (text.substr(0, stop).find(' ') == std::string_view::npos || begins(text, "apolog")) return std::string_view::npos;
  for (const std::string_view verb : {"was ", "were "}) {
    const std::string_view rest = text.substr(next);
    if (!begins(rest, verb)) continue;
    const std::string_view names = rest.substr(verb.size());
    const bool capital = !names.empty() && names[0] >= 'A' && names[0] <= 'Z';
    if (capital || begins_word(names, "the")) return next + verb.size();
  }
  return std::string_view::npos;
}

/// The end of a marker behind its words: a bracket as in "(VOTING)" and a colon belong to it; npos if it is none.
std::size_t marker_end(std::string_view text, std::size_t stop, bool ordinary) {
  const std::size_t next = std::min(text.find_first_not_of(' ', stop), text.size());
  if (next < text.size() && text[next] == '(') {
    const std::size_t close = text.find(')', next);
    const bool last = close != std::string_view::npos && trim(text.substr(close + 1)).empty();
    const bool colon = close != std::string_view::npos && close + 1 < text.size() && text[close + 1] == ':';
    if (last || colon) return close + (colon ? 2 : 1);
  }
  if (next == text.size()) return next;
  if (text[next] == ':') return next + 1;
  const bool dash =
      text[next] == '-' && (next + 1 == text.size() || text[next + 1] == ' ');  // "Present-", "Present - A"
  if (dash && !ordinary) return next + 1;
  if (ordinary) return std::string_view::npos;
  if (const std::size_t names = behind_verb(text, stop, next); names != std::string_view::npos) return names;
  const std::size_t colon = text.find(':', stop);
  if (colon != std::string_view::npos && colon - stop <= 60) return colon + 1;
  // "Present Councillor A": the names follow at once.
  return begins_title(text.substr(next)) && text.substr(0, stop).find(' ') == std::string_view::npos
             ? next
             : std::string_view::npos;
}

}  // namespace

std::optional<AttendanceMarker> marker_at(std::string_view text, std::size_t& end) {
  std::size_t at = 0;
  const bool bracket = !text.empty() && text[0] == '(';
  if (bracket) at = 1;
  for (const Marker& marker : markers) {
    if (!begins_word(text.substr(at), marker.text)) continue;
    const std::size_t stop = at + marker.text.size();
    if (bracket && marker.ordinary) continue;  // "(Chairperson)" is the role of somebody
    if (bracket && stop < text.size() && text[stop] == ')') {
      end = stop + 1;
      if (end < text.size() && text[end] == ':') ++end;
      return marker;
    }
    const std::size_t found = marker_end(text, stop, marker.ordinary);
    if (found == std::string_view::npos) continue;
    end = found;
    return marker;
  }
  return std::nullopt;
}

bool heads_attendance(std::string_view text) {
  std::size_t end = 0;
  const auto marker = marker_at(text, end);
  return marker && marker->attendance != Attendance::apologies && trim(text.substr(std::min(end, text.size()))).empty();
}

}  // namespace minutebook::indexer
