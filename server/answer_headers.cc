#include "server/answer_headers.h"

#include <algorithm>

namespace minutebook::server {
namespace {

bool has(const Response& response, std::string_view name) {
  return std::any_of(response.headers.begin(), response.headers.end(),
                     [&](const Header& header) { return header.name == name; });
}

std::string content_policy(const Config& config, Audience audience) {
  if (audience == Audience::api) return "default-src 'none'; frame-ancestors 'none'";
  std::string ancestors = "'none'";
  if (audience == Audience::embed && !config.frame_ancestors.empty()) {
    ancestors.clear();
    for (const std::string& origin : config.frame_ancestors) ancestors += (ancestors.empty() ? "" : " ") + origin;
  }
  return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action "
         "'self'; base-uri 'none'; require-trusted-types-for 'script'; frame-ancestors " +
         ancestors;
}

bool allowed_origin(const Config& config, std::string_view origin) {
  return !config.private_papers && !origin.empty() &&
         std::find(config.origins.begin(), config.origins.end(), origin) != config.origins.end();
}

/// Pages, labels and refusals are in the language that the reader's browser asks for. What everybody may keep is files.
void add_vary(const Config& config, Audience audience, Response& response) {
  const bool file = std::any_of(response.headers.begin(), response.headers.end(), [](const Header& header) {
    return header.name == "Cache-Control" && header.value.starts_with("public");
  });
  if (file) return;
  const bool by_origin = audience == Audience::api && !config.origins.empty();
  response.headers.push_back({"Vary", by_origin ? "Accept-Language, Origin" : "Accept-Language"});
}

}  // namespace

void add_common_headers(const Request& request, const Config& config, Audience audience, Response& response) {
  const bool shared = audience == Audience::api && !config.origins.empty() && !config.private_papers;
  response.headers.push_back({"X-Content-Type-Options", "nosniff"});
  // Queries are personal data: they do not leave with the links that are followed.
  response.headers.push_back({"Referrer-Policy", "no-referrer"});
  if (!has(response, "Cross-Origin-Resource-Policy"))
    response.headers.push_back({"Cross-Origin-Resource-Policy", shared ? "cross-origin" : "same-origin"});
  if (!has(response, "Content-Security-Policy"))
    response.headers.push_back({"Content-Security-Policy", content_policy(config, audience)});
  if (!has(response, "Cache-Control")) {
    const bool kept = !config.private_papers && response.status < 400;
    response.headers.push_back({"Cache-Control", kept ? "private, max-age=60" : "no-store"});
  }
  add_vary(config, audience, response);
  const std::string_view origin = request.header("Origin");
  if (audience == Audience::api && allowed_origin(config, origin))
    response.headers.push_back({"Access-Control-Allow-Origin", std::string(origin)});
}

Response preflight(const Request& request, const Config& config, Audience audience) {
  Response response;
  response.status = 204;
  response.headers.push_back({"Allow", "GET, HEAD, OPTIONS, POST"});
  if (audience == Audience::api && allowed_origin(config, request.header("Origin"))) {
    response.headers.push_back({"Access-Control-Allow-Methods", "GET, HEAD, POST"});
    response.headers.push_back({"Access-Control-Allow-Headers", "Content-Type"});
    response.headers.push_back({"Access-Control-Max-Age", "600"});
  }
  return response;
}

}  // namespace minutebook::server
