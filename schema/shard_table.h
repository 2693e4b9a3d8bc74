// The table of papers of a shard: fixed rows read in place by the counting kernel, portfolios, facet values, ids of
// papers and items. Knows nothing of passages; what else there is to know of a paper is in its record.
#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/shard.h"
#include "schema/shard_format.h"

namespace minutebook::schema {

/// A paper on its way into the table. The values' numbers in `row` are set by the writer.
struct PaperEntry {
  PaperRow row;
  std::string id;
  std::vector<std::string> item_ids;  ///< each begins with the paper's id
  FacetValue council;
  FacetValue committee;
  FacetValue committee_kind;
  std::vector<FacetValue> portfolios;  ///< at least one
};

class TableWriter {
 public:
  TableWriter();
  void add(const PaperEntry& paper);
  std::uint32_t papers() const { return static_cast<std::uint32_t>(rows_.size()); }
  /// Writes the file into `folder`, durably.
  void finish(const std::string& folder) const;

 private:
  std::uint32_t number_of(const FacetValue& value);
  void add_ids(const PaperEntry& paper);

  std::vector<PaperRow> rows_;
  std::vector<std::uint32_t> portfolios_;
  std::vector<FacetValue> values_;
  std::map<std::pair<FieldId, std::string>, std::uint32_t> numbers_;
  std::vector<std::uint32_t> paper_ids_at_;
  std::string paper_ids_;
  std::vector<std::uint32_t> item_ids_at_;
  std::string item_ids_;
};

/// Several threads may read at once.
class TableReader {
 public:
  /// Throws Error naming the file.
  explicit TableReader(const std::string& folder);

  std::span<const PaperRow> rows() const { return rows_; }
  std::uint32_t items() const { return items_; }
  std::span<const std::uint32_t> portfolios(const PaperRow& paper) const;
  const std::vector<FacetValue>& values() const { return values_; }
  /// Ordinal of the paper that holds a docid (from 1). Throws Error for one the shard does not have.
  std::uint32_t paper_of(std::uint32_t docid) const;
  std::string paper_id(std::uint32_t ordinal) const;
  std::string item_id(std::uint32_t docid) const;

 private:
  struct Tables;
  std::string_view section(std::uint64_t begin, std::uint64_t end) const;
  void read_values(std::string_view bytes);
  void check_rows() const;
  std::string text_between(std::string_view places, std::string_view pool, std::size_t number) const;

  MappedFile file_;
  std::span<const PaperRow> rows_;
  std::uint32_t items_ = 0;
  std::vector<FacetValue> values_;
  std::string_view portfolios_;
  std::string_view paper_ids_at_;
  std::string_view paper_ids_;
  std::string_view item_ids_at_;
  std::string_view item_ids_;
};

}  // namespace minutebook::schema
