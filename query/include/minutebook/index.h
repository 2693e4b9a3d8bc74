// The entrance of the library: open an index, ask it.
// Knows nothing of formats. An Index may be used by many threads at once; copies of it are cheap and share everything.
#pragma once

#include <minutebook/document.h>
#include <minutebook/export.h>
#include <minutebook/mentions.h>
#include <minutebook/past_reviews.h>
#include <minutebook/periods.h>
#include <minutebook/requests.h>
#include <minutebook/results.h>
#include <minutebook/suggestions.h>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace minutebook {

enum class SortOrder { relevance, newest, oldest };
enum class GroupBy { item, paper, meeting };

struct FacetRequest {
  std::string field = {};  ///< name of a field that `fields()` marks as a facet
  std::size_t limit = 0;   ///< values to give back; 0: all
};

struct SearchOptions {
  std::size_t limit = 10;   ///< items; 0: none, totals and facets only
  bool everything = false;  ///< all items, whatever `limit`; those with only some of the words are left out
  std::string cursor = {};  ///< Answer::next of the page before; empty: from the start
  SortOrder sort = SortOrder::relevance;
  GroupBy group = GroupBy::item;      ///< one row for each; its best item stands for it
  bool strict = false;                ///< items with only some of the words are left out
  bool expand = true;                 ///< labels and acronyms of topics stand for all their names
  bool count_mentions = false;        ///< fill Totals::mentions: a read per item found
  std::size_t mentions_per_item = 0;  ///< 0: all
  std::vector<FacetRequest> facets = {};
  bool explain = false;  ///< fill Answer::explained
  Date today = {};       ///< what "this year" goes by; unknown: the system's day (UTC)
};

struct MentionOptions {
  SortOrder sort = SortOrder::relevance;  ///< of the items
  bool expand = true;
  Date today = {};
};

struct TimelineOptions {
  Period period = Period::year;
  bool expand = true;
  Date today = {};
};

struct ReviewOptions {
  bool expand = true;
  Date today = {};
};

struct ActionOptions {
  bool everything = false;  ///< also resolutions and recommendations that ask for nothing
  bool open_only = false;   ///< leave out what seems answered
  bool expand = true;
  Date today = {};
};

/// A field of the query language.
struct Field {
  std::string name;
  std::string alias;  ///< second name; may be empty
  std::string description;
  std::string example;
  bool facet = false;
};

/// All of them.
MINUTEBOOK_API std::vector<Field> fields();
/// $MINUTEBOOK_INDEX, else $XDG_DATA_HOME/minutebook, else ~/.local/share/minutebook. Throws Error (usage): none is
/// set.
MINUTEBOOK_API std::string default_index_folder();

/// One published state of an index. It never changes once opened; open again to see a newer one. Any thread may call
/// any member at any time: each call in progress works with columns of its own, which are kept for the next.
class MINUTEBOOK_API Index {
 public:
  /// Throws Error (unreadable): the folder holds no index, one of another version, or a damaged one.
  static Index open(const std::string& folder);
  Index(const Index&);
  Index(Index&&) noexcept;
  Index& operator=(const Index&);
  Index& operator=(Index&&) noexcept;
  ~Index();

  const std::string& folder() const noexcept;
  std::uint64_t revision() const noexcept;
  /// The folder holds a newer state. Throws Error (unreadable).
  bool outdated() const;

  /// Throws Error: query (with its position), usage (a cursor of another query or state, an unknown facet), unreadable.
  /// An answer without items is no error.
  Answer search(const std::string& query, const SearchOptions& options = {}) const;
  /// Every mention, in order of the items found. Throws as search().
  Mentions mentions(const std::string& query, const MentionOptions& options = {}) const;
  /// A paper or an item by its id, whole; `mark`: a query whose words are highlighted, or empty. Throws Error:
  /// not_found, query (of `mark`), unreadable.
  Document show(const std::string& id, const std::string& mark = {}) const;
  /// Counts every mention by time and council. Throws as search().
  Timeline timeline(const std::string& query, const TimelineOptions& options = {}) const;
  /// Prior reviews of a subject; a query of filters alone lists every review in their reach. Reads every item that
  /// matches and those that name the reviews found. None is no error. Throws as search().
  Reviews reviews(const std::string& subject, const ReviewOptions& options = {}) const;
  /// What was asked for in the items that match (an empty query: in all), and what seems to have come of it: an answer
  /// is looked for in all papers of the committee, whatever the filters. Throws as search().
  Actions actions(const std::string& query, const ActionOptions& options = {}) const;
  /// Completions of the last words of what was typed, from two letters or digits on: labels first, then committees,
  /// then words, each with most items first, at most `limit` of each. Any text is fine. Throws Error (unreadable).
  std::vector<Completion> suggest(const std::string& typed, std::size_t limit = 6) const;

 private:
  struct MINUTEBOOK_INTERNAL State;
  MINUTEBOOK_INTERNAL explicit Index(std::shared_ptr<State> state) noexcept;
  std::shared_ptr<State> state_;
};

}  // namespace minutebook
