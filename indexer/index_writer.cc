#include "indexer/index_writer.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <ctime>
#include <filesystem>
#include <set>
#include <unordered_map>
#include <utility>

#include "indexer/index_writer_folder.h"
#include "indexer/index_writer_merge.h"
#include "indexer/index_writer_works.h"
#include "schema/digest.h"
#include "schema/error.h"
#include "schema/file.h"
#include "schema/index_manifest.h"

namespace minutebook::indexer {
namespace {

/// A row or an ordinal of one of the shards that the run started from.
struct Place {
  std::size_t shard = 0;
  std::uint32_t number = 0;
};
using Places = std::unordered_map<std::string, std::vector<Place>>;

/// What of a shard is dead at the end of the run.
struct Dead {
  std::set<std::uint32_t> papers;
  std::set<std::uint32_t> sources;
};

std::string utc_now() {
  const std::time_t now = std::chrono::system_clock::to_time_t(std::chrono::system_clock::now());
  std::tm parts{};
  ::gmtime_r(&now, &parts);
  char text[sizeof "2024-01-08T12:00:00Z"];
  std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts);
  return text;
}

schema::ManifestShard listed(const schema::ShardState& state) {
  return {std::filesystem::path(state.shard->folder()).filename().string(),
          state.shard->item_count(),
          static_cast<std::uint32_t>(state.shard->papers().size()),
          state.dead_papers,
          state.dead_sources,
          state.copies};
}

bool holds_something(const schema::ShardState& state) {
  return state.dead_papers.size() < state.shard->papers().size() ||
         state.dead_sources.size() < state.shard->sources().size();
}

}  // namespace

struct IndexWriter::State {
  State(const std::string& folder, std::shared_ptr<const schema::Vocabulary> words)
      : paths(prepared(folder)), lock(paths.lock()), vocabulary(std::move(words)) {
    make_index_folders(paths);
    open_current();
    sweep_index_folder(paths);
  }

  static schema::IndexPaths prepared(const std::string& folder) {
    schema::IndexPaths paths{std::filesystem::absolute(folder).lexically_normal().string()};
    prepare_index_folder(paths);
    return paths;
  }
  void open_current();
  std::string unused_shard_folder();
  bool vocabulary_changed() const {
    return !current.shards.empty() && current.vocabulary->digest() != vocabulary->digest();
  }
  const Places& sources();
  const Places& papers();
  bool kill_paper(const Place& place) { return dead[place.shard].papers.insert(place.number).second; }
  std::vector<schema::ShardState> surviving() const;
  std::vector<schema::ShardState> merged(std::vector<schema::ShardState> shards);
  schema::ShardState rebuilt(std::span<const schema::ShardState> shards);
  void write(const std::vector<schema::ShardState>& shards);

  schema::IndexPaths paths;
  WriterLock lock;
  std::shared_ptr<const schema::Vocabulary> vocabulary;
  schema::Index current;
  std::atomic<unsigned> shard_number{0};
  std::vector<Dead> dead;  // of the shards of `current`
  Places sources_by_path;
  Places papers_by_id;
  std::vector<std::vector<std::vector<std::uint32_t>>> papers_of_source;  // by shard and row
  bool sources_mapped = false;
  bool papers_mapped = false;
  bool retired = false;
  std::vector<std::string> removed;
  std::string councils_table;
  bool own_vocabulary = false;
};

void IndexWriter::State::open_current() {
  current = schema::Index{};
  current.folder = paths.folder;
  current.vocabulary = vocabulary;
  if (schema::published_revision(paths) != 0) current = schema::open_index(paths.folder);
  removed = current.removed;
  councils_table = current.councils_table;
  own_vocabulary = current.own_vocabulary;
  dead.clear();
  for (const schema::ShardState& shard : current.shards) {
    dead.push_back(
        {{shard.dead_papers.begin(), shard.dead_papers.end()}, {shard.dead_sources.begin(), shard.dead_sources.end()}});
  }
  sources_by_path.clear();
  papers_by_id.clear();
  papers_of_source.clear();
  sources_mapped = papers_mapped = retired = false;
}

/// Never the name of a shard that is published: those are of this revision at most.
std::string IndexWriter::State::unused_shard_folder() {
  return paths.shard(std::to_string(current.revision + 1) + "-" + std::to_string(++shard_number));
}

const Places& IndexWriter::State::sources() {
  if (std::exchange(sources_mapped, true)) return sources_by_path;
  papers_of_source.resize(current.shards.size());
  for (std::size_t i = 0; i < current.shards.size(); ++i) {
    const schema::Shard& shard = *current.shards[i].shard;
    const std::vector<schema::SourceRow>& rows = shard.sources();
    for (std::uint32_t row = 0; row < rows.size(); ++row) sources_by_path[rows[row].path].push_back({i, row});
    papers_of_source[i].resize(rows.size());
    for (std::uint32_t paper = 0; paper < shard.papers().size(); ++paper) {
      papers_of_source[i][shard.papers()[paper].source].push_back(paper);
    }
  }
  return sources_by_path;
}

const Places& IndexWriter::State::papers() {
  if (std::exchange(papers_mapped, true)) return papers_by_id;
  for (std::size_t i = 0; i < current.shards.size(); ++i) {
    const schema::Shard& shard = *current.shards[i].shard;
    for (std::uint32_t paper = 0; paper < shard.papers().size(); ++paper)
      papers_by_id[shard.paper_id(paper)].push_back({i, paper});
  }
  return papers_by_id;
}

/// The shards of the generation at hand with what the run retired; shards without anything alive are left out.
std::vector<schema::ShardState> IndexWriter::State::surviving() const {
  std::vector<schema::ShardState> shards;
  for (std::size_t i = 0; i < current.shards.size(); ++i) {
    schema::ShardState state{current.shards[i].shard,
                             {dead[i].papers.begin(), dead[i].papers.end()},
                             {dead[i].sources.begin(), dead[i].sources.end()},
                             current.shards[i].copies};
    if (holds_something(state)) shards.push_back(std::move(state));
  }
  return shards;
}

schema::ShardState IndexWriter::State::rebuilt(std::span<const schema::ShardState> shards) {
  ShardBuilder builder(unused_shard_folder(), *vocabulary);
  rebuild(shards, builder);
  builder.finish();
  return {schema::Shard::open(builder.folder()), {}, {}, {}};
}

std::vector<schema::ShardState> IndexWriter::State::merged(std::vector<schema::ShardState> shards) {
  std::vector<ShardLoad> loads;
  for (const schema::ShardState& shard : shards) loads.push_back(load_of(shard));
  std::set<std::size_t> replaced;
  std::vector<schema::ShardState> fresh;
  for (const std::vector<std::size_t>& group : plan_merges(loads, vocabulary_changed())) {
    std::vector<schema::ShardState> members;
    for (const std::size_t member : group) members.push_back(shards[member]);
    fresh.push_back(rebuilt(members));
    replaced.insert(group.begin(), group.end());
  }
  std::vector<schema::ShardState> result;
  for (std::size_t i = 0; i < shards.size(); ++i) {
    if (replaced.count(i) == 0) result.push_back(std::move(shards[i]));
  }
  std::move(fresh.begin(), fresh.end(), std::back_inserter(result));
  return result;
}

void IndexWriter::State::write(const std::vector<schema::ShardState>& shards) {
  schema::Manifest manifest{current.revision + 1, utc_now(), {}, removed, vocabulary->digest(), own_vocabulary, {}};
  if (!councils_table.empty()) {
    manifest.councils = schema::hex(schema::sha256(councils_table));
    schema::replace_file(paths.councils(manifest.councils), councils_table);
  }
  for (const schema::ShardState& shard : shards) manifest.shards.push_back(listed(shard));
  const std::string vocabulary_path = paths.vocabulary(vocabulary->digest());
  if (!std::filesystem::exists(vocabulary_path)) schema::replace_file(vocabulary_path, vocabulary->xml());
  schema::sync_path(paths.shards());
  schema::write_manifest(paths, manifest);
  schema::publish_revision(paths, manifest.revision);
}

IndexWriter::IndexWriter(const std::string& folder, std::shared_ptr<const schema::Vocabulary> vocabulary)
    : state_(std::make_unique<State>(folder, std::move(vocabulary))) {}
IndexWriter::~IndexWriter() = default;

const schema::Index& IndexWriter::current() const {
  return state_->current;
}

std::unique_ptr<ShardBuilder> IndexWriter::new_shard() {
  return std::make_unique<ShardBuilder>(state_->unused_shard_folder(), *state_->vocabulary);
}

bool IndexWriter::retire_source(const std::string& path) {
  State& state = *state_;
  const auto found = state.sources().find(path);
  if (found == state.sources().end()) return false;
  bool there = false;
  for (const Place& place : found->second) {
    if (!state.dead[place.shard].sources.insert(place.number).second) continue;
    there = true;
    for (const std::uint32_t paper : state.papers_of_source[place.shard][place.number])
      state.kill_paper({place.shard, paper});
  }
  state.retired = state.retired || there;
  return there;
}

bool IndexWriter::retire_paper(const std::string& id) {
  State& state = *state_;
  const auto found = state.papers().find(id);
  if (found == state.papers().end()) return false;
  bool there = false;
  for (const Place& place : found->second) there = state.kill_paper(place) || there;
  state.retired = state.retired || there;
  return there;
}

void IndexWriter::set_tables(std::string councils_table, bool own_vocabulary) {
  state_->councils_table = std::move(councils_table);
  state_->own_vocabulary = own_vocabulary;
}

void IndexWriter::set_removed(std::vector<std::string> removed) {
  state_->removed = std::move(removed);
}

std::uint64_t IndexWriter::publish(std::vector<std::unique_ptr<ShardBuilder>> shards) {
  State& state = *state_;
  std::vector<std::unique_ptr<ShardBuilder>> filled;
  for (std::unique_ptr<ShardBuilder>& builder : shards) {
    if (builder->sources() > 0) filled.push_back(std::move(builder));
  }
  const bool tables =
      state.councils_table != state.current.councils_table || state.own_vocabulary != state.current.own_vocabulary;
  const bool changed = !filled.empty() || state.retired || state.vocabulary_changed() ||
                       state.removed != state.current.removed || tables;
  if (changed) {
    finish_all(filled);
    std::vector<schema::ShardState> all = state.surviving();
    const std::size_t fresh = all.size();
    for (const std::unique_ptr<ShardBuilder>& builder : filled)
      all.push_back({schema::Shard::open(builder->folder()), {}, {}, {}});
    const WorkPlan works = plan_works(all, fresh, Withdrawn(state.removed));
    all = state.merged(with_new_ids(std::move(all), works, [this] { return new_shard(); }));
    note_copies(all, works);
    state.write(all);
    state.open_current();
  }
  shards.clear();
  filled.clear();
  sweep_index_folder(state.paths);
  return state.current.revision;
}

}  // namespace minutebook::indexer
