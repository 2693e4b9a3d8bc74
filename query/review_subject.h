// What a question for reviews is about: the query without the words that only say that reviews are looked for.
// Knows nothing of how reviews are found.
#pragma once

#include "query/resolved.h"

namespace minutebook::query {

/// "young carers review", "Ofsted action plan task group": the words for reviews say what is looked for, and need not
/// stand in every paper of it. A query of such words alone stays as it is.
ResolvedQuery without_review_words(const ResolvedQuery& asked);

}  // namespace minutebook::query
