// Filters: which papers (or items) a condition on council, date, topic … lets through. Paper-level ones are decided on
// the columns of the paper table, item-level ones (topic, number) on posting lists. Knows nothing of words
// or scores.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "query/bitmap.h"
#include "query/filter_sources.h"
#include "query/open_index.h"
#include "query/resolved.h"

namespace minutebook::query {

/// A set of fields, one bit for each FieldId.
using FieldBits = std::uint32_t;

/// A filter ready to be tried.
struct CompiledFilter {
  schema::FieldId field = schema::FieldId::council;
  bool item_level = false;
  std::vector<bool> accepted;  ///< by value number, of fields with a column
  bool dated = false;          ///< has a range
  std::uint32_t from = 0;      ///< packed, included
  std::uint32_t to = 0;
  bool undated_too = false;        ///< date:unknown
  bool exempt = false;             ///< of `exempt`: what it asks for
  std::vector<std::string> terms;  ///< item-level: any of them
  PaperSets papers;                ///< of `source`: those that it lets through
};

/// Throws schema::Error (usage) for a field that restricts words, not papers, and for a flag that is neither yes nor
/// no.
CompiledFilter compile_filter(const OpenIndex::Parts& index, const Filter& filter);
/// Paper-level filters only.
bool passes(const CompiledFilter& filter, const OpenShard& shard, const PaperColumns& paper);
/// Live and dead items that the filter lets through.
void filter_items(const CompiledFilter& filter, OpenShard& shard, Bitmap& items);

/// The sets that ShardEvaluator and Verifier look up (Plan::sets): items that a filter lets through; empty for null.
std::vector<Bitmap> sets_of(const OpenIndex::Parts& index, std::span<const Filter* const> filters, OpenShard& shard);

/// The top-level filters of a query.
class TopFilters {
 public:
  TopFilters(const OpenIndex::Parts& index, std::span<const Filter> filters);

  /// Fields whose filters a paper fails, one bit for each FieldId; by ordinal of the paper.
  void failed_fields(const OpenShard& shard, std::vector<FieldBits>& failed) const;
  /// Takes the items out that an item-level filter refuses; `except`: filters of this field are not applied.
  void apply_item_filters(OpenShard& shard, Bitmap& items, const schema::FieldId* except) const;
  bool any() const { return !filters_.empty(); }
  bool any_on(schema::FieldId field) const;
  std::span<const CompiledFilter> compiled() const { return filters_; }

 private:
  std::vector<CompiledFilter> filters_;
};

/// Takes the items of papers out that fail a filter. `failed`: as TopFilters::failed_fields; `one_allowed`: those that
/// fail the filters of one field only stay.
void keep_papers(const OpenShard& shard, std::span<const FieldBits> failed, bool one_allowed, Bitmap& items);

constexpr FieldBits field_bit(schema::FieldId field) {
  return FieldBits{1} << static_cast<unsigned>(field);
}

}  // namespace minutebook::query
