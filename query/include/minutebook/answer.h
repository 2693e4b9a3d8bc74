// What a search gives back, as plain data: totals, facets, items, mentions, and what the answer does not cover.
// Knows nothing of how it was found or how it is printed; printers format these structs alone. Not installed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "query/include/minutebook/interpreted.h"
#include "query/include/minutebook/paper_view.h"
#include "schema/fields.h"
#include "schema/paper.h"

namespace minutebook::query {

/// A stretch of text, highlighted or not.
struct Run {
  std::string text;
  bool highlight = false;
  bool operator==(const Run&) const = default;
};

/// A passage that answers the query.
struct Mention {
  std::string id;
  bool whole = false;  ///< holds all operands of the query's text; else some of them, and the item the rest elsewhere
  schema::PassageKind kind = schema::PassageKind::text;
  schema::Outcome outcome = schema::Outcome::none;
  int page = 0;           ///< from 1; 0: the source has no pages
  bool scanned = false;   ///< read from a picture of its page (OCR): words may be wrong
  std::string paragraph;  ///< "4.13"; empty: unnumbered
  std::string text;       ///< the whole passage
  std::vector<Run> runs;  ///< a window of it, about 40 words round the highlights; "…" where it was cut
};

enum class Tier {
  all,  ///< holds every operand
  some  ///< holds some of the words
};

struct Result {
  std::string id;
  Tier tier = Tier::all;
  double score = 0;
  std::string number;  ///< empty: `front` or unnumbered
  std::string title;
  int page = 0;
  std::string council;  ///< code; empty: unknown
  std::string council_name;
  std::string committee;
  schema::Date date;
  PaperView paper;
  std::uint32_t grouped = 1;  ///< items of the answer in the row's group (SearchOptions::group); 1 without grouping
  std::uint32_t mention_count = 0;  ///< of the item, also those not in `mentions`
  std::vector<Mention> mentions;    ///< best first; in order of the item when one row per mention was asked for
};

struct FacetCount {
  std::string value;  ///< as filters take it
  std::string label;
  std::uint64_t count = 0;
  bool selected = false;  ///< a filter of the query names it; kept even with count 0
};

struct Facet {
  schema::FieldId field = schema::FieldId::council;
  std::vector<FacetCount> counts;  ///< most items first, then by label
  std::size_t values = 0;          ///< values with items, also those beyond the limit
};

/// Exact counts of tier `all`, save `some`.
struct Totals {
  std::uint64_t items = 0;
  std::uint64_t papers = 0;
  std::uint64_t meetings = 0;  ///< council + committee + date; a paper that lacks one of them is a meeting of its own
  std::optional<std::uint64_t> mentions;        ///< counted on request
  std::optional<std::uint64_t> whole_mentions;  ///< of them
  std::uint64_t some = 0;                       ///< items of tier `some`; 0 when it was left out
};

/// What was and what could not be searched within the reach of the filters.
struct Coverage {
  std::uint64_t papers = 0;
  std::uint64_t not_searched = 0;  ///< sources that failed, hold no text, or are exempt
  std::uint64_t undated = 0;       ///< papers without a date; not shown when a filter asks for dates
  schema::Date from;               ///< of the papers counted; unknown: none has a date
  schema::Date to;
  std::uint64_t unread_pages = 0;    ///< pages that hold pictures nobody read, in sources that were searched
  std::uint64_t unread_sources = 0;  ///< the sources they stand in
};

/// A required operand or filter and how many items it matches alone.
struct Alone {
  std::string typed;
  bool filter = false;
  std::uint64_t items = 0;
};

/// Why tier `all` is empty.
struct Emptied {
  std::string reason;  ///< names the word or filter that emptied it
  std::vector<Alone> operands;
};

struct Answer {
  std::string query;
  std::uint64_t revision = 0;
  Interpreted interpreted;
  Totals totals;
  Coverage coverage;
  bool complete = true;
  std::string incomplete_reason;
  std::vector<Facet> facets;
  std::vector<Result> results;
  std::string next;  ///< cursor of the next page; empty: this is the last
  std::optional<Emptied> emptied;
  std::vector<Suggestion> suggestions;  ///< the most likely first
  std::vector<std::string> explained;   ///< lines, when asked for
};

}  // namespace minutebook::query
