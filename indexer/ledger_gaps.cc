#include "indexer/ledger_gaps.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "indexer/live_index.h"
#include "indexer/source_status.h"
#include "schema/committee_kinds.h"

namespace minutebook::indexer {
namespace {

struct Place {
  const schema::Shard* shard = nullptr;
  std::uint32_t ordinal = 0;
};

/// What the index holds of a meeting.
struct Meeting {
  std::string council_name;
  std::string committee;
  std::optional<Place> agenda;
  std::optional<Place> minutes;
  std::optional<Place> draft;
};

/// Council (empty: unknown), committee key, packed date.
using MeetingKey = std::tuple<std::string, std::string, std::uint32_t>;
using Meetings = std::map<MeetingKey, Meeting>;

std::string known(const std::string& value) {
  return value == schema::unknown_value ? std::string() : value;
}

void add_paper(const schema::Shard& shard, std::uint32_t ordinal, Meetings& meetings) {
  const schema::PaperRow& row = shard.papers()[ordinal];
  const schema::FacetValue& council = shard.values()[row.council];
  const schema::FacetValue& committee = shard.values()[row.committee];
  if (row.date == 0 || committee.value == schema::unknown_value) return;
  if (row.kind != schema::PaperKind::agenda && row.kind != schema::PaperKind::minutes) return;
  Meeting& meeting = meetings[{known(council.value), committee.value.substr(committee.value.find('/') + 1), row.date}];
  meeting.council_name = known(council.value).empty() ? std::string() : council.label;
  meeting.committee = committee.label;
  const bool draft = shard.sketches()[ordinal].draft != 0;
  std::optional<Place>& place =
      row.kind == schema::PaperKind::agenda ? meeting.agenda : (draft ? meeting.draft : meeting.minutes);
  place = Place{&shard, ordinal};
}

bool will_not_have_minutes(const Place& agenda) {
  const std::vector<std::string> warnings = agenda.shard->paper(agenda.ordinal).warnings;
  return std::any_of(warnings.begin(), warnings.end(), [](const std::string& warning) {
    return warning.find("marked \"cancelled\"") != warning.npos || warning.find("marked \"postponed\"") != warning.npos;
  });
}

std::optional<std::pair<Missing, Place>> gap_in(const Meeting& meeting, bool to_come) {
  if (meeting.minutes) {
    if (!meeting.agenda) return std::pair(Missing::agenda, *meeting.minutes);
    return std::nullopt;
  }
  if (meeting.draft) return std::pair(Missing::final_minutes, *meeting.draft);
  if (to_come || will_not_have_minutes(*meeting.agenda)) return std::nullopt;
  return std::pair(Missing::minutes, *meeting.agenda);
}

/// What is known of a source that was not read.
struct Unread {
  std::string council;
  std::string committee_key;
  std::uint32_t date = 0;
};

std::vector<Unread> unread_sources(const schema::Index& index) {
  std::vector<Unread> unread;
  for (const LiveSource& source : live_sources(index)) {
    const std::string& status = source.row->status;
    const bool kept_out = status == status_failed || status == status_exempt || status == status_withdrawn;
    if (!kept_out && source.row->unread_pages == 0) continue;
    const schema::Council* council = index.councils->by_code(source.row->council);
    const std::string name = council == nullptr ? source.row->council : council->official_name;
    unread.push_back({source.row->council, schema::committee_key(source.row->committee, name), source.row->date});
  }
  return unread;
}

bool may_belong(const Unread& source, const MeetingKey& meeting) {
  const auto& [council, committee, date] = meeting;
  return (source.council.empty() || council.empty() || source.council == council) &&
         (source.committee_key.empty() || source.committee_key == committee) &&
         (source.date == 0 || source.date == date);
}

/// Papers whose council is not known may belong to the same meeting: then nothing is stated.
bool may_be_elsewhere(const Meetings& meetings, const MeetingKey& key, Missing missing) {
  const auto& [council, committee, date] = key;
  return std::any_of(meetings.begin(), meetings.end(),
                     [&, &own = council, &body = committee, day = date](const auto& one) {
                       const auto& [other_council, other_committee, other_date] = one.first;
                       const bool may_be_one = other_date == day && other_committee == body && other_council != own &&
                                               (own.empty() || other_council.empty());
                       if (!may_be_one) return false;
                       return missing == Missing::agenda
                                  ? one.second.agenda.has_value()
                                  : one.second.minutes.has_value() || (missing == Missing::minutes && one.second.draft);
                     });
}

}  // namespace

std::string_view name_of(Missing missing) {
  switch (missing) {
    case Missing::minutes:
      return "minutes";
    case Missing::agenda:
      return "agenda";
    case Missing::final_minutes:
      return "final-minutes";
  }
  return {};
}

std::vector<MeetingGap> gaps_of(const schema::Index& index, const schema::Date& today) {
  Meetings meetings;
  for_each_counted_paper(
      index, [&meetings](const schema::Shard& shard, std::uint32_t ordinal) { add_paper(shard, ordinal, meetings); });
  const std::vector<Unread> unread = unread_sources(index);
  std::vector<MeetingGap> gaps;
  for (const auto& [key, meeting] : meetings) {
    const bool to_come = today.known() && std::get<2>(key) > today.packed();
    const auto found = gap_in(meeting, to_come);
    if (!found || may_be_elsewhere(meetings, key, found->first)) continue;
    const auto& [missing, here] = *found;
    MeetingGap gap{std::get<0>(key),
                   meeting.council_name,
                   meeting.committee,
                   schema::unpack_date(std::get<2>(key)),
                   missing,
                   {},
                   {},
                   0};
    gap.paper = here.shard->paper_id(here.ordinal);
    gap.source = here.shard->sources()[here.shard->papers()[here.ordinal].source].path;
    gap.not_read =
        static_cast<std::uint64_t>(std::count_if(unread.begin(), unread.end(), [&meeting_key = key](const Unread& one) {
          return may_belong(one, meeting_key);
        }));
    gaps.push_back(std::move(gap));
  }
  std::stable_sort(gaps.begin(), gaps.end(), [](const MeetingGap& a, const MeetingGap& b) {
    return std::tuple(a.council_name, a.committee, a.date.packed()) <
           std::tuple(b.council_name, b.committee, b.date.packed());
  });
  return gaps;
}

}  // namespace minutebook::indexer
