// Memory that evaluation uses again and again: bitmaps by lease, score columns.
// Knows nothing of what is in them.
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <optional>
#include <vector>

#include "query/bitmap.h"

namespace minutebook::query {

/// Bitmaps that are used again.
class BitmapPool {
 public:
  /// A bitmap for as long as the lease lives: empty, over docids 1..items.
  class Lease {
   public:
    Lease(BitmapPool& pool, std::uint32_t items);
    ~Lease();
    Lease(const Lease&) = delete;
    Lease& operator=(const Lease&) = delete;
    Bitmap& operator*() { return *bitmap_; }
    Bitmap* operator->() { return bitmap_; }

   private:
    BitmapPool& pool_;
    Bitmap* bitmap_;
  };

 private:
  std::deque<Bitmap> all_;
  std::vector<Bitmap*> free_;
};

/// Thrown while a search works when its time is over.
struct TimeIsOver {};

/// Looks at the clock now and then.
class TimeLimit {
 public:
  void set(std::optional<std::chrono::steady_clock::time_point> end) { end_ = end; }
  /// To be called for every item that is read. Throws TimeIsOver.
  void check() {
    constexpr unsigned looks_after = 64;
    if (!end_ || ++calls_ % looks_after != 0) return;
    if (std::chrono::steady_clock::now() >= *end_) throw TimeIsOver{};
  }

 private:
  std::optional<std::chrono::steady_clock::time_point> end_;
  unsigned calls_ = 0;
};

/// Memory shared by the shards of a search and by one search after the other.
struct EvaluationBuffers {
  BitmapPool pool;
  std::vector<std::uint32_t> score;  ///< by docid of the shard last evaluated
  std::vector<std::uint32_t> best;   ///< all zero between groups
  TimeLimit time;                    ///< of the search at hand
};

}  // namespace minutebook::query
