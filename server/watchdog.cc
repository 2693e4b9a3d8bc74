#include "server/watchdog.h"

#include <utility>

#include "server/request_log.h"

namespace minutebook::server {

Watchdog::Watchdog(WatchdogActs acts, WatchdogTimes times)
    : acts_(std::move(acts)), times_(times), thread_([this] { look(); }) {}

Watchdog::~Watchdog() {
  {
    const std::lock_guard lock(mutex_);
    ending_ = true;
  }
  wake_.notify_all();
  thread_.join();
}

void Watchdog::look() {
  std::unique_lock lock(mutex_);
  while (!wake_.wait_for(lock, times_.look_every, [this] { return ending_; })) {
    if (acts_.longest_query() <= times_.longest) {
      acts_.alive();
      continue;
    }
    log_failure("", "a query does not end; the service ends to be started anew");
    acts_.stop();
    // Waiting for the stuck thread would be waiting for ever. And if its query came to an end after all, whoever starts
    // the service must still see that it is to be started anew.
    wake_.wait_for(lock, times_.drain, [this] { return ending_; });
    acts_.give_up();
    return;
  }
}

}  // namespace minutebook::server
