#include "server/worker_pool.h"

#include <utility>

namespace minutebook::server {

WorkerPool::WorkerPool(std::size_t threads, std::size_t most_waiting, std::chrono::milliseconds longest_wait)
    : most_waiting_(most_waiting), longest_wait_(longest_wait) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { work(); });
}

WorkerPool::~WorkerPool() {
  end();
}

bool WorkerPool::submit(Job job) {
  {
    const std::lock_guard lock(mutex_);
    if (ending_ || queue_.size() >= most_waiting_) return false;
    queue_.push_back({std::move(job), std::chrono::steady_clock::now()});
  }
  changed_.notify_one();
  return true;
}

std::size_t WorkerPool::waiting() const {
  const std::lock_guard lock(mutex_);
  return queue_.size();
}

void WorkerPool::end() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  changed_.notify_all();
  for (std::thread& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

void WorkerPool::work() {
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return ending_ || !queue_.empty(); });
    if (queue_.empty()) return;
    const Waiting next = std::move(queue_.front());
    queue_.pop_front();
    const bool in_time = !ending_ && std::chrono::steady_clock::now() - next.since <= longest_wait_;
    lock.unlock();
    next.job(in_time);
    lock.lock();
  }
}

}  // namespace minutebook::server
