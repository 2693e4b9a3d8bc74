#include "indexer/index_writer_works.h"

#include <algorithm>
#include <set>
#include <utility>

#include "indexer/index_writer_merge.h"
#include "indexer/live_index.h"

namespace minutebook::indexer {
namespace {

bool among(const std::vector<std::uint32_t>& ascending, std::uint32_t number) {
  return std::binary_search(ascending.begin(), ascending.end(), number);
}

/// Rows of the sources that hold a paper with another id.
std::set<std::uint32_t> moving_sources(const schema::ShardState& state, const WorkPlan& plan) {
  std::set<std::uint32_t> sources;
  for_each_live_paper(state, [&](std::uint32_t ordinal) {
    const std::uint32_t source = state.shard->papers()[ordinal].source;
    if (plan.new_ids.contains(place_key(state.shard->sources()[source].path, state.shard->paper_id(ordinal))))
      sources.insert(source);
  });
  return sources;
}

/// Cuts the shard in two: what moves is dead in `state`, what stays is dead in the result.
schema::ShardState take_out(schema::ShardState& state, const std::set<std::uint32_t>& sources) {
  schema::ShardState taken{state.shard, {}, {}, {}};
  std::vector<std::uint32_t> left_papers;
  std::vector<std::uint32_t> left_sources;
  const std::span<const schema::PaperRow> papers = state.shard->papers();
  for (std::uint32_t ordinal = 0; ordinal < papers.size(); ++ordinal) {
    const bool dead = among(state.dead_papers, ordinal);
    const bool moves = sources.contains(papers[ordinal].source);
    if (dead || !moves) taken.dead_papers.push_back(ordinal);
    if (dead || moves) left_papers.push_back(ordinal);
  }
  for (std::uint32_t row = 0; row < state.shard->sources().size(); ++row) {
    const bool dead = among(state.dead_sources, row);
    const bool moves = sources.contains(row);
    if (dead || !moves) taken.dead_sources.push_back(row);
    if (dead || moves) left_sources.push_back(row);
  }
  state.dead_papers = std::move(left_papers);
  state.dead_sources = std::move(left_sources);
  return taken;
}

bool holds_a_source(const schema::ShardState& state) {
  return state.dead_sources.size() < state.shard->sources().size();
}

}  // namespace

std::vector<schema::ShardState> with_new_ids(std::vector<schema::ShardState> shards, const WorkPlan& plan,
                                             const std::function<std::unique_ptr<ShardBuilder>()>& new_shard) {
  if (plan.new_ids.empty()) return shards;
  std::vector<schema::ShardState> moving;
  for (schema::ShardState& state : shards) {
    const std::set<std::uint32_t> sources = moving_sources(state, plan);
    if (!sources.empty()) moving.push_back(take_out(state, sources));
  }
  const std::unique_ptr<ShardBuilder> builder = new_shard();
  rebuild(moving, *builder, plan.new_ids);
  builder->finish();
  std::erase_if(shards, [](const schema::ShardState& state) { return !holds_a_source(state); });
  shards.push_back({schema::Shard::open(builder->folder()), {}, {}, {}});
  return shards;
}

void note_copies(std::vector<schema::ShardState>& shards, const WorkPlan& plan) {
  for (schema::ShardState& state : shards) {
    state.copies.clear();
    if (plan.copies.empty()) continue;
    for_each_live_paper(state, [&](std::uint32_t ordinal) {
      const auto copy = plan.copies.find(state.shard->paper_id(ordinal));
      if (copy != plan.copies.end()) state.copies.push_back({ordinal, copy->second.of, copy->second.differing});
    });
  }
}

}  // namespace minutebook::indexer
