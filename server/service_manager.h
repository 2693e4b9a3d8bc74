// What systemd hands over and wants to hear: sockets, "ready", "stopping". Without systemd nothing happens.
// Knows nothing of what the service does.
#pragma once

#include <vector>

#include "server/http_server.h"

namespace minutebook::server {

/// Sockets that were passed in (socket activation); none: the server opens its own.
std::vector<Listener> passed_listeners();
void tell_ready();
void tell_stopping();
/// To be called at least as often as the manager asks for, while all is well; does nothing if it does not ask.
void tell_alive();

}  // namespace minutebook::server
