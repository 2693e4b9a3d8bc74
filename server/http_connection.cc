// What waits for an index is done by the pools; the coroutine sleeps meanwhile.
#include "server/http_connection.h"

#include <algorithm>
#include <array>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/read_until.hpp>
#include <boost/asio/redirect_error.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/asio/write.hpp>
#include <boost/beast/core/basic_stream.hpp>
#include <boost/beast/core/buffers_to_string.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>
#include <utility>

#include "server/http_stream.h"

namespace minutebook::server {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

using boost::system::error_code;
using Stream = beast::basic_stream<asio::generic::stream_protocol, Strand>;
using Message = http::request<http::string_body>;

constexpr std::size_t piece_bytes = 65536;
constexpr const char* end_of_header = "\r\n\r\n";

auto into(error_code& error) {
  return asio::redirect_error(asio::use_awaitable, error);
}

Request request_of(const Message& message, const Connection& connection) {
  Request made{std::string(message.method_string()),
               std::string(message.target()),
               {},
               message.body(),
               connection.peer,
               connection.watching};
  for (const auto& field : message) {
    made.headers.push_back({std::string(field.name_string()), std::string(field.value())});
  }
  return made;
}

/// A header continued on a new line is read differently by different programs (RFC 9112, 5.2).
bool has_folded_line(std::string_view header) {
  return header.find("\r\n ") != header.npos || header.find("\r\n\t") != header.npos;
}

class Session : public std::enable_shared_from_this<Session> {
 public:
  Session(Socket socket, const Connection& connection, ConnectionSurroundings& around)
      : stream_(std::move(socket)),
        peer_{connection.peer, connection.watching, {}},
        around_(around),
        limits_(around.limits) {}

  const Strand executor() { return stream_.get_executor(); }

  void close_if_idle() {
    if (idle_) stream_.cancel();
  }

  asio::awaitable<void> serve() {
    const auto until = std::chrono::steady_clock::now() + limits_.connection_time;
    bool going_on = true;
    for (std::size_t served = 0; going_on; ++served) {
      const int wrong = co_await read_header(served == 0);
      if (wrong == gone) co_return;
      last_ = served + 1 >= limits_.requests_of_connection || std::chrono::steady_clock::now() >= until;
      if (wrong == 0) {
        going_on = co_await serve_one();
      } else {
        going_on = co_await refuse(wrong);
      }
    }
    co_await close();
  }

 private:
  static constexpr int gone = -1;

  struct Manner {
    unsigned version = 11;
    bool keep = true;
    bool head = false;
  };

  struct Making {
    bool head = false;  ///< nobody wants the body
    bool here = false;  ///< a long one is begun on the thread that makes the response
  };

  /// 0: a whole header stands at the beginning of `bytes_`; `gone`; else the status to refuse with.
  asio::awaitable<int> read_header(bool first) {
    error_code error;
    if (bytes_.empty() && !first) {
      co_await wait_for_request(error);
      if (error) co_return gone;
    }
    stream_.expires_after(limits_.header_time);
    auto buffer = asio::dynamic_buffer(bytes_, bytes_.size() + limits_.header_bytes);
    const std::size_t read = co_await asio::async_read_until(stream_, buffer, end_of_header, into(error));
    if (error == asio::error::not_found || read > limits_.header_bytes) co_return 431;
    // After a timeout the stream is closed already: nothing more can be said.
    co_return error ? gone : 0;
  }

  asio::awaitable<void> wait_for_request(error_code& error) {
    std::array<char, 1024> some;
    stream_.expires_after(limits_.idle_time);
    idle_ = true;
    if (around_.draining) {
      error = asio::error::operation_aborted;
      co_return;
    }
    std::size_t read = co_await stream_.async_read_some(asio::buffer(some), into(error));
    idle_ = false;
    error_code none;
    // A request that has come just as the connection was to end is answered.
    if (error == asio::error::operation_aborted && stream_.socket().available(none) > 0) {
      stream_.expires_after(limits_.idle_time);
      read = co_await stream_.async_read_some(asio::buffer(some), into(error));
    }
    bytes_.assign(some.data(), read);
  }

  asio::awaitable<bool> serve_one() {
    if (has_folded_line(std::string_view(bytes_).substr(0, bytes_.find(end_of_header)))) co_return co_await refuse(400);
    http::request_parser<http::string_body> parser;
    parser.header_limit(static_cast<std::uint32_t>(limits_.header_bytes + 1));
    parser.body_limit(limits_.body_bytes);
    beast::flat_buffer buffer(bytes_.size() + limits_.header_bytes + limits_.body_bytes);
    buffer.commit(asio::buffer_copy(buffer.prepare(bytes_.size()), asio::buffer(bytes_)));
    error_code error;
    stream_.expires_after(limits_.body_time);
    co_await http::async_read(stream_, buffer, parser, into(error));
    if (error == beast::error::timeout) co_return false;
    if (error) {
      const bool too_much = error == http::error::body_limit || error == http::error::buffer_overflow;
      co_return co_await refuse(too_much ? 413 : 400);
    }
    bytes_ = beast::buffers_to_string(buffer.data());
    const Message message = parser.release();
    const Manner manner{message.version(), message.keep_alive() && !last_, message.method() == http::verb::head};
    co_return co_await respond(request_of(message, peer_), manner);
  }

  asio::awaitable<bool> respond(Request request, Manner manner) {
    const Lane lane = around_.application.lane(request);
    if (lane == Lane::here) {
      const Response response = around_.application.answer(request);
      co_return co_await send(response, manner);
    }
    const auto exchange = std::make_shared<HttpExchange>(stream_.get_executor());
    WorkerPool& pool = lane == Lane::stream ? *around_.streams : *around_.queries;
    const OpenStream open(around_.open_streams, lane == Lane::stream);
    const bool room = lane != Lane::stream || around_.open_streams <= limits_.streams;
    const auto asked = std::make_shared<const Request>(std::move(request));
    const bool taken = room && pool.submit(job(exchange, asked, {manner.head, lane == Lane::stream}));
    if (!taken) {
      const Response refusal = around_.application.refusal(503, *asked);
      co_return co_await send(refusal, manner);
    }
    const StreamReader reader(*exchange);
    const Response response = co_await exchange->response();
    if (!response.streamed || manner.head) co_return co_await send(response, manner);
    // A query may have a long answer too, which waits for its reader like an export.
    const OpenStream grown(around_.open_streams, lane == Lane::query);
    if (around_.open_streams > limits_.streams) {
      const Response refusal = around_.application.refusal(503, *asked);
      co_return co_await send(refusal, manner);
    }
    co_return co_await send_stream(response, *exchange, manner);
  }

  WorkerPool::Job job(const std::shared_ptr<HttpExchange>& exchange, const std::shared_ptr<const Request>& request,
                      Making making) {
    return [&around = around_, exchange, request, making](bool in_time) {
      Response response = in_time ? around.application.answer(*request) : around.application.refusal(503, *request);
      // Nothing else may keep what the body is made of: it is let go when the stream ends.
      auto next = std::exchange(response.stream, nullptr);
      response.streamed = next != nullptr;
      exchange->deliver(std::move(response));
      if (!next || making.head) return;
      const auto stream = std::make_shared<HttpStream>(exchange, *around.streams, std::move(next));
      making.here ? stream->work() : stream->go_on();
    };
  }

  http::response<http::empty_body> head_of(const Response& response, const Manner& manner) const {
    http::response<http::empty_body> head;
    head.version(manner.version);
    head.result(static_cast<unsigned>(response.status));
    for (const Header& header : response.headers) head.insert(header.name, header.value);
    head.keep_alive(manner.keep && !around_.draining);
    return head;
  }

  asio::awaitable<bool> send(const Response& response, Manner manner) {
    http::response<http::empty_body> head = head_of(response, manner);
    const bool has_body = response.status != 204 && response.status != 304;
    if (has_body && !response.streamed) head.content_length(response.body.size());
    error_code error;
    stream_.expires_after(limits_.write_time);
    co_await http::async_write(stream_, head, into(error));
    if (!error && has_body && !manner.head) co_await write(response.body, false, error);
    co_return !error && head.keep_alive();
  }

  asio::awaitable<bool> send_stream(const Response& response, HttpExchange& exchange, Manner manner) {
    const bool chunked = manner.version >= 11;
    if (!chunked) manner.keep = false;  // an old client knows the end of the body by the end of the connection
    http::response<http::empty_body> head = head_of(response, manner);
    head.chunked(chunked);
    http::response_serializer<http::empty_body> serializer(head);
    error_code error;
    stream_.expires_after(limits_.write_time);
    co_await http::async_write_header(stream_, serializer, into(error));
    while (!error) {
      const std::string piece = co_await exchange.piece();
      if (piece.empty()) break;
      co_await write(piece, chunked, error);
    }
    if (error || !exchange.whole()) co_return false;
    if (chunked) co_await asio::async_write(stream_, http::make_chunk_last(), into(error));
    co_return !error && head.keep_alive();
  }

  /// Every piece has its own deadline: a long body takes its time, a slow reader is cut off.
  asio::awaitable<void> write(std::string_view body, bool chunked, error_code& error) {
    for (std::size_t at = 0; at < body.size() && !error; at += piece_bytes) {
      const asio::const_buffer piece(body.data() + at, std::min(piece_bytes, body.size() - at));
      stream_.expires_after(limits_.write_time);
      if (chunked) {
        co_await asio::async_write(stream_, http::make_chunk(piece), into(error));
      } else {
        co_await asio::async_write(stream_, piece, into(error));
      }
    }
  }

  /// Where the next request begins is not known: the connection ends.
  asio::awaitable<bool> refuse(int status) {
    const Request glanced = glance_at(bytes_);
    const Response response = around_.application.refusal(status, glanced);
    co_await send(response, {11, false, glanced.method == "HEAD"});
    co_return false;
  }

  /// Reads away what is under way, for a moment: closing on unread bytes may lose the answer.
  asio::awaitable<void> close() {
    error_code error;
    stream_.socket().shutdown(asio::socket_base::shutdown_send, error);
    std::array<char, 4096> rest;
    stream_.expires_after(std::chrono::seconds(1));
    for (int reads = 0; reads < 64 && !error; ++reads) {
      co_await stream_.async_read_some(asio::buffer(rest), into(error));
    }
    stream_.close();
  }

  Stream stream_;
  const Connection peer_;
  ConnectionSurroundings& around_;
  const HttpLimits& limits_;
  std::string bytes_;  ///< read, and not yet used
  bool idle_ = false;  ///< looked at and set on the strand only
  bool last_ = false;
};

}  // namespace

void serve_connection(Socket socket, std::shared_ptr<Connection> connection, ConnectionSurroundings& surroundings,
                      std::function<void()> ended) {
  const auto session = std::make_shared<Session>(std::move(socket), *connection, surroundings);
  connection->close_if_idle = [weak = std::weak_ptr(session), strand = session->executor()] {
    asio::post(strand, [weak] {
      if (const auto alive = weak.lock()) alive->close_if_idle();
    });
  };
  asio::co_spawn(
      session->executor(), [session] { return session->serve(); },
      [session, ended = std::move(ended)](const std::exception_ptr&) { ended(); });
}

}  // namespace minutebook::server
