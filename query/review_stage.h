// How far a sentence says that a review has come: planned, agreed, reported, answered …
// Knows nothing of names or papers.
#pragma once

#include "query/include/minutebook/reviews.h"
#include "query/passage_words.h"
#include "query/review_forms.h"
#include "query/review_signs.h"

namespace minutebook::query {

/// `title`: the words of the item's title; empty if the passage is the title itself or the item has none.
ReviewStage stage_of(const PassageWords& passage, const PassageWords& title, const FoundForm& form,
                     const SignPlace& place);

}  // namespace minutebook::query
