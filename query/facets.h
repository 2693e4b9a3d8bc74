// Counting: items, papers, meetings and facet values of a match, exactly, paper by paper (DESIGN.md decision 2).
// A facet's counts ignore the filters of its own field. Knows nothing of words, scores or output.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "query/bitmap.h"
#include "query/evaluate_filter.h"
#include "query/open_index.h"

namespace minutebook::query {

class FacetCounter {
 public:
  /// All must outlive the counter. `filters`: the top-level filters as they stand in the query.
  FacetCounter(OpenIndex::Parts& index, std::span<const Filter> filters, std::span<const FacetWish> wishes);

  bool wants_topics() const { return topics_wanted_; }
  /// True if counts need items of papers that a filter refuses.
  bool wants_refused() const;
  /// Adds a shard's items: `matches` hold the words and pass the item-level filters; `failed`:
  /// TopFilters::failed_fields.
  void count_papers(const OpenShard& shard, const Bitmap& matches, std::span<const FieldBits> failed);
  /// Adds a shard's items to the topics: those that pass every filter but the one on topics.
  void count_topics(OpenShard& shard, const Bitmap& matches);

  const Totals& totals() const { return totals_; }
  std::vector<Facet> facets() const;

 private:
  void add(const OpenShard& shard, const PaperColumns& paper, std::size_t column, std::uint32_t items);
  Facet column_facet(const FacetWish& wish) const;
  Facet topic_facet(const FacetWish& wish) const;
  bool selected(schema::FieldId field, const std::string& value) const;

  OpenIndex::Parts& index_;
  std::span<const Filter> filters_;
  std::span<const FacetWish> wishes_;
  std::vector<std::size_t> columns_;  // wanted ones
  bool topics_wanted_ = false;
  Totals totals_;
  std::vector<std::uint64_t> counts_[column_count];  // by value number
  std::vector<std::uint64_t> topic_counts_;          // by concept
  std::vector<bool> meetings_;                       // by meeting number: counted already
  std::vector<std::uint32_t> touched_;               // words of the bitmap at hand that are not zero
};

/// Items of a shard that a facet may be counted of.
struct CountedItems {
  const Bitmap& matches;   ///< hold the words and pass every filter
  const Bitmap& by_words;  ///< hold the words
  const Bitmap& passing;   ///< of papers that pass every paper-level filter
};

/// Topics are multi-select: a filter on topics does not count for them.
void count_topics(FacetCounter& counter, OpenShard& shard, const TopFilters& filters, const CountedItems& items);

}  // namespace minutebook::query
