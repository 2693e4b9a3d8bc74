// The service from its configuration to its end. The entrance of this library for the command.
#pragma once

#include "server/config.h"

namespace minutebook::server {

/// Serves until SIGTERM or SIGINT. Throws schema::Error if the index or a socket cannot be opened.
void serve(const Config& config);

}  // namespace minutebook::server
