// What a review is called: the words after "Task and Finish Group on …", before "… Task Group", in quotes, or beside
// the form in a title; and the key by which two names of one review meet. Knows nothing of stages or papers.
#pragma once

#include <string>
#include <vector>

#include "query/passage_words.h"
#include "query/review_forms.h"
#include "query/telling_words.h"

namespace minutebook::query {

struct ReviewName {
  std::string subject;           ///< as written, without words that any review's name may have; empty: none found
  std::string quoted;            ///< a title in quotes or before a colon: "Getting There"
  std::vector<std::string> key;  ///< stems of the subject's telling words, ascending
};

/// `title`: the passage is a title, where what stands beside a dash or colon names it.
ReviewName review_name(const PassageWords& passage, const FoundForm& form, bool title);

/// The title of an item or a paper as a name: what stands in quotes is its title.
ReviewName name_of_title(const PassageWords& title);

/// The whole range as a name: leading and closing words without content dropped.
ReviewName name_of_range(const PassageWords& passage, WordRange range);

}  // namespace minutebook::query
