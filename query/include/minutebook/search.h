// Searching an index: open it once, ask it often. The entrance of the query library for commands and servers.
// Knows nothing of output formats. An OpenIndex serves one thread at a time: open one per thread. Not installed.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "query/include/minutebook/answer.h"
#include "query/include/minutebook/shown.h"
#include "query/resolve.h"
#include "query/resolved.h"
#include "query/time_limit.h"
#include "schema/index.h"

namespace minutebook::query {

enum class SortOrder { relevance, newest, oldest };
enum class GroupBy { item, paper, meeting };

struct FacetWish {
  schema::FieldId field = schema::FieldId::council;
  std::size_t limit = 0;  ///< values to give back; 0: all
};

struct SearchOptions {
  std::size_t limit = 10;   ///< rows; 0: none, totals only
  bool everything = false;  ///< all rows, whatever `limit`; leaves tier `some` out
  std::string cursor;       ///< Answer::next of the page before; empty: from the start
  SortOrder sort = SortOrder::relevance;
  GroupBy group = GroupBy::item;
  bool strict = false;  ///< tier `all` only
  bool mention_rows =
      false;  ///< `limit` counts mentions, each result carries those of its rows; leaves tier `some` out
  bool count_mentions = false;        ///< fill Totals::mentions: a read per item of the answer
  std::size_t mentions_per_item = 0;  ///< 0: all
  bool runs = true;                   ///< fill Mention::runs; all mentions without them come several times faster
  std::vector<FacetWish> facets;
  bool explain = false;
  /// Then the search ends with what it has found, and says that it is not complete.
  Deadline deadline = {};
  bool count_labels = false;  ///< fill ShownExpansion::labels
  /// Reads another query the way this one was read: for corrections of its spelling. Null: none are offered.
  std::function<ResolvedQuery(const std::string& query)> read_again = nullptr;
};

/// A generation opened for searching. Never changes; open again to see a newer one.
class OpenIndex {
 public:
  /// Throws schema::Error (unreadable) as schema::open_index does, or if a shard's database cannot be opened.
  explicit OpenIndex(schema::Index index);
  ~OpenIndex();
  OpenIndex(const OpenIndex&) = delete;
  OpenIndex& operator=(const OpenIndex&) = delete;

  const schema::Index& index() const;
  /// What names in a query can mean here: for query/resolve.h.
  const IndexNames& names();
  /// What its papers say about words: the same. Valid as long as the index.
  PaperWords& words();
  /// For all that is asked of it until the next call, beside the deadlines that are given there. What has none of its
  /// own and cannot tell what it has found so far throws TimeIsOver. Of the memory for common terms it may take a
  /// quarter.
  void begin_request(Deadline end);
  struct Parts;
  Parts& parts() { return *parts_; }

 private:
  std::unique_ptr<Parts> parts_;
};

/// Answers a resolved query. Totals and facets are exact whatever the page. Throws schema::Error (usage) for a cursor
/// of another query or revision, and for a query that asks for what cannot be looked up.
Answer search(OpenIndex& index, const ResolvedQuery& query, const SearchOptions& options);

/// Takes an item of an export with all its mentions, in their order in the item; one found by filters alone has none.
using RowSink = std::function<void(const Result& row)>;

/// Every mention of tier `all`, item by item in the order of the answer, which comes back without them. However many
/// there are, no more than some thousand items are held at once. Of `options` only sort, explain and deadline count; no
/// runs are made. Throws as search() does, and what `sink` throws.
Answer export_mentions(OpenIndex& index, const ResolvedQuery& query, const SearchOptions& options, const RowSink& sink);

/// A paper or an item by its id, whole; `mark`: a query whose words are highlighted, or null. Throws
/// UnknownId, TimeIsOver.
Shown show(OpenIndex& index, const std::string& id, const ResolvedQuery* mark, Deadline deadline = {});

}  // namespace minutebook::query
