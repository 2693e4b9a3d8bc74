#include "query/coverage_note.h"

#include <algorithm>

#include "schema/committee_kinds.h"
#include "schema/date.h"
#include "schema/index_terms.h"
#include "schema/told_sources.h"

namespace minutebook::query {

namespace {

using schema::FieldId;

constexpr FieldBits date_fields =
    field_bit(FieldId::date) | field_bit(FieldId::year) | field_bit(FieldId::municipal_year);

bool in_range(const schema::DateRange& range, std::uint32_t date) {
  return (!range.from || date >= range.from->packed()) && (!range.to || date <= range.to->packed());
}

bool listed(const Filter& filter, const std::string& value) {
  return std::find(filter.values.begin(), filter.values.end(), value) != filter.values.end();
}

/// False only if what is known of the source rules it out.
bool in_reach(const OpenIndex::Parts& index, const schema::SourceRow& source, const Filter& filter) {
  const schema::DateRange& range = filter.range;
  const bool ranged = range.from || range.to;
  switch (filter.field) {
    case FieldId::council:
      return source.council.empty() || listed(filter, source.council);
    case FieldId::committee: {
      if (source.committee.empty()) return true;
      const std::string key = schema::committee_key(source.committee, index.label(FieldId::council, source.council));
      return listed(filter, schema::committee_value(source.council, key));
    }
    case FieldId::date:
      return source.date == 0 || !ranged || in_range(range, source.date);
    case FieldId::year:
      return source.date == 0 || listed(filter, std::to_string(source.date / 10000)) ||
             (ranged && in_range(range, source.date));
    case FieldId::municipal_year:
      return source.date == 0 || listed(filter, schema::municipal_year(schema::unpack_date(source.date))) ||
             (ranged && in_range(range, source.date));
    case FieldId::source:
      return std::any_of(filter.values.begin(), filter.values.end(), [&](const std::string& end) {
        return schema::told_end(index.index, source.path).ends_with(end);
      });
    case FieldId::committee_kind:
    case FieldId::kind:
    case FieldId::portfolio:
    case FieldId::language:
    case FieldId::topic:
    case FieldId::in:
    case FieldId::by:
    case FieldId::who:
    case FieldId::title:
    case FieldId::number:
    case FieldId::exempt:
      return true;
  }
  return true;
}

}  // namespace

void add_papers(const OpenShard& shard, std::span<const FieldBits> failed, Coverage& coverage) {
  std::uint32_t from = coverage.from.packed();
  std::uint32_t to = coverage.to.packed();
  for (std::size_t i = 0; i < shard.papers.size(); ++i) {
    const PaperColumns& paper = shard.papers[i];
    if (paper.dead) continue;
    if (paper.date == 0 && (failed[i] & ~date_fields) == 0) ++coverage.undated;
    if (failed[i] != 0) continue;
    ++coverage.papers;
    if (paper.date == 0) continue;
    from = from == 0 ? paper.date : std::min(from, paper.date);
    to = std::max(to, paper.date);
  }
  coverage.from = schema::unpack_date(from);
  coverage.to = schema::unpack_date(to);
}

void add_sources(OpenIndex::Parts& index, std::span<const Filter> filters, Coverage& coverage) {
  const auto counts = [&](const schema::SourceRow* source) {
    return std::all_of(filters.begin(), filters.end(),
                       [&](const Filter& filter) { return in_reach(index, *source, filter); });
  };
  const Ledger& ledger = index.ledger();
  coverage.not_searched =
      static_cast<std::uint64_t>(std::count_if(ledger.not_searched.begin(), ledger.not_searched.end(), counts));
  for (const schema::SourceRow* source : ledger.read_in_part) {
    if (!counts(source)) continue;
    ++coverage.unread_sources;
    coverage.unread_pages += source->unread_pages;
  }
}

}  // namespace minutebook::query
