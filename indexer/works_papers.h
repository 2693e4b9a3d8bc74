// The living papers as the search for copies sees them, and which pairs are worth comparing word for word.
// Knows nothing of words; that is works_content.h.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "schema/index.h"

namespace minutebook::indexer {

struct WorkPaper {
  std::size_t shard = 0;  ///< position in the list of shards
  std::uint32_t ordinal = 0;
  std::string id;
  const schema::SourceRow* source = nullptr;
  const schema::PaperSketch* sketch = nullptr;
  schema::PaperKind kind = schema::PaperKind::other;
  std::uint32_t date = 0;      ///< packed; 0: unknown
  std::string_view council;    ///< empty: unknown
  std::string_view committee;  ///< key; empty: unknown
};

/// By path of the source, then as they stand in it.
std::vector<WorkPaper> live_work_papers(std::span<const schema::ShardState> shards);

/// Council, committee and date are known, and the same.
bool of_one_meeting(const WorkPaper& a, const WorkPaper& b);

/// Pairs of positions that may be one work, each once: from different sources, nothing known of their meetings differs,
/// kinds that go together, and sketches that promise enough.
std::vector<std::pair<std::uint32_t, std::uint32_t>> pairs_to_compare(const std::vector<WorkPaper>& papers);

}  // namespace minutebook::indexer
