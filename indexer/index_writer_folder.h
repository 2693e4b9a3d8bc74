// The folder of an index as its writer handles it: made, locked, cleared of what no generation uses.
// Knows nothing of shards' contents.
#pragma once

#include <string>

#include "schema/index_manifest.h"

namespace minutebook::indexer {

/// Held by the one process that may write; goes with the object or the process, however that ends.
class WriterLock {
 public:
  /// Throws Error naming the process that holds it.
  explicit WriterLock(const std::string& path);
  ~WriterLock();
  WriterLock(const WriterLock&) = delete;
  WriterLock& operator=(const WriterLock&) = delete;

 private:
  int descriptor_;
};

/// Makes the folder. Throws Error (usage) if it has other things in it: nothing of theirs is to be swept.
void prepare_index_folder(const schema::IndexPaths& paths);
/// The folders inside it. To be called under the lock.
void make_index_folders(const schema::IndexPaths& paths);
/// Deletes shards, manifests and vocabularies that neither the published generation nor the one before it uses, and
/// what a killed run left. To be called under the lock.
void sweep_index_folder(const schema::IndexPaths& paths);

}  // namespace minutebook::indexer
