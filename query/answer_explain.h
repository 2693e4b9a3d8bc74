// What --explain shows of a query: as typed, as understood, the compiled tree with its terms, and what proving took.
// Knows nothing of how the lines are printed.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "query/evaluate.h"
#include "query/evaluate_plan.h"
#include "query/judge.h"

namespace minutebook::query {

/// `proofs`: of all shards together, by node.
std::vector<std::string> explain(const OpenIndex::Parts& index, const ResolvedQuery& query, const Plan& plan,
                                 std::span<const Proof> proofs);

/// Why a row stands where it stands: "3.412 = words 0.812 + title 1.200 …". Of a row that was not judged only its
/// words are known; one that stands below its worth, because another file was put first, says so.
std::string explain_merits(const Merits& merits, const Candidate& row);

}  // namespace minutebook::query
