#include "query/open_index.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "schema/date.h"
#include "schema/index_terms.h"
#include "schema/paper.h"

namespace minutebook::query {

namespace {

using schema::FieldId;

constexpr std::size_t memory_of_terms = std::size_t{64} << 20;
constexpr std::size_t most_frequencies = 200000;

/// Numbers meetings across shards. A paper that lacks council, committee or date is a meeting of its own (DESIGN.md
/// section 1).
class MeetingNumbers {
 public:
  std::uint32_t number(std::uint32_t council, std::uint32_t committee, std::uint32_t date, bool known) {
    if (!known) return next_++;
    const auto [it, fresh] = numbers_.try_emplace({council, committee, date}, next_);
    if (fresh) ++next_;
    return it->second;
  }
  std::uint32_t count() const { return next_; }

 private:
  std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, std::uint32_t> numbers_;
  std::uint32_t next_ = 0;
};

/// Turns a shard's value numbers and dates into numbers across shards.
class ColumnMaker {
 public:
  ColumnMaker(OpenIndex::Parts& index, OpenShard& shard, MeetingNumbers& meetings)
      : index_(index), shard_(shard), meetings_(meetings) {
    for (const schema::FacetValue& value : shard.shard->values()) {
      const std::size_t column = column_of(value.field);
      global_.push_back(column == column_count ? 0 : index.values[column].add(value.value, value.label));
    }
  }

  PaperColumns make(const schema::PaperRow& row) {
    PaperColumns paper;
    paper.first_item = row.first_item;
    paper.items = row.items;
    paper.date = row.date;
    paper.source = row.source;
    paper.exempt = (row.flags & schema::row_exempt) != 0;
    paper.values[column_of(FieldId::council)] = global_[row.council];
    paper.values[column_of(FieldId::committee)] = global_[row.committee];
    paper.values[column_of(FieldId::committee_kind)] = global_[row.committee_kind];
    const std::string kind(schema::name_of(row.kind));
    paper.values[column_of(FieldId::kind)] = index_.values[column_of(FieldId::kind)].add(kind, kind);
    set_years(paper);
    set_portfolios(paper, row);
    set_languages(paper, schema::language_of(row));
    paper.meeting = meetings_.number(global_[row.council], global_[row.committee], row.date, place_known(row));
    return paper;
  }

 private:
  void set_years(PaperColumns& paper) {
    const auto [it, fresh] = years_.try_emplace(paper.date / 100);
    if (fresh) {
      // Both years change with the month at most, so a month is worked out once.
      const bool known = paper.date != 0;
      const std::string unknown(schema::unknown_value);
      const std::string year = known ? std::to_string(paper.date / 10000) : unknown;
      const std::string municipal = known ? schema::municipal_year(schema::unpack_date(paper.date)) : unknown;
      it->second = {index_.values[column_of(FieldId::year)].add(year, year),
                    index_.values[column_of(FieldId::municipal_year)].add(municipal, municipal)};
    }
    paper.values[column_of(FieldId::year)] = it->second.first;
    paper.values[column_of(FieldId::municipal_year)] = it->second.second;
  }

  void set_portfolios(PaperColumns& paper, const schema::PaperRow& row) {
    const auto numbers = shard_.shard->portfolios(row);
    paper.portfolios_at = static_cast<std::uint32_t>(shard_.portfolios.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
      if (i == 0) {
        paper.values[column_of(FieldId::portfolio)] = global_[numbers[i]];
      } else {
        shard_.portfolios.push_back(global_[numbers[i]]);
        ++paper.more_portfolios;
      }
    }
  }

  void set_languages(PaperColumns& paper, schema::Language language) {
    ValueTable& table = index_.values[column_of(FieldId::language)];
    const auto number_of = [&](schema::Language one, const char* label) {
      return table.add(std::string(schema::name_of(one)), label);
    };
    // English is numbered first, so that no second language has the number 0.
    const std::uint32_t english = number_of(schema::Language::english, "English");
    std::uint32_t& first = paper.values[column_of(FieldId::language)];
    switch (language) {
      case schema::Language::english:
        first = english;
        return;
      case schema::Language::welsh:
        first = number_of(schema::Language::welsh, "Welsh");
        return;
      case schema::Language::both:
        first = english;
        paper.second_language = static_cast<std::uint8_t>(number_of(schema::Language::welsh, "Welsh"));
        return;
      case schema::Language::unknown:
        first = table.add(std::string(schema::unknown_value), std::string(schema::unknown_value));
        return;
    }
  }

  bool place_known(const schema::PaperRow& row) const {
    const auto& values = shard_.shard->values();
    const auto known = [&](std::uint32_t number) {
      // A committee's value is its council's, a slash, and its key: the key alone may be unknown.
      const std::string_view value = values[number].value;
      return value.substr(value.rfind('/') + 1) != schema::unknown_value;
    };
    return row.date != 0 && known(row.council) && known(row.committee);
  }

  OpenIndex::Parts& index_;
  OpenShard& shard_;
  MeetingNumbers& meetings_;
  std::vector<std::uint32_t> global_;  // by the shard's value number
  std::map<std::uint32_t, std::pair<std::uint32_t, std::uint32_t>> years_;
};

void fill_columns(OpenIndex::Parts& index, OpenShard& open, const schema::ShardState& state, MeetingNumbers& meetings) {
  ColumnMaker maker(index, open, meetings);
  const std::uint32_t items = open.shard->item_count();
  open.live.reset(items);
  open.live.fill();
  open.paper_of.assign(std::size_t{items} + 1, 0);
  for (const schema::PaperRow& row : open.shard->papers()) {
    const auto ordinal = static_cast<std::uint32_t>(open.papers.size());
    open.papers.push_back(maker.make(row));
    std::fill_n(open.paper_of.begin() + row.first_item, row.items, ordinal);
  }
  const auto leave_out = [&open](std::uint32_t ordinal) {
    PaperColumns& paper = open.papers[ordinal];
    paper.dead = true;
    open.live.clear_range(paper.first_item, paper.first_item + paper.items);
  };
  for (const std::uint32_t dead : state.dead_papers) leave_out(dead);
  for (const schema::PaperCopy& copy : state.copies) leave_out(copy.paper);
  open.dead_sources = state.dead_sources;
}

}  // namespace

std::uint32_t ValueTable::add(const std::string& value, const std::string& label) {
  const auto [it, fresh] = by_value.try_emplace(value, static_cast<std::uint32_t>(values.size()));
  if (fresh) values.push_back({value, label});
  return it->second;
}

void ValueTable::put_in_order() {
  std::vector<GlobalValue*> ordered;
  for (GlobalValue& one : values) ordered.push_back(&one);
  std::sort(ordered.begin(), ordered.end(), [](const GlobalValue* a, const GlobalValue* b) {
    return std::tie(a->label, a->value) < std::tie(b->label, b->value);
  });
  for (std::uint32_t i = 0; i < ordered.size(); ++i) ordered[i]->place = i + 1;
}

std::size_t column_of(FieldId field) {
  return static_cast<std::size_t>(std::find(std::begin(column_fields), std::end(column_fields), field) -
                                  std::begin(column_fields));
}

OpenIndex::Parts::Parts(schema::Index opened) : index(std::move(opened)) {
  MeetingNumbers meeting_numbers;
  const std::size_t budget = index.shards.empty() ? 0 : memory_of_terms / index.shards.size();
  for (const schema::ShardState& state : index.shards) {
    const std::uint32_t count = state.shard->item_count();
    shards.push_back(OpenShard{state.shard,
                               PostingSource(state.shard->xapian_folder(), count, budget),
                               schema::ForwardBytes(state.shard->folder()),
                               {},
                               {},
                               {},
                               {},
                               {},
                               {},
                               false});
    fill_columns(*this, shards.back(), state, meeting_numbers);
    items += count;
  }
  for (ValueTable& table : values) table.put_in_order();
  meetings = meeting_numbers.count();
}

std::uint32_t OpenIndex::Parts::frequency(const std::string& term) {
  const auto found = frequencies.find(term);
  if (found != frequencies.end()) return found->second;
  std::uint32_t total = 0;
  for (const OpenShard& shard : shards) total += shard.postings.frequency(term);
  if (frequencies.size() >= most_frequencies) frequencies.clear();
  frequencies.emplace(term, total);
  return total;
}

const std::vector<TopicColumn>& OpenIndex::Parts::topics(OpenShard& shard) {
  if (shard.topics_read) return shard.topics;
  const auto& concepts = index.vocabulary->concepts();
  for (std::uint32_t i = 0; i < concepts.size(); ++i) {
    const std::string term = schema::value_term(FieldId::topic, concepts[i].id);
    if (shard.postings.frequency(term) == 0) continue;
    shard.topics.push_back({i, Bitmap(shard.shard->item_count())});
    shard.postings.read(term, shard.topics.back().items, nullptr);
  }
  shard.topics_read = true;
  return shard.topics;
}

std::string OpenIndex::Parts::label(FieldId field, const std::string& value) const {
  if (field == FieldId::topic) {
    const auto topic = index.vocabulary->by_id(value);
    return topic ? index.vocabulary->concepts()[*topic].preferred : value;
  }
  const std::size_t column = column_of(field);
  if (column == column_count) return value;
  const auto found = values[column].by_value.find(value);
  return found == values[column].by_value.end() ? value : values[column].values[found->second].label;
}

OpenIndex::OpenIndex(schema::Index index) : parts_(std::make_unique<Parts>(std::move(index))) {}
OpenIndex::~OpenIndex() = default;

void OpenIndex::begin_request(Deadline end) {
  parts_->buffers.time.set(end);
  // A word with many forms would take all of it, and drive out what others ask for.
  constexpr std::size_t share = 4;
  for (OpenShard& shard : parts_->shards) shard.postings.allow(memory_of_terms / parts_->shards.size() / share);
}
const schema::Index& OpenIndex::index() const {
  return parts_->index;
}
const IndexNames& OpenIndex::names() {
  return parts_->names();
}
PaperWords& OpenIndex::words() {
  return parts_->words();
}

}  // namespace minutebook::query
