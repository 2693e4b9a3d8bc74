// Threads that take jobs from a queue with a bound. A job that cannot be taken, or has waited too long, is told so
// instead of being run: under overload it is kinder to refuse quickly. Knows nothing of what the jobs do.
#pragma once

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace minutebook::server {

class WorkerPool {
 public:
  /// `in_time`: false if it waited longer than allowed, or the pool is ending. Must not throw.
  using Job = std::function<void(bool in_time)>;

  WorkerPool(std::size_t threads, std::size_t most_waiting, std::chrono::milliseconds longest_wait);
  ~WorkerPool();
  WorkerPool(const WorkerPool&) = delete;
  WorkerPool& operator=(const WorkerPool&) = delete;

  /// False: the queue is full or the pool is ending, and the job will not be called.
  bool submit(Job job);
  /// For the rest of a job that has let go of its thread: it always finds a place, behind those that wait. False: the
  /// pool is ending, and the job will not be called.
  bool go_on(Job job);
  /// Jobs that wait for their beginning.
  std::size_t waiting() const;
  /// How long the oldest job at hand has been running.
  std::chrono::nanoseconds longest_running() const;
  /// Ends the threads after the jobs at hand; those that wait are called as not in time.
  void end();

 private:
  struct Waiting {
    Job job;
    std::chrono::steady_clock::time_point since;
    bool begun = false;
  };
  bool add(Waiting waiting);
  void work(std::size_t number);

  const std::size_t most_waiting_;
  const std::chrono::milliseconds longest_wait_;
  mutable std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<Waiting> queue_;
  std::size_t fresh_ = 0;  ///< of the queue, those that have not begun
  bool ending_ = false;
  std::vector<std::optional<std::chrono::steady_clock::time_point>> running_since_;  ///< by thread
  std::vector<std::thread> threads_;
};

}  // namespace minutebook::server
