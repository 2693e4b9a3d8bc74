// One line of JSON on standard error for every request, without query text unless the administrator asks for it.
// Knows nothing of how a request was answered.
#pragma once

#include <chrono>
#include <string_view>

#include "server/http_message.h"
#include "server/route.h"

namespace minutebook::server {

/// `route`: null for what has none.
void log_request(const Request& request, const Route* route, const Response& response, std::chrono::nanoseconds took,
                 bool with_query);
/// What must not happen did: for whoever keeps the service.
void log_failure(std::string_view route, std::string_view what);
void log_event(std::string_view what, std::string_view detail = {});

}  // namespace minutebook::server
