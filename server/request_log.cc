#include "server/request_log.h"

#include <unistd.h>

#include <cstdlib>
#include <nlohmann/json.hpp>
#include <string>

namespace minutebook::server {
namespace {

using Json = nlohmann::ordered_json;

/// "<6>" tells the journal how much a line matters; anybody else reads lines of JSON (systemd.exec(5), JOURNAL_STREAM).
std::string priority_mark(int priority) {
  static const bool journal = std::getenv("JOURNAL_STREAM") != nullptr;
  return journal ? "<" + std::to_string(priority) + ">" : std::string();
}

/// One write a line, so that lines of several threads do not mix.
void write_line(int priority, const Json& json) {
  const std::string line =
      priority_mark(priority) + json.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  // A log that cannot be written must not stop the answers.
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace

void log_request(const Request& request, const Route* route, const Response& response, std::chrono::nanoseconds took,
                 bool with_query) {
  Json line = {{"event", "request"},
               {"method", request.method.substr(0, 16)},
               {"route", route == nullptr ? Json() : Json(route->path)},
               {"status", response.status},
               {"ms", static_cast<double>(took.count() / 1000) / 1000}};
  if (!response.streamed && !response.stream) line["bytes"] = response.body.size();
  if (with_query) line["target"] = request.target.substr(0, 4096);
  write_line(6, line);
}

void log_failure(std::string_view route, std::string_view what) {
  write_line(3, {{"event", "failure"}, {"route", route}, {"what", what}});
}

void log_event(std::string_view what, std::string_view detail) {
  Json line = {{"event", what}};
  if (!detail.empty()) line["detail"] = detail;
  write_line(6, line);
}

}  // namespace minutebook::server
