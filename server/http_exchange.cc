#include "server/http_exchange.h"

#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <utility>

namespace minutebook::server {
namespace {

constexpr std::size_t most_unsent_bytes = 262144;
constexpr auto patience = std::chrono::milliseconds(100);  // between two looks at a flag that nothing wakes for

}  // namespace

void HttpExchange::deliver(Response response) {
  {
    const std::lock_guard lock(mutex_);
    response_ = std::move(response);
    ready_ = true;
  }
  wake();
}

bool HttpExchange::push(std::string_view piece, const std::atomic<bool>& ended) {
  {
    std::unique_lock lock(mutex_);
    while (!gone_ && !ended && pieces_.size() >= most_unsent_bytes) room_.wait_for(lock, patience);
    if (gone_ || ended) return false;
    pieces_.append(piece);
  }
  wake();
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
    {
      const std::lock_guard lock(mutex_);
      if (!pieces_.empty() || finished_) {
        room_.notify_all();
        co_return std::exchange(pieces_, {});
      }
    }
    co_await sleep();
  }
}

bool HttpExchange::whole() const {
  const std::lock_guard lock(mutex_);
  return whole_;
}

void HttpExchange::leave() {
  const std::lock_guard lock(mutex_);
  gone_ = true;
  room_.notify_all();
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

void HttpExchangeWriter::write(std::string_view piece) {
  if (!piece.empty() && !exchange_.push(piece, ended_)) throw ReaderGone{};
}

}  // namespace minutebook::server
