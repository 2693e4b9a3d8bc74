// Looks after the queries: one that runs far beyond its deadline holds a thread that nobody can take back, so the
// service ends after what else is under way, to be started anew. Knows nothing of queries or of HTTP.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

namespace minutebook::server {

/// What it looks at and does, on a thread of its own. None of them may wait for a query.
struct WatchdogActs {
  std::function<std::chrono::nanoseconds()> longest_query;  ///< how long the oldest query has been running
  std::function<void()> alive;                              ///< after each look that found nothing wrong
  std::function<void()> stop;                               ///< ends the service gracefully
  std::function<void()> give_up;                            ///< ends the process, whatever is under way
};

struct WatchdogTimes {
  std::chrono::milliseconds longest;  ///< a query may take
  std::chrono::milliseconds drain;    ///< between `stop` and `give_up`
  std::chrono::milliseconds look_every{1000};
};

class Watchdog {
 public:
  Watchdog(WatchdogActs acts, WatchdogTimes times);
  ~Watchdog();
  Watchdog(const Watchdog&) = delete;
  Watchdog& operator=(const Watchdog&) = delete;

 private:
  void look();

  const WatchdogActs acts_;
  const WatchdogTimes times_;
  std::mutex mutex_;
  std::condition_variable wake_;
  bool ending_ = false;
  std::thread thread_;  // last: it uses what stands above
};

}  // namespace minutebook::server
