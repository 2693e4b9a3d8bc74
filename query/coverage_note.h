// What an answer covers and what it could not: papers in the filters' reach, their dates, sources that were not
// searched. Knows nothing of words or matches (DESIGN.md decision 7).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "query/evaluate_filter.h"
#include "query/open_index.h"

namespace minutebook::query {

/// Adds a shard's live papers; `failed`: TopFilters::failed_fields.
void add_papers(const OpenShard& shard, std::span<const FieldBits> failed, Coverage& coverage);
/// Counts sources without text, and pages that were not read, in the reach of the filters on council, committee and
/// date. A source of which these are not known counts: it may be.
void add_sources(OpenIndex::Parts& index, std::span<const Filter> filters, Coverage& coverage);

}  // namespace minutebook::query
