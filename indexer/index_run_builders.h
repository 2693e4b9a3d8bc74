// The shards of a run: as few as its size needs, lent to threads one at a time, written as soon as they are full, so
// that a run takes the memory of those that grow, however long it is.
// Knows nothing of sources or papers.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include "indexer/index_writer.h"

namespace minutebook::indexer {

/// A shard with more than these is full. So many words take some 300 MB of memory.
struct FullShard {
  std::uint32_t items = 50'000;
  std::uint64_t words = 24'000'000;
};

class BuilderPool {
 public:
  /// At most `most` shards grow at the same time.
  BuilderPool(IndexWriter& writer, std::size_t most, const FullShard& full = {})
      : writer_(writer), most_(most), full_shard_(full) {}

  /// A builder on loan; goes back to the pool by itself.
  class Loan {
   public:
    explicit Loan(BuilderPool& pool) : pool_(pool), builder_(pool.take()) {}
    ~Loan() { pool_.give_back(std::move(builder_)); }
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    ShardBuilder* operator->() const { return builder_.get(); }

   private:
    BuilderPool& pool_;
    std::unique_ptr<ShardBuilder> builder_;
  };

  /// All builders, for publishing, the full ones finished; nothing may be on loan.
  std::vector<std::unique_ptr<ShardBuilder>> take_all();

 private:
  std::unique_ptr<ShardBuilder> take();
  void finish_full(std::unique_lock<std::mutex>& lock);
  void give_back(std::unique_ptr<ShardBuilder> builder);

  IndexWriter& writer_;
  const std::size_t most_;
  const FullShard full_shard_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::size_t growing_ = 0;
  std::vector<std::unique_ptr<ShardBuilder>> idle_;
  std::vector<std::unique_ptr<ShardBuilder>> full_;
  std::vector<std::unique_ptr<ShardBuilder>> finished_;
};

}  // namespace minutebook::indexer
