// Sockets to listen on, opened from the words of a configuration.
#include <netdb.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <memory>

#include "schema/error.h"
#include "server/http_server.h"

namespace minutebook::server {
namespace {

using schema::Error;
using schema::ErrorCode;

[[noreturn]] void fail(const std::string& where, const std::string& what, int number) {
  const char* hint = number == EADDRINUSE ? "something else listens there already" : "";
  throw Error(ErrorCode::unreadable, "cannot " + what + " " + where + ": " + std::strerror(number), hint);
}

[[noreturn]] void refuse(const std::string& where) {
  throw Error(ErrorCode::usage, "\"" + where + "\" is no place to listen",
              "give ADDRESS:PORT, for example 127.0.0.1:8080, or the path of a UNIX socket, beginning with /");
}

int listening(int descriptor, const std::string& where) {
  if (::listen(descriptor, SOMAXCONN) != 0) {
    const int number = errno;
    ::close(descriptor);
    fail(where, "listen on", number);
  }
  return descriptor;
}

/// A socket that a killed server has left behind is in the way; one that somebody answers is not ours to take.
void remove_abandoned(const sockaddr_un& address) {
  struct stat status {};
  if (::lstat(address.sun_path, &status) != 0 || !S_ISSOCK(status.st_mode)) return;
  const int probe = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (probe < 0) return;
  const bool answered = ::connect(probe, reinterpret_cast<const sockaddr*>(&address), sizeof address) == 0;
  ::close(probe);
  if (!answered) ::unlink(address.sun_path);
}

int open_local(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  if (path.size() >= sizeof address.sun_path) {
    throw Error(ErrorCode::usage, "the path of the socket is too long: " + path, "107 bytes at most");
  }
  std::memcpy(address.sun_path, path.c_str(), path.size() + 1);
  remove_abandoned(address);
  const int descriptor = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (descriptor < 0 || ::bind(descriptor, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    const int number = errno;
    if (descriptor >= 0) ::close(descriptor);
    fail(path, "open", number);
  }
  return listening(descriptor, path);
}

/// getaddrinfo takes larger ones, and listens at what is left of them in 16 bits.
bool is_port(const std::string& digits) {
  return !digits.empty() && digits.size() <= 5 && digits.find_first_not_of("0123456789") == digits.npos &&
         std::stoul(digits) <= 65535;
}

int open_address(const std::string& where, const std::string& host, const std::string& port) {
  if (!is_port(port)) refuse(where);
  addrinfo wanted{};
  wanted.ai_socktype = SOCK_STREAM;
  wanted.ai_flags = AI_PASSIVE | AI_NUMERICHOST | AI_NUMERICSERV;
  addrinfo* found = nullptr;
  if (::getaddrinfo(host.c_str(), port.c_str(), &wanted, &found) != 0) refuse(where);
  const std::unique_ptr<addrinfo, decltype(&::freeaddrinfo)> address(found, ::freeaddrinfo);
  const int descriptor = ::socket(address->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
  const int on = 1;
  if (descriptor >= 0) ::setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
  if (descriptor < 0 || ::bind(descriptor, address->ai_addr, address->ai_addrlen) != 0) {
    const int number = errno;
    if (descriptor >= 0) ::close(descriptor);
    fail(where, "open", number);
  }
  return listening(descriptor, where);
}

/// The port that the system chose for port 0.
std::string bound_name(int descriptor, const std::string& host) {
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  ::getsockname(descriptor, reinterpret_cast<sockaddr*>(&address), &size);
  char port[NI_MAXSERV] = "";
  ::getnameinfo(reinterpret_cast<const sockaddr*>(&address), size, nullptr, 0, port, sizeof port, NI_NUMERICSERV);
  return (host.find(':') == host.npos ? host : "[" + host + "]") + ":" + port;
}

}  // namespace

Listener listen_on(const std::string& where) {
  if (where.starts_with('/')) return {open_local(where), where, true};
  const std::size_t colon = where.rfind(':');
  if (colon == where.npos || colon == 0 || colon + 1 == where.size()) refuse(where);
  std::string host = where.substr(0, colon);
  if (host.front() == '[' && host.back() == ']') host = host.substr(1, host.size() - 2);
  const int descriptor = open_address(where, host, where.substr(colon + 1));
  return {descriptor, bound_name(descriptor, host), false};
}

}  // namespace minutebook::server
