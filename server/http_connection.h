// One connection: reads requests within limits, has them answered, sends the answers.
// Knows nothing of how connections come about. Its implementation is the one file that knows Boost.Beast.
#pragma once

#include <atomic>
#include <boost/asio/basic_stream_socket.hpp>
#include <boost/asio/generic/stream_protocol.hpp>
#include <functional>
#include <memory>
#include <string>

#include "server/http_exchange.h"
#include "server/http_server.h"
#include "server/worker_pool.h"

namespace minutebook::server {

using Socket = boost::asio::basic_stream_socket<boost::asio::generic::stream_protocol, Strand>;

/// What all connections share. Outlives them.
struct ConnectionSurroundings {
  HttpApplication application;
  HttpLimits limits;
  std::atomic<std::size_t> open_streams{0};
  std::atomic<bool> draining{false};  ///< the server is ending: no connection is kept after its answer
  WorkerPool* queries = nullptr;
  WorkerPool* streams = nullptr;
};

/// What others may know of a connection, and do with it.
struct Connection {
  std::string peer;       ///< address of the other end; empty: a UNIX socket
  bool watching = false;  ///< see Listener
  /// Ends it if it waits for a request; from any thread.
  std::function<void()> close_if_idle;
};

/// Serves until the connection ends, on the strand of the socket; then calls `ended`.
void serve_connection(Socket socket, std::shared_ptr<Connection> connection, ConnectionSurroundings& surroundings,
                      std::function<void()> ended);

}  // namespace minutebook::server
