// The service from its configuration to its end. The entrance of this library for the command.
// Knows nothing of single requests.
#pragma once

#include <functional>
#include <string>

#include "schema/index.h"
#include "server/config.h"

namespace minutebook::server {

/// Exit code of a service that has ended because a query does not (EX_TEMPFAIL: start it anew).
inline constexpr int exit_stuck = 75;

/// Serves until SIGTERM or SIGINT. Throws schema::Error if the index or a socket cannot be opened.
/// `coverage`: the ledger of an index as JSON.
void serve(const Config& config, std::function<std::string(const schema::Index&)> coverage);

}  // namespace minutebook::server
