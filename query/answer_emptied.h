// Why an answer is empty: how many items each operand and filter matches alone, and which one left nothing (DESIGN.md
// decision 7). Knows nothing of rows or output formats.
#pragma once

#include <span>

#include "query/evaluate_filter.h"
#include "query/evaluate_plan.h"
#include "query/open_index.h"

namespace minutebook::query {

/// For a query whose tier `all` is empty.
Emptied why_empty(OpenIndex::Parts& index, const Plan& plan, const ResolvedQuery& query, const TopFilters& filters);

}  // namespace minutebook::query
