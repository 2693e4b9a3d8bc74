// What a search found, all of it and in order, for whoever makes its own rows of it.
// Knows nothing of who that is.
#pragma once

#include <memory>
#include <vector>

#include "query/answer_rows.h"
#include "query/include/minutebook/search.h"

namespace minutebook::query {

struct FoundItems {
  Answer answer;  ///< without rows
  std::vector<Candidate> items;
  RowMaker rows;                     ///< without runs
  std::shared_ptr<const void> keep;  ///< what `rows` refers to
};

/// `index`, `query` and `options` must outlive what comes back. Throws as search() does.
FoundItems find_items(OpenIndex& index, const ResolvedQuery& query, const SearchOptions& options);

}  // namespace minutebook::query
