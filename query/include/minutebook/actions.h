// What committees asked for, and what came of it: reports, updates, information, letters and other steps, each with the
// passage that asks, who was to do it, by when, and the later item of the same committee that seems to answer it.
// Knows nothing of how they are printed. Rules: docs/reviews-and-actions.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "query/include/minutebook/cited.h"
#include "query/include/minutebook/search.h"

namespace minutebook::query {

enum class Asked {
  report,
  update,
  information,
  letter,
  step,    ///< something else that somebody is asked to do
  nothing  ///< a resolution or recommendation that asks for none of these
};
std::string_view name_of(Asked asked);

/// How firm it is.
enum class SaidAs {
  resolution,
  action,
  recommendation,  ///< proposed in a report, or recommended by a group
  discussion       ///< members asked, or officers promised, in the discussion
};
std::string_view name_of(SaidAs said);

/// When it was due.
struct Due {
  std::string words;  ///< "by October 2016", "to the next meeting"; empty: not stated
  std::string date;   ///< "2016-10-31", or "2016-10" where a month was stated; empty: the words leave it open
  bool operator==(const Due&) const = default;
};

enum class Trace {
  answered,    ///< a later item of the committee seems to answer it
  none_found,  ///< none of the later items does
  cannot_tell  ///< the collection holds no later papers of the committee
};
std::string_view name_of(Trace trace);

/// Why an item is taken for an answer.
struct AnswerEvidence {
  Cited where;                     ///< its best passage
  std::vector<std::string> words;  ///< shared with what was asked, as the item writes them
  bool in_title = false;           ///< some of them stand in its title
  bool says_so = false;            ///< it says that it was asked for
};

struct Action {
  Asked asked = Asked::nothing;
  SaidAs said = SaidAs::resolution;
  std::string text;  ///< the passage with the list entries that belong to it; of a discussion the sentence that asks
  std::string addressee;  ///< as written; empty: not stated
  Due due;
  Cited where;
  std::vector<Cited> also;  ///< other passages of the item that ask for the same
  Trace trace = Trace::cannot_tell;
  std::optional<AnswerEvidence> answer;
  schema::Date searched_until;  ///< last paper of the committee in the collection; unknown: it has none with a date
};

struct ActionOptions {
  bool everything = false;  ///< also resolutions and recommendations that ask for nothing
  bool open_only = false;   ///< leave out what seems answered
  /// Then what was found by that time is told, and `searched` says that it is not complete. Where there was no time
  /// left to look for an answer, it cannot be told.
  Deadline deadline = {};
};

struct Actions {
  Answer searched;              ///< query, interpreted, totals and coverage; no rows
  std::vector<Action> actions;  ///< newest first, then in the order of the papers
  std::uint64_t answered = 0;   ///< of all that were found, also those left out
  std::uint64_t none_found = 0;
  std::uint64_t cannot_tell = 0;
};

/// The same, told one by one: of a large collection they are more than should be held at once. It needs the index no
/// more. For one thread at a time.
class ActionList {
 public:
  struct Found;
  explicit ActionList(std::unique_ptr<Found> found);
  ~ActionList();
  ActionList(ActionList&& other) noexcept;
  ActionList& operator=(ActionList&&) = delete;

  /// Everything but the actions.
  const Actions& about() const;
  /// How many next() will give.
  std::size_t left() const;
  /// In their order; nullopt: that were all.
  std::optional<Action> next();

 private:
  std::unique_ptr<Found> found_;
};

/// Of the items that match `query` (all, if it is empty). An answer is looked for in all papers of the committee,
/// whatever the filters. Throws as search() does.
Actions actions(OpenIndex& index, const ResolvedQuery& query, const ActionOptions& options);
ActionList find_actions(OpenIndex& index, const ResolvedQuery& query, const ActionOptions& options);

}  // namespace minutebook::query
