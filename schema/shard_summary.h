// What belongs to a shard: all its files with their sizes and checksums, written last; the sizes are checked first.
// Knows nothing of what is in the files.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace minutebook::schema {

struct ShardSummary {
  std::uint32_t items = 0;
  std::uint32_t papers = 0;
  bool operator==(const ShardSummary&) const = default;
};

/// Lists every file below `folder` in its summary with its SHA-256, durably.
void write_shard_summary(const std::string& folder, const ShardSummary& summary);
/// Throws Error naming the file that is missing, too short, too long, or of another version.
ShardSummary check_shard_summary(const std::string& folder);

/// What reading every byte of the shard's files shows. Throws Error where check_shard_summary does, and for a file that
/// cannot be read.
struct ShardChecksums {
  std::vector<std::string> changed;  ///< paths of files that do not hold what was written
  std::vector<std::string> unknown;  ///< paths of files without a checksum: an earlier program wrote them
};
ShardChecksums compare_shard_checksums(const std::string& folder);

}  // namespace minutebook::schema
