#include "server/http_exchange.h"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

namespace minutebook::server {
namespace {

constexpr std::size_t most_unsent_bytes = 262144;

}  // namespace

void HttpExchange::deliver(Response response) {
  {
    const std::lock_guard lock(mutex_);
    response_ = std::move(response);
    ready_ = true;
  }
  wake();
}

void HttpExchange::push(std::string_view piece) {
  {
    const std::lock_guard lock(mutex_);
    pieces_.append(piece);
  }
  wake();
}

bool HttpExchange::pause(std::function<void()> go_on) {
  const std::lock_guard lock(mutex_);
  if (gone_) return true;
  if (pieces_.size() < most_unsent_bytes) return false;
  go_on_ = std::move(go_on);
  return true;
}

void HttpExchange::finish(bool whole) {
  {
    const std::lock_guard lock(mutex_);
    finished_ = true;
    whole_ = whole;
  }
  wake();
}

boost::asio::awaitable<Response> HttpExchange::response() {
  for (;;) {
    {
      const std::lock_guard lock(mutex_);
      if (ready_) co_return std::move(response_);
    }
    co_await sleep();
  }
}

boost::asio::awaitable<std::string> HttpExchange::piece() {
  for (;;) {
    std::string taken;
    std::function<void()> go_on;
    bool finished = false;
    {
      const std::lock_guard lock(mutex_);
      taken = std::exchange(pieces_, {});
      go_on = std::exchange(go_on_, {});
      finished = finished_;
    }
    if (go_on) go_on();
    if (!taken.empty() || finished) co_return taken;
    co_await sleep();
  }
}

bool HttpExchange::whole() const {
  const std::lock_guard lock(mutex_);
  return whole_;
}

void HttpExchange::leave() {
  std::function<void()> dropped;
  const std::lock_guard lock(mutex_);
  gone_ = true;
  dropped = std::exchange(go_on_, {});
}

/// On the strand nothing lies between the coroutine's look at the flags and its sleep.
void HttpExchange::wake() {
  boost::asio::post(strand_, [keep = shared_from_this()] { keep->timer_.cancel(); });
}

boost::asio::awaitable<void> HttpExchange::sleep() {
  timer_.expires_at(Timer::time_point::max());
  boost::system::error_code woken;
  co_await timer_.async_wait(boost::asio::redirect_error(boost::asio::use_awaitable, woken));
}

}  // namespace minutebook::server
