// The forms of scrutiny work by name: where a passage names a task and finish group, a spotlight review, an inquiry …,
// and where it speaks of a plain "review" that a committee made. Knows nothing of what the review is about.
// Source: the working forms that councils name in their constitutions and papers (docs/reviews-and-actions.md).
#pragma once

#include <string_view>
#include <vector>

#include "query/passage_words.h"

namespace minutebook::query {

/// Forms of one family may be two names of one piece of work.
enum class FormFamily { group, spotlight, deep_dive, inquiry, session, review };

struct FoundForm {
  std::string_view form;  ///< "task and finish group"
  FormFamily family = FormFamily::review;
  WordRange at;
};

/// Every form named in the passage, longest first where they overlap, in order. `title`: the passage is the title of an
/// item or paper, where a plain "review" needs no committee beside it.
std::vector<FoundForm> find_review_forms(const PassageWords& passage, bool title);

/// Words of a body of members: "panel", "committee" …
bool is_body_word(std::string_view singular);

}  // namespace minutebook::query
