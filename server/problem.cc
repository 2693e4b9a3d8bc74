#include "server/problem.h"

#include <nlohmann/json.hpp>

#include "server/said.h"

namespace minutebook::server {

std::string_view status_title(int status) {
  switch (status) {
    case 400:
      return "Bad Request";
    case 404:
      return "Not Found";
    case 405:
      return "Method Not Allowed";
    case 408:
      return "Request Timeout";
    case 413:
      return "Content Too Large";
    case 414:
      return "URI Too Long";
    case 415:
      return "Unsupported Media Type";
    case 421:
      return "Misdirected Request";
    case 431:
      return "Request Header Fields Too Large";
    case 500:
      return "Internal Server Error";
    case 503:
      return "Service Unavailable";
    default:
      return "Error";
  }
}

Response problem(int status, const std::string& detail, const std::string& hint) {
  using Json = nlohmann::ordered_json;
  Json body = {{"type", "about:blank"}, {"title", status_title(status)}, {"status", status}};
  if (!detail.empty()) body["detail"] = detail;
  if (!hint.empty()) body["hint"] = hint;
  Response response;
  response.status = status;
  response.headers = {{"Content-Type", "application/problem+json"}, {"Cache-Control", "no-store"}};
  if (status == 503) response.headers.push_back({"Retry-After", "1"});
  response.body = body.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  return response;
}

ProblemText read_problem(const Response& problem) {
  const auto json = nlohmann::json::parse(problem.body, nullptr, false);
  if (!json.is_object()) return {};
  return {json.value("detail", ""), json.value("hint", "")};
}

Response problem_in_welsh(const Response& problem) {
  ProblemText text = read_problem(problem);
  if (text.detail.empty() || !all_in_welsh({&text.detail, &text.hint})) return problem;
  Response made = problem;
  made.body = server::problem(problem.status, text.detail, text.hint).body;
  made.headers.push_back({"Content-Language", "cy"});
  return made;
}

Response problem_of(const schema::Error& error) {
  switch (error.code()) {
    case schema::ErrorCode::usage:
      return problem(400, error.what(), error.hint());
    case schema::ErrorCode::unreadable:
      return problem(503, "the index cannot be read at the moment");
  }
  return problem(500, {});
}

}  // namespace minutebook::server
