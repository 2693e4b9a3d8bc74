// Memory that evaluation uses again and again: bitmaps by lease, score columns.
// Knows nothing of what is in them.
#pragma once

#include <cstdint>
#include <deque>
#include <vector>

#include "query/bitmap.h"
#include "query/time_limit.h"

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

/// Memory shared by the shards of a search and by one search after the other.
struct EvaluationBuffers {
  BitmapPool pool;
  std::vector<std::uint32_t> score;  ///< by docid of the shard last evaluated
  std::vector<std::uint32_t> best;   ///< all zero between groups
  TimeLimit time;                    ///< of the search at hand
};

}  // namespace minutebook::query
