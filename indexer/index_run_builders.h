// The shards of a run: as few as its size needs, lent to threads one at a time.
// Knows nothing of sources or papers.
#pragma once

#include <condition_variable>
#include <memory>
#include <mutex>
#include <vector>

#include "indexer/index_writer.h"

namespace minutebook::indexer {

class BuilderPool {
 public:
  /// At most `most` shards grow at the same time; one of more than 50,000 items is closed.
  BuilderPool(IndexWriter& writer, std::size_t most) : writer_(writer), most_(most) {}

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

  /// All builders, for publishing; nothing may be on loan.
  std::vector<std::unique_ptr<ShardBuilder>> take_all();

 private:
  std::unique_ptr<ShardBuilder> take();
  void give_back(std::unique_ptr<ShardBuilder> builder);

  IndexWriter& writer_;
  const std::size_t most_;
  std::mutex mutex_;
  std::condition_variable returned_;
  std::size_t growing_ = 0;
  std::vector<std::unique_ptr<ShardBuilder>> idle_;
  std::vector<std::unique_ptr<ShardBuilder>> full_;
};

}  // namespace minutebook::indexer
