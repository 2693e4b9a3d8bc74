// What committees asked for and what seems to have come of it: what Index::actions gives back. Plain data, each with
// the passage that asks. What is not claimed: docs/reviews-and-actions.md.
#pragma once

#include <minutebook/results.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook {

enum class Asked {
  report,
  update,
  information,
  letter,
  step,    ///< something else that somebody is asked to do
  nothing  ///< a resolution or recommendation that asks for none of these
};

/// How firm it is.
enum class SaidAs {
  resolution,
  action,
  recommendation,  ///< proposed in a report, or recommended by a group
  discussion       ///< members asked, or officers promised, in the discussion
};

enum class Trace {
  answered,    ///< a later item of the committee seems to answer it
  none_found,  ///< none of the later items does
  cannot_tell  ///< the collection holds no later papers of the committee
};

/// As printed in JSON: "cannot-tell".
MINUTEBOOK_API std::string_view name_of(Asked asked);
MINUTEBOOK_API std::string_view name_of(SaidAs said);
MINUTEBOOK_API std::string_view name_of(Trace trace);

struct Due {
  std::string words;  ///< "by October 2016", "to the next meeting"; empty: not stated
  std::string date;   ///< "2016-10-31", or "2016-10" where a month was stated; empty: the words leave it open
};

/// Why an item is taken for an answer.
struct AnswerEvidence {
  CitedPassage where;              ///< its best passage
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
  CitedPassage where;
  std::vector<CitedPassage> also;  ///< other passages of the item that ask for the same
  Trace trace = Trace::cannot_tell;
  std::optional<AnswerEvidence> answer;
  Date searched_until;  ///< last paper of the committee in the collection; unknown: it has none with a date
};

struct Actions {
  Answer searched;              ///< of the query, without items: how it was read, totals, what was not searched
  std::vector<Action> actions;  ///< newest first, then in the order of the papers
  std::uint64_t answered = 0;   ///< of all that were found, also those left out
  std::uint64_t none_found = 0;
  std::uint64_t cannot_tell = 0;
};

}  // namespace minutebook
