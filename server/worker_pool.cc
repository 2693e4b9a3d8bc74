#include "server/worker_pool.h"

#include <unistd.h>

#include <algorithm>
#include <utility>

namespace minutebook::server {
namespace {

/// Threads that read sockets go first, so that under load refusals and /healthz do not wait for queries. (Linux counts
/// niceness by thread. Where it may not be changed, all are alike.)
void step_back() {
  constexpr int steps = 5;
  [[maybe_unused]] const int now = ::nice(steps);
}

}  // namespace

WorkerPool::WorkerPool(std::size_t threads, std::size_t most_waiting, std::chrono::milliseconds longest_wait)
    : most_waiting_(most_waiting), longest_wait_(longest_wait), running_since_(threads) {
  for (std::size_t i = 0; i < threads; ++i) threads_.emplace_back([this, i] { work(i); });
}

WorkerPool::~WorkerPool() {
  end();
}

bool WorkerPool::submit(Job job) {
  return add({std::move(job), std::chrono::steady_clock::now(), false});
}

bool WorkerPool::go_on(Job job) {
  return add({std::move(job), std::chrono::steady_clock::now(), true});
}

bool WorkerPool::add(Waiting waiting) {
  {
    const std::lock_guard lock(mutex_);
    if (ending_ || (!waiting.begun && fresh_ >= most_waiting_)) return false;
    if (!waiting.begun) ++fresh_;
    queue_.push_back(std::move(waiting));
  }
  changed_.notify_one();
  return true;
}

std::size_t WorkerPool::waiting() const {
  const std::lock_guard lock(mutex_);
  return fresh_;
}

std::chrono::nanoseconds WorkerPool::longest_running() const {
  const std::lock_guard lock(mutex_);
  const auto now = std::chrono::steady_clock::now();
  std::chrono::nanoseconds longest{0};
  for (const auto& since : running_since_) {
    if (since) longest = std::max(longest, std::chrono::nanoseconds(now - *since));
  }
  return longest;
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

void WorkerPool::work(std::size_t number) {
  step_back();
  std::unique_lock lock(mutex_);
  for (;;) {
    changed_.wait(lock, [this] { return ending_ || !queue_.empty(); });
    if (queue_.empty()) return;
    const Waiting next = std::move(queue_.front());
    queue_.pop_front();
    if (!next.begun) --fresh_;
    const bool waited = !next.begun && std::chrono::steady_clock::now() - next.since > longest_wait_;
    const bool in_time = !ending_ && !waited;
    running_since_[number] = std::chrono::steady_clock::now();
    lock.unlock();
    next.job(in_time);
    lock.lock();
    running_since_[number].reset();
  }
}

}  // namespace minutebook::server
