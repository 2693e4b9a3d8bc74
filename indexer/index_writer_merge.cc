#include "indexer/index_writer_merge.h"

#include <algorithm>
#include <map>
#include <utility>

#include "indexer/works.h"

namespace minutebook::indexer {
namespace {

constexpr std::uint64_t tier_factor = 4;
constexpr std::size_t merged_shards = 4;
// Below it shards are alike: opening one costs more than reading it.
constexpr std::uint64_t smallest_tier_items = 64;

/// Shards that are to become one.
struct Group {
  std::vector<std::size_t> members;
  std::uint64_t items = 0;
  bool anew = false;  // must be written even if it stays alone
};

int tier_of(std::uint64_t items) {
  int tier = 0;
  for (std::uint64_t limit = smallest_tier_items; items >= limit; limit *= tier_factor) ++tier;
  return tier;
}

bool mostly_dead(const ShardLoad& shard) {
  const auto too_many = [](std::uint64_t dead, std::uint64_t live) { return 4 * dead > dead + live; };
  return too_many(shard.dead_items, shard.items) || too_many(shard.dead_sources, shard.sources);
}

Group joined(std::span<const Group> groups) {
  Group all;
  all.anew = true;
  for (const Group& group : groups) {
    all.members.insert(all.members.end(), group.members.begin(), group.members.end());
    all.items += group.items;
  }
  return all;
}

/// Merges one lot of groups of one tier, the smallest first; false: none is due.
bool merge_once(std::vector<Group>& groups) {
  std::stable_sort(groups.begin(), groups.end(), [](const Group& a, const Group& b) { return a.items < b.items; });
  for (std::size_t first = 0; first < groups.size();) {
    const int tier = tier_of(groups[first].items);
    std::uint64_t items = 0;
    std::size_t end = first;
    while (end < groups.size() && tier_of(groups[end].items) == tier && items + groups[end].items <= merged_items) {
      items += groups[end++].items;
    }
    if (end - first >= merged_shards) {
      Group merged = joined(std::span(groups).subspan(first, end - first));
      groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(first),
                   groups.begin() + static_cast<std::ptrdiff_t>(end));
      groups.push_back(std::move(merged));
      return true;
    }
    while (first < groups.size() && tier_of(groups[first].items) == tier) ++first;
  }
  return false;
}

/// As few shards as hold everything, in the order they have.
std::vector<Group> packed(std::vector<Group> groups) {
  std::vector<Group> result;
  for (Group& group : groups) {
    if (result.empty() || result.back().items + group.items > merged_items) {
      result.push_back(std::move(group));
      result.back().anew = true;
    } else {
      const Group both[] = {std::move(result.back()), std::move(group)};
      result.back() = joined(both);
    }
  }
  return result;
}

/// A live source of one of the shards.
struct LiveSource {
  const schema::SourceRow* row = nullptr;
  std::size_t shard = 0;
  std::uint32_t number = 0;
  std::vector<std::uint32_t> papers;  // live ones, in their order
};

bool among(const std::vector<std::uint32_t>& ascending, std::uint32_t number) {
  return std::binary_search(ascending.begin(), ascending.end(), number);
}

std::vector<LiveSource> live_sources(std::span<const schema::ShardState> shards) {
  std::vector<LiveSource> result;
  for (std::size_t i = 0; i < shards.size(); ++i) {
    const schema::Shard& shard = *shards[i].shard;
    std::vector<LiveSource> sources(shard.sources().size());
    for (std::uint32_t paper = 0; paper < shard.papers().size(); ++paper) {
      if (!among(shards[i].dead_papers, paper)) sources[shard.papers()[paper].source].papers.push_back(paper);
    }
    for (std::uint32_t number = 0; number < sources.size(); ++number) {
      if (among(shards[i].dead_sources, number)) continue;
      result.push_back({&shard.sources()[number], i, number, std::move(sources[number].papers)});
    }
  }
  std::stable_sort(result.begin(), result.end(),
                   [](const LiveSource& a, const LiveSource& b) { return a.row->path < b.row->path; });
  return result;
}

}  // namespace

ShardLoad load_of(const schema::ShardState& state) {
  ShardLoad load;
  load.items = state.shard->item_count();
  for (const std::uint32_t paper : state.dead_papers) load.dead_items += state.shard->papers()[paper].items;
  load.items -= load.dead_items;
  load.dead_sources = state.dead_sources.size();
  load.sources = state.shard->sources().size() - load.dead_sources;
  return load;
}

std::vector<std::vector<std::size_t>> plan_merges(std::span<const ShardLoad> shards, bool all) {
  std::vector<Group> groups;
  for (std::size_t i = 0; i < shards.size(); ++i) groups.push_back({{i}, shards[i].items, mostly_dead(shards[i])});
  if (all) {
    groups = packed(std::move(groups));
  } else {
    while (merge_once(groups)) {
    }
  }
  std::vector<std::vector<std::size_t>> plan;
  for (Group& group : groups) {
    std::sort(group.members.begin(), group.members.end());
    if (group.anew) plan.push_back(std::move(group.members));
  }
  return plan;
}

void rebuild(std::span<const schema::ShardState> shards, ShardBuilder& target, const NewIds& new_ids) {
  for (const LiveSource& source : live_sources(shards)) {
    const schema::Shard& shard = *shards[source.shard].shard;
    const std::uint32_t row = target.add_source(*source.row);
    for (const std::uint32_t paper : source.papers) {
      const std::string id = shard.paper_id(paper);
      const auto renamed = new_ids.find(place_key(source.row->path, id));
      target.add_paper_again(shard.whole_paper(paper), row, renamed == new_ids.end() ? id : renamed->second);
    }
  }
}

}  // namespace minutebook::indexer
