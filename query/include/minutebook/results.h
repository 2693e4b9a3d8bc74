// What a search gives back: totals, facets, items, how the query was understood, and what could not be searched.
// Plain data; knows nothing of how it was found.
#pragma once

#include <minutebook/types.h>

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace minutebook {

/// Exact, whatever the page, of the items with all the words; `some` counts the others.
struct Totals {
  std::uint64_t items = 0;
  std::uint64_t papers = 0;
  std::uint64_t meetings = 0;             ///< a paper whose council, committee or date is unknown is one of its own
  std::optional<std::uint64_t> mentions;  ///< nullopt: not asked for (SearchOptions::count_mentions)
  std::optional<std::uint64_t> whole_mentions;  ///< of them
  std::uint64_t some = 0;                       ///< items that hold only some of the words
};

/// What was and what could not be searched within the reach of the query's filters.
struct Coverage {
  std::uint64_t papers = 0;
  std::uint64_t not_searched = 0;  ///< sources that failed, hold no text, or are exempt
  std::uint64_t undated = 0;       ///< papers without a date; not found by filters on dates
  Date from;                       ///< of the papers counted; unknown: none has a date
  Date to;
  std::uint64_t unread_pages = 0;    ///< pages with pictures nobody read, in sources that were searched
  std::uint64_t unread_sources = 0;  ///< the sources they stand in
};

struct FacetCount {
  std::string value;  ///< as filters take it
  std::string label;
  std::uint64_t count = 0;  ///< items; exact
  bool selected = false;    ///< a filter of the query names it
};

/// Counts ignore the query's own filters on the field, so the alternatives to a chosen value stay visible.
struct Facet {
  std::string field;               ///< "council", "municipal-year" …
  std::vector<FacetCount> counts;  ///< most items first, then by label
  std::size_t values = 0;          ///< values with items, also those beyond the limit
};

/// A condition that was read from the query.
struct ShownFilter {
  std::string field;
  std::vector<std::string> values;
  std::vector<std::string> labels;  ///< one for each value
  std::optional<Date> from;         ///< of dates; nullopt: open
  std::optional<Date> to;
  std::string typed;  ///< as it stands in the query: "since 2020"
};

/// Names of a topic that were looked for as well.
struct ShownExpansion {
  std::string of;  ///< as typed
  std::vector<std::string> to;
  std::uint64_t items = 0;  ///< items of the index with one of them
};

/// The query as understood.
struct Interpretation {
  std::string text;                   ///< a query that means the same, everything spelled out
  std::vector<std::string> optional;  ///< words that were not required
  std::vector<ShownFilter> filters;
  std::vector<ShownExpansion> expansions;
  std::vector<std::string> notes;
};

/// A required word or filter and how many items it matches alone.
struct OperandCount {
  std::string typed;
  bool filter = false;
  std::uint64_t items = 0;
};

/// Why no item holds all the words.
struct Emptied {
  std::string reason;  ///< names the word or filter
  std::vector<OperandCount> operands;
};

struct Answer {
  std::string query;
  std::uint64_t revision = 0;  ///< of the index
  Interpretation interpreted;
  Totals totals;
  Coverage coverage;
  bool complete = true;
  std::string incomplete_reason;
  std::vector<Facet> facets;  ///< in the order they were asked for
  std::vector<Item> items;
  std::string next;                    ///< SearchOptions::cursor of the next page; empty: this is the last
  std::optional<Emptied> emptied;      ///< where totals.items is 0
  std::vector<std::string> explained;  ///< lines, with SearchOptions::explain
};

}  // namespace minutebook
