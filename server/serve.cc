#include "server/serve.h"

#include <algorithm>
#include <thread>

#include "server/http_server.h"
#include "server/request_log.h"
#include "server/service.h"
#include "server/service_manager.h"

namespace minutebook::server {
namespace {

constexpr const char* default_listen = "127.0.0.1:8080";

std::vector<Listener> listeners_of(const Config& config) {
  std::vector<Listener> listeners = passed_listeners();
  if (!listeners.empty()) return listeners;
  if (config.listen.empty()) return {listen_on(default_listen)};
  for (const std::string& where : config.listen) listeners.push_back(listen_on(where));
  return listeners;
}

HttpLimits limits_of(const Config& config) {
  HttpLimits limits;
  if (config.behind_proxy) limits.connections_of_peer = 0;
  return limits;
}

}  // namespace

void serve(const Config& config) {
  const std::vector<Listener> listeners = listeners_of(config);
  Service service(config);
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
  server.run(listeners, events);
  log_event("ended");
}

}  // namespace minutebook::server
