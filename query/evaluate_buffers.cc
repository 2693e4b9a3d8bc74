#include "query/evaluate_buffers.h"

namespace minutebook::query {

BitmapPool::Lease::Lease(BitmapPool& pool, std::uint32_t items) : pool_(pool) {
  if (pool.free_.empty()) {
    bitmap_ = &pool.all_.emplace_back();
  } else {
    bitmap_ = pool.free_.back();
    pool.free_.pop_back();
  }
  bitmap_->reset(items);
}

BitmapPool::Lease::~Lease() {
  pool_.free_.push_back(bitmap_);
}

}  // namespace minutebook::query
