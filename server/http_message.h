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
  std::string peer;       ///< address of the other end; empty: a UNIX socket
  bool watching = false;  ///< it came by a socket for whoever watches the service

  /// Value of a header, its name in any case; empty: not sent. Of several the first.
  std::string_view header(std::string_view name) const;
};

/// What can be told of a request that was not read whole, or is no HTTP: method, target and those headers that are
/// there to their end. To choose in which form and language it is refused; nothing else may rest on it.
Request glance_at(std::string_view bytes);

struct Response {
  int status = 200;
  std::vector<Header> headers;
  std::string body;
  /// In place of `body`: makes the next piece of it at each call, while it is sent; an empty one is the end. Called by
  /// one thread at a time, perhaps by another each time. Pieces are best some tens of kilobytes.
  std::function<std::string()> stream;
  bool streamed = false;  ///< the body is made by `stream`, wherever that is now
};

}  // namespace minutebook::server
