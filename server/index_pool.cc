#include "server/index_pool.h"

#include <utility>

#include "schema/error.h"
#include "schema/index.h"
#include "schema/told_sources.h"

namespace minutebook::server {
namespace {

/// Where this machine keeps the papers is not told.
schema::Index open_discreetly(const std::string& folder) {
  schema::Index index = schema::open_index(folder);
  index.hidden_folder = schema::common_folder(index);
  return index;
}

}  // namespace

IndexPool::IndexPool(std::string folder, std::size_t copies, std::chrono::milliseconds look_every)
    : folder_(std::move(folder)), copies_(copies), look_every_(look_every) {
  open_newest();
  watcher_ = std::thread([this] { watch(); });
}

IndexPool::~IndexPool() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_all();
  watcher_.join();
}

IndexPool::Lease IndexPool::lease() {
  {
    const std::lock_guard lock(mutex_);
    if (!idle_.empty()) {
      std::unique_ptr<Opened> opened = std::move(idle_.back());
      idle_.pop_back();
      return {*this, std::move(opened)};
    }
  }
  return {*this, std::make_unique<Opened>(open_discreetly(folder_))};
}

void IndexPool::take_back(std::unique_ptr<Opened> opened) {
  const std::lock_guard lock(mutex_);
  if (opened->index.index().revision == revision_ && idle_.size() < copies_) idle_.push_back(std::move(opened));
}

std::string IndexPool::trouble() const {
  const std::lock_guard lock(mutex_);
  return trouble_;
}

void IndexPool::look() {
  {
    const std::lock_guard lock(mutex_);
    look_now_ = true;
  }
  wake_.notify_all();
}

void IndexPool::watch() {
  std::unique_lock lock(mutex_);
  for (;;) {
    wake_.wait_for(lock, look_every_, [this] { return ending_ || look_now_; });
    if (ending_) return;
    look_now_ = false;
    lock.unlock();
    std::string trouble;
    try {
      if (schema::current_revision(folder_) != revision_) open_newest();
    } catch (const std::exception& error) {
      trouble = error.what();
    }
    lock.lock();
    trouble_ = std::move(trouble);
  }
}

void IndexPool::open_newest() {
  std::vector<std::unique_ptr<Opened>> opened;
  opened.push_back(std::make_unique<Opened>(open_discreetly(folder_)));
  const std::uint64_t revision = opened.front()->index.index().revision;
  // All of one generation; if the next is published just now, it is opened at the next look.
  while (opened.size() < copies_) opened.push_back(std::make_unique<Opened>(opened.front()->index.index()));
  {
    const std::lock_guard lock(mutex_);
    std::swap(idle_, opened);
    revision_ = revision;
  }
}

}  // namespace minutebook::server
