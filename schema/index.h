// Opening an index folder: the published generation, its shards, what is taken out, its vocabulary.
// Knows nothing of Xapian. Layout of the folder: docs/index-format.md.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "schema/councils.h"
#include "schema/index_manifest.h"
#include "schema/shard.h"
#include "schema/vocabulary.h"

namespace minutebook::schema {

struct ShardState {
  std::shared_ptr<const Shard> shard;
  std::vector<std::uint32_t> dead_papers;   ///< ordinals, ascending: replaced or removed
  std::vector<std::uint32_t> dead_sources;  ///< rows, ascending
  std::vector<PaperCopy> copies;            ///< by ordinal: kept, but neither found nor counted
};

/// A published generation: never changes once opened; open again to see a newer one.
struct Index {
  std::string folder;
  std::uint64_t revision = 0;  ///< 0: nothing published yet
  std::vector<ShardState> shards;
  std::vector<std::string> removed;  ///< paths and paper ids kept out until restored
  std::shared_ptr<const Vocabulary> vocabulary;
  bool own_vocabulary = false;  ///< given by a file when it was indexed
  /// The built-in councils and those that were given when it was indexed.
  std::shared_ptr<const CouncilRegistry> councils;
  std::string councils_table;  ///< the rows that were given; empty: none
  std::string hidden_folder;  ///< of the paths of sources, what is not told (schema/told_sources.h); empty: all is told
};

/// Opens the current generation. Throws Error (unreadable) if the folder is no index, is of another version (says what
/// to do), or is damaged.
Index open_index(const std::string& folder);
/// Revision of the current generation without opening it; 0 if there is none.
std::uint64_t current_revision(const std::string& folder);
/// $MINUTEBOOK_INDEX, else $XDG_DATA_HOME/minutebook, else ~/.local/share/minutebook.
std::string default_index_folder();

}  // namespace minutebook::schema
