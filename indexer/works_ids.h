// Ids of papers that would have the same one: which of them has it, and what the others have instead.
// Knows nothing of how copies were found.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "indexer/withdrawn.h"
#include "indexer/works_papers.h"
#include "schema/index.h"

namespace minutebook::indexer {

/// One id for each paper. Of papers with the same natural id the first has it: what is no copy before copies, finals
/// before drafts, then by path. A withdrawn id is given to none. Ids that papers have are kept where that agrees.
std::vector<std::string> settled_ids(std::span<const schema::ShardState> shards, const std::vector<WorkPaper>& papers,
                                     const std::vector<bool>& copies, const Withdrawn& withdrawn);

}  // namespace minutebook::indexer
