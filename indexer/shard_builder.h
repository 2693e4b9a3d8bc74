// Building one shard: Xapian documents, stored record, paper table, ledger rows. One thread, one builder.
// Knows nothing of generations or of other shards.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "schema/paper.h"
#include "schema/shard.h"
#include "schema/vocabulary.h"

namespace minutebook::indexer {

class ShardBuilder {
 public:
  /// `folder` must not exist; it is made. `vocabulary` must outlive the builder.
  ShardBuilder(std::string folder, const schema::Vocabulary& vocabulary);
  ~ShardBuilder();
  ShardBuilder(const ShardBuilder&) = delete;
  ShardBuilder& operator=(const ShardBuilder&) = delete;

  /// Adds a row of the ledger; returns its number. Counters of papers and items are kept by add_paper.
  std::uint32_t add_source(schema::SourceRow row);
  /// Tags the paper, adds one document per item with consecutive docids. Exempt items must have been taken out before.
  /// A paper whose id the shard has already gets "~2", "~3" … added to it.
  void add_paper(schema::Paper paper, std::uint32_t source);
  /// The same for a paper that has an id in the index.
  void add_paper_again(schema::Paper paper, std::uint32_t source, const std::string& id);
  std::uint32_t items() const { return items_; }
  std::uint32_t sources() const { return sources_; }
  /// Words of its passages: what it takes of memory goes by them, some twelve bytes a word.
  std::uint64_t words() const { return words_; }
  const std::string& folder() const { return folder_; }
  /// Writes everything, makes it durable (fsync) and gives the memory back. Nothing can be added any more; to finish
  /// again does nothing.
  void finish();

 private:
  struct State;
  std::unique_ptr<State> state_;  // none: finished
  std::string folder_;
  std::uint32_t items_ = 0;
  std::uint32_t sources_ = 0;
  std::uint64_t words_ = 0;
};

/// Finishes each in a thread of its own; the first error is thrown after all have ended.
void finish_all(const std::vector<std::unique_ptr<ShardBuilder>>& builders);

}  // namespace minutebook::indexer
