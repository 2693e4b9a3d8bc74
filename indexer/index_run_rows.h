// Rows of the ledger for what a run found out about a source, and what of its papers may be indexed.
// Knows nothing of ids, threads or shards.
#pragma once

#include "indexer/index_run_plan.h"
#include "indexer/source_reader.h"
#include "schema/councils.h"

namespace minutebook::indexer {

/// Path, hashes, URL, and what is stated about council, committee and date. Status and reason: failed with the problem,
/// if it has one.
schema::SourceRow row_of(const PlannedSource& source, const schema::CouncilRegistry& councils);

/// What reading added to the row. Takes exempt papers and items out of the reading and counts them, unless the metadata
/// says they are public (then their marks go); metadata may also say that all of it is exempt.
void add_reading(SourceReading& reading, const SuppliedMetadata& metadata, schema::SourceRow& row);

/// Of a copy: what became of the original is said of it too.
void add_original(const schema::SourceRow& original, schema::SourceRow& row);

/// Nothing in the row is worth publishing again.
bool same_row(const schema::SourceRow& a, const schema::SourceRow& b);

}  // namespace minutebook::indexer
