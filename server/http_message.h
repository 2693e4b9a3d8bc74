// A request and its response as plain data, and the way a long response is handed out piece by piece.
// Knows nothing of sockets or of the library that reads them, nor of what is asked for.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace minutebook::server {

struct Header {
  std::string name;
  std::string value;
};

struct Request {
  std::string method;
  std::string target;  ///< as sent: path and query string, both still encoded
  std::vector<Header> headers;
  std::string body;
  std::string peer;  ///< address of the other end; empty: a UNIX socket

  /// Value of a header, its name in any case; empty: not sent. Of several the first.
  std::string_view header(std::string_view name) const;
};

/// Takes the pieces of a long response.
class BodyWriter {
 public:
  virtual ~BodyWriter() = default;
  /// Waits while the other end is slow. Throws ReaderGone when nobody reads any more.
  virtual void write(std::string_view piece) = 0;
};

/// Not an error: whoever asked has gone, so the work can stop.
struct ReaderGone {};

struct Response {
  int status = 200;
  std::vector<Header> headers;
  std::string body;
  /// Makes the body while it is sent, in place of `body`; its length need not be known.
  std::function<void(BodyWriter&)> stream;
};

}  // namespace minutebook::server
