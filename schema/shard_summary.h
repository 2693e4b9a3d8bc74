// What belongs to a shard: all its files with their sizes, written last, checked first.
// Knows nothing of what is in the files.
#pragma once

#include <cstdint>
#include <string>

namespace minutebook::schema {

struct ShardSummary {
  std::uint32_t items = 0;
  std::uint32_t papers = 0;
  bool operator==(const ShardSummary&) const = default;
};

/// Lists every file below `folder` in its summary, durably.
void write_shard_summary(const std::string& folder, const ShardSummary& summary);
/// Throws Error naming the file that is missing, too short, too long, or of another version.
ShardSummary check_shard_summary(const std::string& folder);

}  // namespace minutebook::schema
