// The one writer of an index folder: lock, new shards, tombstones, merges, atomic publishing of a generation.
// Knows nothing of sources' contents or of how papers were understood. Layout: docs/index-format.md.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "indexer/shard_builder.h"
#include "schema/index.h"

namespace minutebook::indexer {

class IndexWriter {
 public:
  /// Makes the folder if needed, takes its lock (Error if another writer holds it, naming its process), sweeps what a
  /// killed run left. `vocabulary`: what papers are tagged with; if it differs from the stored one all shards are
  /// rebuilt from the stored record at publish.
  IndexWriter(const std::string& folder, std::shared_ptr<const schema::Vocabulary> vocabulary);
  ~IndexWriter();
  IndexWriter(const IndexWriter&) = delete;
  IndexWriter& operator=(const IndexWriter&) = delete;

  /// The generation this run started from.
  const schema::Index& current() const;
  /// A builder for a new shard of this run. Safe to call from several threads.
  std::unique_ptr<ShardBuilder> new_shard();
  /// The source (by path) and its papers are no longer part of the index from the next publish on. False: it was not
  /// there.
  bool retire_source(const std::string& path);
  /// The same for one paper (by id).
  bool retire_paper(const std::string& id);
  /// Tables given by the user, kept with the index: rows of councils beside the built-in ones, and whether the
  /// vocabulary is theirs. Without this call those of the generation it started from stay.
  void set_tables(std::string councils_table, bool own_vocabulary);
  /// Paths and paper ids kept out until restored.
  void set_removed(std::vector<std::string> removed);
  /// Finishes the builders, merges small shards and those mostly dead, writes the manifest, switches readers over.
  /// Returns the new revision; if nothing changed, publishes nothing and returns the current one.
  std::uint64_t publish(std::vector<std::unique_ptr<ShardBuilder>> shards);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace minutebook::indexer
