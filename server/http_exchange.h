// Between a thread of a pool that makes a response and the coroutine that sends it: the response, then the pieces of a
// long body, with a bound on what waits to be sent. Knows nothing of HTTP.
#pragma once

// Boost 1.74 uses std::exchange without including it.
#include <utility>

#include <boost/asio/awaitable.hpp>
#include <boost/asio/basic_waitable_timer.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/strand.hpp>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "server/http_message.h"

namespace minutebook::server {

using Strand = boost::asio::strand<boost::asio::io_context::executor_type>;

/// Shared by both sides; flags of one are set for the other.
class HttpExchange : public std::enable_shared_from_this<HttpExchange> {
 public:
  /// `strand`: of the coroutine.
  explicit HttpExchange(const Strand& strand) : strand_(strand), timer_(strand) {}

  // On a thread of a pool:
  void deliver(Response response);
  void push(std::string_view piece);
  /// True: enough is unsent, or nobody reads any more. `go_on` is then kept, to be called once when there is room.
  bool pause(std::function<void()> go_on);
  /// `whole`: all of the body was pushed.
  void finish(bool whole);

  // In the coroutine:
  boost::asio::awaitable<Response> response();
  /// What was pushed since the last call; empty: the end.
  boost::asio::awaitable<std::string> piece();
  bool whole() const;
  /// Nothing more will be read.
  void leave();

 private:
  using Timer = boost::asio::basic_waitable_timer<std::chrono::steady_clock,
                                                  boost::asio::wait_traits<std::chrono::steady_clock>, Strand>;
  void wake();
  boost::asio::awaitable<void> sleep();

  Strand strand_;
  Timer timer_;  ///< never runs out: it is cancelled to wake the coroutine
  mutable std::mutex mutex_;
  std::function<void()> go_on_;
  Response response_;
  std::string pieces_;
  bool ready_ = false;
  bool finished_ = false;
  bool whole_ = false;
  bool gone_ = false;
};

}  // namespace minutebook::server
