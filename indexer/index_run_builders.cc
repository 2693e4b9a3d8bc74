#include "indexer/index_run_builders.h"

#include <iterator>
#include <utility>

namespace minutebook::indexer {

/// Whoever wants a builder first writes what is full; others go on meanwhile.
void BuilderPool::finish_full(std::unique_lock<std::mutex>& lock) {
  while (!full_.empty()) {
    std::unique_ptr<ShardBuilder> builder = std::move(full_.back());
    full_.pop_back();
    lock.unlock();
    builder->finish();
    lock.lock();
    finished_.push_back(std::move(builder));
  }
}

std::unique_ptr<ShardBuilder> BuilderPool::take() {
  std::unique_lock<std::mutex> lock(mutex_);
  finish_full(lock);
  returned_.wait(lock, [this] { return !idle_.empty() || growing_ < most_; });
  if (idle_.empty()) {
    std::unique_ptr<ShardBuilder> builder = writer_.new_shard();
    ++growing_;
    return builder;
  }
  std::unique_ptr<ShardBuilder> builder = std::move(idle_.back());
  idle_.pop_back();
  return builder;
}

void BuilderPool::give_back(std::unique_ptr<ShardBuilder> builder) {
  {
    const std::lock_guard<std::mutex> lock(mutex_);
    const bool full = builder->items() > full_shard_.items || builder->words() > full_shard_.words;
    if (full) --growing_;
    (full ? full_ : idle_).push_back(std::move(builder));
  }
  returned_.notify_one();
}

std::vector<std::unique_ptr<ShardBuilder>> BuilderPool::take_all() {
  std::unique_lock<std::mutex> lock(mutex_);
  finish_full(lock);
  std::vector<std::unique_ptr<ShardBuilder>> all = std::move(finished_);
  std::move(idle_.begin(), idle_.end(), std::back_inserter(all));
  idle_.clear();
  finished_.clear();
  return all;
}

}  // namespace minutebook::indexer
