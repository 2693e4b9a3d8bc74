// What a passage says of reviews: each review it names, with what it is called, how far it has come and the time
// stated. A pure function of the passage and where it stands. Knows nothing of the index or of other passages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "query/include/minutebook/reviews.h"
#include "query/passage_words.h"
#include "query/review_forms.h"
#include "query/review_names.h"

namespace minutebook::query {

/// Where the passage stands.
struct SignPlace {
  schema::PassageKind kind = schema::PassageKind::text;
  bool title = false;             ///< it is the title of its item
  bool programme = false;         ///< it stands in a work programme
  std::string_view item_title;    ///< empty: none
  schema::Date date;              ///< of the paper
  std::string_view council = {};  ///< name of the paper\'s council; empty: not known
};

struct ReviewSign {
  ReviewStage stage = ReviewStage::referred;
  std::string form;
  FormFamily family = FormFamily::review;
  ReviewName name;
  std::vector<int> years;          ///< stated in the sentence
  std::vector<schema::Date> days;  ///< likewise
  bool earlier = false;            ///< "a previous review": another than the one at hand
  std::string other_council;       ///< whose review it is, where the sentence names another council than the paper's
  std::string planned_for;         ///< of a row of a work programme: its date, as written
};

std::vector<ReviewSign> find_review_signs(PassageReader& reader, std::string_view text, const SignPlace& place);

}  // namespace minutebook::query
