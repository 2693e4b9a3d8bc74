// Listens, reads HTTP/1.1 requests within hard limits, has them answered, sends the answers, and ends gracefully.
// The only file that knows Boost.Beast is http_connection.cc. Knows nothing of what is asked for.
//
// Limits and deadlines are absolute: a client that sends or reads a byte a second is cut off like one that is silent.
#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "server/http_message.h"

namespace minutebook::server {

struct HttpLimits {
  std::size_t header_bytes = 8192;
  std::size_t body_bytes = 16384;
  std::size_t connections = 512;
  std::size_t connections_of_peer = 32;  ///< 0: no limit, for a server behind a proxy; UNIX sockets have none
  std::size_t streams = 32;              ///< long answers under way; each keeps an opened index
  std::size_t requests_of_connection = 1000;
  std::chrono::milliseconds header_time{5000};  ///< from the first byte, or the beginning of a connection
  std::chrono::milliseconds body_time{5000};
  std::chrono::milliseconds idle_time{15000};   ///< between two requests
  std::chrono::milliseconds write_time{10000};  ///< for each 64 KB of a response
  std::chrono::milliseconds connection_time{600000};
  std::chrono::milliseconds drain_time{10000};  ///< for what is under way when the server ends
};

/// Where an answer is made.
enum class Lane {
  here,   ///< at once, on a thread that reads sockets: it must not wait for anything
  query,  ///< on a thread of the pool of queries
  stream  ///< on the threads of the pool of long answers, a piece at a time
};

struct PoolLimits {
  std::size_t threads = 2;
  std::size_t waiting = 64;  ///< jobs that may wait for a thread; more are refused
  std::chrono::milliseconds longest_wait{2000};
};

/// What is asked of the application. Called by several threads at once; must not throw.
struct HttpApplication {
  std::function<Lane(const Request&)> lane;
  std::function<Response(const Request&)> answer;
  /// A response for what never became a request, or found no thread: 400, 413, 431, 503. `request`: what is known of
  /// it, perhaps nothing (glance_at()). Called by threads that read sockets: it must not wait for anything.
  std::function<Response(int status, const Request& request)> refusal;
};

/// A socket to listen on: opened here, or handed over by systemd.
struct Listener {
  int descriptor = -1;
  std::string name;       ///< for messages: "127.0.0.1:8080", "/run/minutebook.sock"
  bool local = false;     ///< a UNIX socket
  bool watching = false;  ///< for whoever watches the service
};

/// Opens "ADDRESS:PORT", "[ADDRESS]:PORT" or "/path" (an old socket there is replaced if nobody answers on it). Throws
/// schema::Error (usage) if it is neither, (unreadable) if it cannot be opened.
Listener listen_on(const std::string& where);

struct HttpEvents {
  std::function<void()> started;  ///< listening
  std::function<void()> reload;   ///< SIGHUP
  std::function<void()> ending;   ///< SIGTERM or SIGINT: no new connections from now on
};

/// Counts, for /metrics.
struct HttpCounts {
  std::size_t connections = 0;
  std::size_t refused_connections = 0;
  std::size_t waiting_queries = 0;
  std::size_t waiting_streams = 0;
  std::chrono::nanoseconds longest_query{0};  ///< how long the oldest query at hand has been running
};

class HttpServer {
 public:
  HttpServer(HttpApplication application, HttpLimits limits, PoolLimits queries, PoolLimits streams);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  /// Serves until SIGTERM, SIGINT or stop(); what is under way then is finished within HttpLimits::drain_time.
  void run(const std::vector<Listener>& listeners, const HttpEvents& events);
  /// May be called by any thread.
  void stop();
  HttpCounts counts() const;

 private:
  class Machine;
  std::unique_ptr<Machine> machine_;
};

}  // namespace minutebook::server
