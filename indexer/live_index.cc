#include "indexer/live_index.h"

#include <algorithm>
#include <unordered_set>

#include "indexer/picture_texts.h"

namespace minutebook::indexer {
namespace {

bool contains(const std::vector<std::uint32_t>& ascending, std::uint32_t number) {
  return std::binary_search(ascending.begin(), ascending.end(), number);
}

}  // namespace

void sweep_picture_texts(const std::string& folder, const schema::Index& index) {
  std::unordered_set<std::string> documents;
  for (const LiveSource& source : live_sources(index)) documents.insert(source.row->sha256);
  PictureTexts(folder).sweep(documents);
}

std::vector<LiveSource> live_sources(const schema::Index& index) {
  std::vector<LiveSource> live;
  for (const schema::ShardState& state : index.shards) {
    const std::vector<schema::SourceRow>& rows = state.shard->sources();
    for (std::uint32_t number = 0; number < rows.size(); ++number) {
      if (!contains(state.dead_sources, number)) live.push_back({&rows[number], state.shard.get()});
    }
  }
  std::sort(live.begin(), live.end(),
            [](const LiveSource& a, const LiveSource& b) { return a.row->path < b.row->path; });
  return live;
}

void for_each_live_paper(const schema::Index& index,
                         const std::function<void(const schema::Shard&, std::uint32_t)>& use) {
  for (const schema::ShardState& state : index.shards) {
    const auto papers = static_cast<std::uint32_t>(state.shard->papers().size());
    for (std::uint32_t ordinal = 0; ordinal < papers; ++ordinal) {
      if (!contains(state.dead_papers, ordinal)) use(*state.shard, ordinal);
    }
  }
}

}  // namespace minutebook::indexer
