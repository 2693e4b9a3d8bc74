// What a row of the ledger says of a source: its status, and the sentences that later runs read again.
// Knows nothing of how a source came by them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "schema/shard.h"

namespace minutebook::indexer {

// SourceRow::status.
inline constexpr std::string_view status_indexed = "indexed";
inline constexpr std::string_view status_failed = "failed";
inline constexpr std::string_view status_duplicate = "duplicate";  ///< all it holds is indexed from other sources
inline constexpr std::string_view status_exempt = "exempt";
inline constexpr std::string_view status_empty = "empty";
inline constexpr std::string_view status_withdrawn = "withdrawn";  ///< its papers are kept out by their ids

/// "its content is the same as in /papers/a.txt", and who is meant in it. A run reads the source again when that one
/// goes.
std::string copy_note(std::string_view what, std::string_view path);
std::optional<std::string> copied_from(std::string_view note);
/// "paper <id> is withdrawn", and the id in it. A run reads the source again when the paper is restored.
std::string withdrawn_note(std::string_view paper_id);
std::optional<std::string> withdrawn_in(std::string_view note);

/// "pages 3-5 were not read: …"
std::string unread_note(const std::vector<int>& pages);

/// The paths that the reason and the warnings of a row say it is a copy of.
std::vector<std::string> copied_from(const schema::SourceRow& row);

}  // namespace minutebook::indexer
