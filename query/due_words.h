// By when something was wanted: the words, and a date where they leave no doubt. A pure function of a passage.
// Knows nothing of what was wanted.
#pragma once

#include "query/include/minutebook/actions.h"
#include "query/passage_words.h"

namespace minutebook::query {

/// The first time that the passage states as one by which something is due: "by October 2016" (2016-10), "by 4 May
/// 2021" (2021-05-04), "to the next meeting", "in six months' time", "every quarter" (words only).
/// `within`: the words looked at; `date`: of the meeting, unknown is allowed.
Due find_due(const PassageWords& passage, const WordRange& within, const schema::Date& date);

/// What tells the times of two such phrases apart, sorted: figures for numbers in words, without "after", "in" and the
/// like. "after 6 months" and "six months after" have the same.
std::vector<std::string> words_of_time(std::string_view words);

}  // namespace minutebook::query
