// Opened indexes for the threads that answer queries, always of the newest published generation. A new one is opened
// beside the old, which lives until its last answer is made: nobody waits and nothing fails when it is published.
// Knows nothing of requests.
#pragma once

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "query/include/minutebook/search.h"
#include "query/resolve_labels.h"

namespace minutebook::server {

class IndexPool {
 public:
  /// An index and what is made of its vocabulary once, for one thread at a time.
  struct Opened {
    explicit Opened(schema::Index opened) : index(std::move(opened)), labels(*index.index().vocabulary) {}
    query::OpenIndex index;
    query::LabelFinder labels;
  };

  /// An opened index for one answer; back to the pool at its end, unless a newer generation is there.
  class Lease {
   public:
    Lease(IndexPool& pool, std::unique_ptr<Opened> opened) : pool_(&pool), opened_(std::move(opened)) {}
    ~Lease() {
      if (opened_) pool_->take_back(std::move(opened_));
    }
    Lease(Lease&&) = default;
    Lease& operator=(Lease&&) = delete;
    Opened& operator*() const { return *opened_; }

   private:
    IndexPool* pool_;
    std::unique_ptr<Opened> opened_;
  };

  /// Opens `copies` of the index, for as many threads. Throws schema::Error (unreadable) if it cannot be opened.
  IndexPool(std::string folder, std::size_t copies, std::chrono::milliseconds look_every = std::chrono::seconds(1));
  ~IndexPool();
  IndexPool(const IndexPool&) = delete;
  IndexPool& operator=(const IndexPool&) = delete;

  /// One more is opened if all are out. Throws as the constructor.
  Lease lease();
  std::uint64_t revision() const { return revision_; }
  /// Why the newest generation could not be opened; empty: it was. The one before goes on answering.
  std::string trouble() const;
  /// Looks for a new generation now.
  void look();

 private:
  void take_back(std::unique_ptr<Opened> opened);
  void watch();
  void open_newest();

  const std::string folder_;
  const std::size_t copies_;
  const std::chrono::milliseconds look_every_;
  mutable std::mutex mutex_;
  std::condition_variable wake_;
  std::vector<std::unique_ptr<Opened>> idle_;
  std::atomic<std::uint64_t> revision_{0};
  std::string trouble_;
  bool look_now_ = false;
  bool ending_ = false;
  std::thread watcher_;
};

}  // namespace minutebook::server
