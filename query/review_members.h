// Who sat on a review, as a passage names them.
// Pure functions of text. Knows nothing of reviews' names or stages.
#pragma once

#include <string>
#include <vector>

#include "query/passage_words.h"
#include "query/read_items.h"

namespace minutebook::query {

/// "Its members were Councillors A Ash (Chair), B Birch and Mr C Cole": the names, as written; empty: the passage names
/// no members.
std::vector<std::string> members_in(const PassageWords& passage);

/// Names on lines of their own under "Task Group" or "Members" on the front of a report. `lead`: the passage they
/// follow.
struct MemberList {
  std::vector<std::string> names;
  std::size_t lead = 0;
};
MemberList members_on_front(const schema::Item& front, PassageReader& reader);

}  // namespace minutebook::query
