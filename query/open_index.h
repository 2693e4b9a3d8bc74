// What searching keeps of an opened generation: the columns of the paper table of every shard, facet values numbered
// across shards, posting sources, buffers. Knows nothing of any one query.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "query/bitmap.h"
#include "query/evaluate_buffers.h"
#include "query/include/minutebook/search.h"
#include "query/index_ledger.h"
#include "query/paper_words.h"
#include "query/postings.h"
#include "query/resolve.h"
#include "schema/analysis.h"
#include "schema/forward_scan.h"
#include "schema/index.h"
#include "schema/label_keys.h"

namespace minutebook::query {

/// A value of a paper-level facet, numbered across the shards.
struct GlobalValue {
  std::string value;
  std::string label;
  std::uint32_t place = 0;  ///< among the values of its field by label, then value; from 1 on
};

/// Values of one field; numbers are positions.
struct ValueTable {
  std::vector<GlobalValue> values;
  std::unordered_map<std::string, std::uint32_t> by_value;

  /// Number of the value, made if it is new.
  std::uint32_t add(const std::string& value, const std::string& label);
  /// When all are added: gives each its place.
  void put_in_order();
};

/// The facets that have a column of value numbers.
inline constexpr schema::FieldId column_fields[] = {schema::FieldId::council,        schema::FieldId::committee,
                                                    schema::FieldId::committee_kind, schema::FieldId::kind,
                                                    schema::FieldId::year,           schema::FieldId::municipal_year,
                                                    schema::FieldId::portfolio,      schema::FieldId::language};
inline constexpr std::size_t column_count = std::size(column_fields);

/// A paper as the counting kernel sees it.
struct PaperColumns {
  std::uint32_t first_item = 0;
  std::uint32_t items = 0;
  std::uint32_t date = 0;                   ///< packed
  std::uint32_t meeting = 0;                ///< number across shards
  std::uint32_t source = 0;                 ///< row of Shard::sources()
  std::uint32_t values[column_count] = {};  ///< in the order of column_fields; of portfolios the first
  std::uint32_t portfolios_at = 0;          ///< further portfolios in OpenShard::portfolios
  std::uint16_t more_portfolios = 0;
  std::uint8_t second_language = 0;  ///< of a bilingual paper: value number of the other one; 0: none
  bool exempt = false;
  bool dead = false;
};

/// Item-level: a topic and the items that carry it.
struct TopicColumn {
  std::uint32_t concept_index = 0;
  Bitmap items;
};

struct OpenShard {
  std::shared_ptr<const schema::Shard> shard;
  PostingSource postings;
  schema::ForwardBytes words;
  std::vector<PaperColumns> papers;
  std::vector<std::uint32_t> portfolios;
  std::vector<std::uint32_t> paper_of;      ///< by docid
  Bitmap live;                              ///< items of papers that are not dead
  std::vector<std::uint32_t> dead_sources;  ///< rows of Shard::sources(), ascending
  std::vector<TopicColumn> topics;          ///< filled when topics are first counted
  bool topics_read = false;
};

/// What a row shows of its paper.
struct PaperHead {
  PaperView view;
  std::string council;
  std::string council_name;
  std::string committee;
  schema::Date date;
};

struct OpenIndex::Parts {
  schema::Index index;
  std::vector<OpenShard> shards;
  std::uint64_t items = 0;  ///< documents of all shards, dead ones included
  ValueTable values[column_count];
  std::uint32_t meetings = 0;
  std::unordered_map<std::string, std::uint32_t> frequencies;  ///< of terms over all shards
  EvaluationBuffers buffers;
  std::uint64_t items_read = 0;  ///< items whose text was read for rows, ever: what a page costs beside finding it

  explicit Parts(schema::Index opened);
  /// Documents with the term over all shards, dead ones included.
  std::uint32_t frequency(const std::string& term);
  /// Topics of a shard, read at the first call.
  const std::vector<TopicColumn>& topics(OpenShard& shard);
  /// Read at the first call.
  const Ledger& ledger();
  /// Head of a paper by its shard and ordinal. Valid until the next call.
  const PaperHead& head(std::uint32_t shard, std::uint32_t ordinal);
  /// What the generation says of a paper that is a copy; null: it is none.
  const schema::PaperCopy* copy(std::uint32_t shard, std::uint32_t ordinal) const;
  /// Councils, committees and portfolios of the index.
  const IndexNames& names();
  PaperWords& words();
  schema::LabelKeys& label_keys();
  /// Label of a value of a facet; the value itself if the index does not know it.
  std::string label(schema::FieldId field, const std::string& value) const;

 private:
  void add_copies(const schema::SourceRow& source, PaperView& view);
  std::optional<Ledger> ledger_;
  std::optional<IndexNames> names_;
  struct LabelWords {
    explicit LabelWords(const schema::Vocabulary& vocabulary) : keys(vocabulary, lexicon) {}
    schema::Lexicon lexicon;
    schema::LabelKeys keys;
  };
  std::unique_ptr<LabelWords> label_words_;
  std::unique_ptr<PaperWords> words_;
  std::unordered_map<std::uint64_t, PaperHead> heads_;
};

/// Position of a field in column_fields; column_count: it has no column.
std::size_t column_of(schema::FieldId field);

}  // namespace minutebook::query
