// Whether a passage of minutes asks for a report, an update, information, a letter or another step, and whom it asks.
// Pure functions of the passage. Knows nothing of the index or of answers.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "query/include/minutebook/actions.h"
#include "query/passage_words.h"

namespace minutebook::query {

struct RequestSign {
  Asked asked = Asked::nothing;
  std::string addressee;  ///< as written, without "the"; empty: not stated
  Due due;
  WordRange sentence;  ///< that asks
  WordRange about;     ///< its words that say what is asked for
};

/// In a resolution, action or recommendation the words as they stand ask ("an update be provided"); in the discussion
/// somebody has to ask for it or promise it. `date`: of the meeting; what lies before it is not due. nullopt: it asks
/// for nothing.
std::optional<RequestSign> find_request(const PassageWords& passage, bool decided, const schema::Date& date);

/// "Action: That a workshop be held": what the paper itself calls an action is one, whatever its words. A name alone in
/// a column of actions is not.
bool marked_as_action(const PassageWords& words, const schema::Passage& passage);

}  // namespace minutebook::query
