#include "indexer/live_index.h"

#include <algorithm>
#include <unordered_set>

#include "indexer/picture_texts.h"
#include "indexer/source_status.h"

namespace minutebook::indexer {
namespace {

bool contains(const std::vector<std::uint32_t>& ascending, std::uint32_t number) {
  return std::binary_search(ascending.begin(), ascending.end(), number);
}

bool is_copy(const schema::ShardState& state, std::uint32_t ordinal) {
  const auto at =
      std::lower_bound(state.copies.begin(), state.copies.end(), ordinal,
                       [](const schema::PaperCopy& copy, std::uint32_t wanted) { return copy.paper < wanted; });
  return at != state.copies.end() && at->paper == ordinal;
}

/// By row: all papers of the source are copies.
std::vector<bool> sources_of_copies(const schema::ShardState& state) {
  std::vector<bool> only_copies(state.shard->sources().size(), false);
  const std::span<const schema::PaperRow> papers = state.shard->papers();
  for (const schema::PaperCopy& copy : state.copies) only_copies[papers[copy.paper].source] = true;
  if (state.copies.empty()) return only_copies;
  for_each_live_paper(state, [&](std::uint32_t ordinal) {
    if (!is_copy(state, ordinal)) only_copies[papers[ordinal].source] = false;
  });
  return only_copies;
}

}  // namespace

std::string_view LiveSource::status() const {
  return only_copies ? status_duplicate : std::string_view(row->status);
}

void sweep_picture_texts(const std::string& folder, const schema::Index& index) {
  std::unordered_set<std::string> documents;
  for (const LiveSource& source : live_sources(index)) documents.insert(source.row->sha256);
  PictureTexts(folder).sweep(documents);
}

std::vector<LiveSource> live_sources(const schema::Index& index) {
  std::vector<LiveSource> live;
  for (const schema::ShardState& state : index.shards) {
    const std::vector<schema::SourceRow>& rows = state.shard->sources();
    const std::vector<bool> only_copies = sources_of_copies(state);
    for (std::uint32_t number = 0; number < rows.size(); ++number) {
      if (!contains(state.dead_sources, number))
        live.push_back({&rows[number], state.shard.get(), only_copies[number]});
    }
  }
  std::sort(live.begin(), live.end(),
            [](const LiveSource& a, const LiveSource& b) { return a.row->path < b.row->path; });
  return live;
}

void for_each_live_paper(const schema::ShardState& state, const std::function<void(std::uint32_t)>& use) {
  const auto papers = static_cast<std::uint32_t>(state.shard->papers().size());
  for (std::uint32_t ordinal = 0; ordinal < papers; ++ordinal) {
    if (!contains(state.dead_papers, ordinal)) use(ordinal);
  }
}

void for_each_live_paper(const schema::Index& index,
                         const std::function<void(const schema::Shard&, std::uint32_t)>& use) {
  for (const schema::ShardState& state : index.shards) {
    for_each_live_paper(state, [&](std::uint32_t ordinal) { use(*state.shard, ordinal); });
  }
}

void for_each_counted_paper(const schema::Index& index,
                            const std::function<void(const schema::Shard&, std::uint32_t)>& use) {
  for (const schema::ShardState& state : index.shards) {
    for_each_live_paper(state, [&](std::uint32_t ordinal) {
      if (!is_copy(state, ordinal)) use(*state.shard, ordinal);
    });
  }
}

}  // namespace minutebook::indexer
