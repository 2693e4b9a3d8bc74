#include "server/http_server.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>

#include <algorithm>
#include <array>
#include <boost/asio/basic_socket_acceptor.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/signal_set.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <csignal>
#include <cstring>
#include <map>
#include <mutex>
#include <thread>
#include <utility>

#include "server/http_connection.h"

namespace minutebook::server {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;
using Protocol = asio::generic::stream_protocol;
using Acceptor = asio::basic_socket_acceptor<Protocol, asio::io_context::executor_type>;

constexpr std::size_t io_threads = 2;
constexpr auto pause_after_error = std::chrono::milliseconds(100);

/// "192.0.2.1"; empty for a UNIX socket.
std::string address_of(const Socket& socket) {
  error_code error;
  const Protocol::endpoint end = socket.remote_endpoint(error);
  if (error) return {};
  std::array<char, INET6_ADDRSTRLEN> text{};
  sockaddr_storage address{};
  std::memcpy(&address, end.data(), std::min(end.size(), sizeof address));
  if (address.ss_family == AF_INET) {
    ::inet_ntop(AF_INET, &reinterpret_cast<const sockaddr_in&>(address).sin_addr, text.data(), text.size());
  } else if (address.ss_family == AF_INET6) {
    ::inet_ntop(AF_INET6, &reinterpret_cast<const sockaddr_in6&>(address).sin6_addr, text.data(), text.size());
  }
  return text.data();
}

}  // namespace

class HttpServer::Machine {
 public:
  Machine(HttpApplication application, HttpLimits limits, PoolLimits queries, PoolLimits streams)
      : surroundings_{std::move(application), limits, {0}, {false}, nullptr, nullptr},
        drained_(context_),
        signals_(context_),
        queries_(queries.threads, queries.waiting, queries.longest_wait),
        streams_(streams.threads, streams.waiting, streams.longest_wait) {
    surroundings_.queries = &queries_;
    surroundings_.streams = &streams_;
  }

  void run(const std::vector<Listener>& listeners, const HttpEvents& events) {
    events_ = events;
    for (const Listener& listener : listeners) open(listener);
    wait_for_signals();
    if (events_.started) events_.started();
    std::vector<std::thread> more;
    for (std::size_t i = 1; i < io_threads; ++i) more.emplace_back([this] { context_.run(); });
    context_.run();
    for (std::thread& thread : more) thread.join();
    queries_.end();
    streams_.end();
  }

  void stop() {
    asio::post(context_, [this] { drain(); });
  }

  HttpCounts counts() const {
    const std::lock_guard lock(mutex_);
    return {connections_.size(), refused_, queries_.waiting(), streams_.waiting(), queries_.longest_running()};
  }

 private:
  void open(const Listener& listener) {
    acceptors_.push_back(std::make_shared<Acceptor>(context_));
    acceptors_.back()->assign(Protocol(listener.local ? AF_UNIX : AF_INET, 0), listener.descriptor);
    asio::co_spawn(context_, accept(acceptors_.back(), listener), asio::detached);
  }

  asio::awaitable<void> accept(std::shared_ptr<Acceptor> acceptor, Listener listener) {
    asio::steady_timer pause(context_);
    while (!surroundings_.draining) {
      Socket socket(asio::make_strand(context_));
      error_code error;
      co_await acceptor->async_accept(socket, asio::redirect_error(asio::use_awaitable, error));
      if (error && !surroundings_.draining) {
        // Mostly too many open files: connections that end make room again.
        pause.expires_after(pause_after_error);
        co_await pause.async_wait(asio::redirect_error(asio::use_awaitable, error));
      } else if (!error) {
        admit(std::move(socket), listener);
      }
    }
  }

  void admit(Socket socket, const Listener& listener) {
    auto connection = std::make_shared<Connection>();
    connection->watching = listener.watching;
    if (!listener.local) {
      const int on = 1;
      ::setsockopt(socket.native_handle(), IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
      connection->peer = address_of(socket);
    }
    const std::size_t most_of_peer = surroundings_.limits.connections_of_peer;
    const std::lock_guard lock(mutex_);
    std::size_t& of_peer = peers_[connection->peer];
    if ((!listener.local && most_of_peer > 0 && of_peer >= most_of_peer) ||
        connections_.size() >= surroundings_.limits.connections) {
      ++refused_;
      return;  // closes the socket
    }
    ++of_peer;
    serve_connection(std::move(socket), connection, surroundings_, [this, connection] { forget(connection); });
    connections_.push_back(std::move(connection));
  }

  void forget(const std::shared_ptr<Connection>& connection) {
    const std::lock_guard lock(mutex_);
    std::erase(connections_, connection);
    const auto of_peer = peers_.find(connection->peer);
    if (of_peer != peers_.end() && --of_peer->second == 0) peers_.erase(of_peer);
    if (surroundings_.draining && connections_.empty()) asio::post(context_, [this] { drained_.cancel(); });
  }

  void wait_for_signals() {
    error_code ignored;
    signals_.clear(ignored);
    for (const int number : {SIGTERM, SIGINT, SIGHUP}) signals_.add(number);
    signals_.async_wait([this](const error_code& error, int number) {
      if (error) return;
      if (number != SIGHUP) return drain();
      if (events_.reload) events_.reload();
      wait_for_signals();
    });
  }

  void drain() {
    if (surroundings_.draining.exchange(true)) return;
    if (events_.ending) events_.ending();
    error_code ignored;
    signals_.cancel(ignored);
    for (const auto& acceptor : acceptors_) acceptor->close(ignored);
    const std::lock_guard lock(mutex_);
    if (connections_.empty()) return;
    for (const std::shared_ptr<Connection>& connection : connections_) connection->close_if_idle();
    drained_.expires_after(surroundings_.limits.drain_time);
    drained_.async_wait([this](const error_code& error) {
      if (!error) context_.stop();
    });
  }

  ConnectionSurroundings surroundings_;
  HttpEvents events_;
  mutable std::mutex mutex_;
  std::vector<std::shared_ptr<Connection>> connections_;
  std::map<std::string, std::size_t> peers_;  ///< connections by address
  std::size_t refused_ = 0;
  asio::io_context context_;
  asio::steady_timer drained_;
  asio::signal_set signals_;
  std::vector<std::shared_ptr<Acceptor>> acceptors_;
  // Last: their threads use what stands above.
  WorkerPool queries_;
  WorkerPool streams_;
};

HttpServer::HttpServer(HttpApplication application, HttpLimits limits, PoolLimits queries, PoolLimits streams)
    : machine_(std::make_unique<Machine>(std::move(application), limits, queries, streams)) {}

HttpServer::~HttpServer() = default;

void HttpServer::run(const std::vector<Listener>& listeners, const HttpEvents& events) {
  machine_->run(listeners, events);
}

void HttpServer::stop() {
  machine_->stop();
}

HttpCounts HttpServer::counts() const {
  return machine_->counts();
}

}  // namespace minutebook::server
