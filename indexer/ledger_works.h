// What the ledger says of papers in several sources: copies and how they differ, and papers of one meeting and kind
// that are no copies. Knows nothing of printing.
#pragma once

#include "indexer/ledger.h"

namespace minutebook::indexer {

/// All copies of the index, by path.
std::vector<PaperCopyNote> copy_notes(const schema::Index& index);

/// "another paper of the same meeting and kind has the id …", for each source it is said of.
std::vector<UnreadSource> shared_id_notes(const schema::Index& index);

}  // namespace minutebook::indexer
