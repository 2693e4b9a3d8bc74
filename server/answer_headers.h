// Headers that every answer of a kind carries: what browsers may do with it, who may read it, how long it may be kept.
// Knows nothing of routes or bodies.
#pragma once

#include "server/config.h"
#include "server/http_message.h"
#include "server/route.h"

namespace minutebook::server {

/// Adds them. `status` decides what may be kept.
void add_common_headers(const Request& request, const Config& config, Audience audience, Response& response);
/// Answers a browser that asks whether a page elsewhere may ask (CORS preflight).
Response preflight(const Request& request, const Config& config, Audience audience);

}  // namespace minutebook::server
