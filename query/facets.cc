#include "query/facets.h"

#include <algorithm>
#include <bit>

namespace minutebook::query {

namespace {

using schema::FieldId;

/// A value with its count before it is put in order: lighter to move than a FacetCount.
struct Counted {
  std::uint64_t count;
  const std::string* value;
  const std::string* label;
  std::uint32_t place;  ///< GlobalValue::place; 0: it has none
  bool selected;
};

/// Most items first, then by label; values beyond the limit go, selected ones stay.
Facet arranged(const FacetWish& wish, std::vector<Counted>& counts) {
  std::sort(counts.begin(), counts.end(), [](const Counted& a, const Counted& b) {
    if (a.count != b.count) return a.count > b.count;
    if (a.place != 0 && b.place != 0) return a.place < b.place;
    if (const int labels = a.label->compare(*b.label)) return labels < 0;
    return *a.value < *b.value;
  });
  Facet facet{wish.field, {}, 0};
  facet.counts.reserve(wish.limit == 0 ? counts.size() : std::min(wish.limit, counts.size()));
  for (std::size_t i = 0; i < counts.size(); ++i) {
    const Counted& one = counts[i];
    if (one.count > 0) ++facet.values;
    if (wish.limit == 0 || i < wish.limit || one.selected)
      facet.counts.push_back({*one.value, *one.label, one.count, one.selected});
  }
  return facet;
}

}  // namespace

FacetCounter::FacetCounter(OpenIndex::Parts& index, std::span<const Filter> filters, std::span<const FacetWish> wishes)
    : index_(index), filters_(filters), wishes_(wishes), meetings_(index.meetings) {
  for (const FacetWish& wish : wishes) {
    const std::size_t column = column_of(wish.field);
    if (wish.field == FieldId::topic) topics_wanted_ = true;
    if (column == column_count || !counts_[column].empty()) continue;
    columns_.push_back(column);
    counts_[column].assign(index.values[column].values.size() + 1, 0);
  }
  if (topics_wanted_) topic_counts_.assign(index.index.vocabulary->concepts().size(), 0);
}

bool FacetCounter::wants_refused() const {
  return std::any_of(filters_.begin(), filters_.end(), [&](const Filter& filter) {
    return std::any_of(columns_.begin(), columns_.end(),
                       [&](std::size_t column) { return column_fields[column] == filter.field; });
  });
}

void FacetCounter::add(const OpenShard& shard, const PaperColumns& paper, std::size_t column, std::uint32_t items) {
  counts_[column][paper.values[column]] += items;
  if (column_fields[column] == FieldId::language && paper.second_language != 0)
    counts_[column][paper.second_language] += items;
  if (column_fields[column] != FieldId::portfolio) return;
  for (std::uint32_t i = 0; i < paper.more_portfolios; ++i)
    counts_[column][shard.portfolios[paper.portfolios_at + i]] += items;
}

void FacetCounter::count_papers(const OpenShard& shard, const Bitmap& matches, std::span<const FieldBits> failed) {
  for (std::uint32_t docid = matches.next(1); docid != 0;) {
    const std::uint32_t ordinal = shard.paper_of[docid];
    const PaperColumns& paper = shard.papers[ordinal];
    const std::uint32_t end = paper.first_item + paper.items;
    const FieldBits fails = failed[ordinal];
    if (fails == 0) {
      const std::uint32_t items = matches.count_range(docid, end);
      totals_.items += items;
      ++totals_.papers;
      if (!meetings_[paper.meeting]) {
        meetings_[paper.meeting] = true;
        ++totals_.meetings;
      }
      for (const std::size_t column : columns_) add(shard, paper, column, items);
    } else if (std::has_single_bit(fails)) {
      // Refused by one field's filters only: these items would appear if that facet were cleared, so they count there.
      const std::size_t column = column_of(static_cast<FieldId>(std::countr_zero(fails)));
      if (column < column_count && !counts_[column].empty()) add(shard, paper, column, matches.count_range(docid, end));
    }
    docid = matches.next(end);
  }
}

void FacetCounter::count_topics(OpenShard& shard, const Bitmap& matches) {
  matches.nonzero_words(touched_);
  // A sparse match touches few words of the topics' sets.
  const bool sparse = touched_.size() < matches.items() / 64 / 2;
  for (const TopicColumn& topic : index_.topics(shard)) {
    topic_counts_[topic.concept_index] +=
        sparse ? matches.count_common(topic.items, touched_) : matches.count_common(topic.items);
  }
}

std::vector<Facet> FacetCounter::facets() const {
  std::vector<Facet> made;
  for (const FacetWish& wish : wishes_) {
    made.push_back(wish.field == FieldId::topic ? topic_facet(wish) : column_facet(wish));
  }
  return made;
}

Facet FacetCounter::column_facet(const FacetWish& wish) const {
  const std::size_t column = column_of(wish.field);
  if (column == column_count) return {wish.field, {}, 0};
  const auto& values = index_.values[column].values;
  std::vector<Counted> counts;
  for (std::size_t i = 0; i < values.size(); ++i) {
    const bool chosen = selected(wish.field, values[i].value);
    if (counts_[column][i] > 0 || chosen)
      counts.push_back({counts_[column][i], &values[i].value, &values[i].label, values[i].place, chosen});
  }
  // A chosen value that no paper of the index has is still shown, with nothing.
  for (const Filter& filter : filters_) {
    if (filter.field != wish.field) continue;
    for (const std::string& value : filter.values) {
      const auto same = [&](const Counted& one) { return *one.value == value; };
      if (std::none_of(counts.begin(), counts.end(), same)) counts.push_back({0, &value, &value, 0, true});
    }
  }
  return arranged(wish, counts);
}

Facet FacetCounter::topic_facet(const FacetWish& wish) const {
  const auto& concepts = index_.index.vocabulary->concepts();
  std::vector<Counted> counts;
  for (std::size_t i = 0; i < concepts.size(); ++i) {
    const bool chosen = selected(wish.field, concepts[i].id);
    if (topic_counts_[i] > 0 || chosen)
      counts.push_back({topic_counts_[i], &concepts[i].id, &concepts[i].preferred, 0, chosen});
  }
  return arranged(wish, counts);
}

bool FacetCounter::selected(FieldId field, const std::string& value) const {
  return std::any_of(filters_.begin(), filters_.end(), [&](const Filter& filter) {
    return filter.field == field && std::find(filter.values.begin(), filter.values.end(), value) != filter.values.end();
  });
}

void count_topics(FacetCounter& counter, OpenShard& shard, const TopFilters& filters, const CountedItems& items) {
  constexpr schema::FieldId topic = schema::FieldId::topic;
  if (!filters.any_on(topic)) {
    counter.count_topics(shard, items.matches);
    return;
  }
  Bitmap whatever_topic = items.by_words;
  filters.apply_item_filters(shard, whatever_topic, &topic);
  whatever_topic &= items.passing;
  counter.count_topics(shard, whatever_topic);
}

}  // namespace minutebook::query
