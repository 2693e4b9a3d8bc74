#include "server/service_manager.h"

#include <systemd/sd-daemon.h>

#include <string>

namespace minutebook::server {

std::vector<Listener> passed_listeners() {
  std::vector<Listener> listeners;
  const int count = ::sd_listen_fds(1);
  for (int i = 0; i < count; ++i) {
    const int descriptor = SD_LISTEN_FDS_START + i;
    const bool local = ::sd_is_socket(descriptor, AF_UNIX, SOCK_STREAM, 1) > 0;
    listeners.push_back({descriptor, "socket " + std::to_string(descriptor) + " of the service manager", local});
  }
  return listeners;
}

void tell_ready() {
  ::sd_notify(0, "READY=1");
}

void tell_stopping() {
  ::sd_notify(0, "STOPPING=1");
}

void tell_alive() {
  ::sd_notify(0, "WATCHDOG=1");
}

}  // namespace minutebook::server
