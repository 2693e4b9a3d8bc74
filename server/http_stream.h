// A long body in the making: piece after piece on the threads of a pool, none of which it holds while its reader has
// enough to read. However slowly somebody reads, others get their turn. Knows nothing of HTTP.
#pragma once

#include <atomic>
#include <cstddef>
#include <functional>
#include <memory>
#include <string>

#include "server/http_exchange.h"
#include "server/worker_pool.h"

namespace minutebook::server {

class HttpStream : public std::enable_shared_from_this<HttpStream> {
 public:
  /// `next`: the next piece; an empty one is the end. The pool must outlive it.
  HttpStream(std::shared_ptr<HttpExchange> exchange, WorkerPool& pool, std::function<std::string()> next)
      : exchange_(std::move(exchange)), pool_(pool), next_(std::move(next)) {}

  /// On a thread of the pool: makes pieces until enough of them wait to be sent.
  void work();
  /// On any thread: has that done by the pool.
  void go_on();

 private:
  const std::shared_ptr<HttpExchange> exchange_;
  WorkerPool& pool_;
  std::function<std::string()> next_;
};

/// Of the coroutine that sends: whatever ends it, nothing more is made for it.
class StreamReader {
 public:
  explicit StreamReader(HttpExchange& exchange) : exchange_(exchange) {}
  ~StreamReader() { exchange_.leave(); }
  StreamReader(const StreamReader&) = delete;
  StreamReader& operator=(const StreamReader&) = delete;

 private:
  HttpExchange& exchange_;
};

/// Counts long answers while they are under way.
class OpenStream {
 public:
  OpenStream(std::atomic<std::size_t>& number, bool counts) : number_(number), counts_(counts) { number_ += counts_; }
  ~OpenStream() { number_ -= counts_; }
  OpenStream(const OpenStream&) = delete;
  OpenStream& operator=(const OpenStream&) = delete;

 private:
  std::atomic<std::size_t>& number_;
  const bool counts_;
};

}  // namespace minutebook::server
