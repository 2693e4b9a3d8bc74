#include "server/serve.h"

#include <malloc.h>

#include <algorithm>
#include <cstdlib>
#include <thread>

#include "server/http_server.h"
#include "server/request_log.h"
#include "server/service.h"
#include "server/service_manager.h"
#include "server/watchdog.h"

namespace minutebook::server {
namespace {

constexpr const char* default_listen = "127.0.0.1:8080";

std::vector<Listener> listeners_of(const Config& config) {
  std::vector<Listener> listeners = passed_listeners();
  if (listeners.empty() && config.listen.empty()) listeners.push_back(listen_on(default_listen));
  if (listeners.empty()) {
    for (const std::string& where : config.listen) listeners.push_back(listen_on(where));
  }
  if (!config.metrics_listen.empty()) {
    listeners.push_back(listen_on(config.metrics_listen));
    listeners.back().watching = true;
  }
  return listeners;
}

HttpLimits limits_of(const Config& config) {
  HttpLimits limits;
  if (config.behind_proxy) limits.connections_of_peer = 0;
  return limits;
}

/// What one answer took is there for the next, whichever thread makes it, and what is left over goes back to the
/// system: glibc keeps a heap for every thread otherwise, and each of them as large as it ever was.
void keep_memory_together() {
  ::mallopt(M_ARENA_MAX, 2);
  ::mallopt(M_MMAP_THRESHOLD, 256 * 1024);
  ::mallopt(M_TRIM_THRESHOLD, 1024 * 1024);
}

/// Beyond a query's deadline, for what cannot look at the clock.
constexpr auto grace = std::chrono::milliseconds(5000);

}  // namespace

void serve(const Config& config, std::function<std::string(const schema::Index&)> coverage) {
  keep_memory_together();
  const std::vector<Listener> listeners = listeners_of(config);
  Service service(config);
  service.make_coverage = std::move(coverage);
  PoolLimits queries;
  queries.threads = config.threads > 0 ? config.threads : std::max(1U, std::thread::hardware_concurrency());
  HttpServer server(service.application(), limits_of(config), queries, {.threads = 2, .waiting = 8});
  service.http_counts = [&] { return server.counts(); };
  HttpEvents events;
  events.started = [&] {
    for (const Listener& listener : listeners) log_event("listening", listener.name);
    tell_ready();
  };
  events.reload = [&] { service.indexes().look(); };
  events.ending = [&] {
    service.ending = true;
    log_event("ending");
    tell_stopping();
  };
  const Watchdog watchdog({.longest_query = [&] { return server.counts().longest_query; },
                           .alive = tell_alive,
                           .stop = [&] { server.stop(); },
                           .give_up = [] { std::_Exit(exit_stuck); }},
                          {.longest = config.deadline + grace, .drain = limits_of(config).drain_time});
  server.run(listeners, events);
  log_event("ended");
  // Nobody will read a ledger that is still being made, and it writes nothing: it is not waited for.
  if (service.makes_coverage()) std::_Exit(EXIT_SUCCESS);
}

}  // namespace minutebook::server
