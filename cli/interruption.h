// Ctrl-C while a long command runs: the first asks it to come to an end, the second ends it at once.
// Knows nothing of the command.
#pragma once

#include <signal.h>

namespace minutebook::cli {

/// While it lives, SIGINT and SIGTERM are noted. One at a time.
class Interruption {
 public:
  Interruption();
  ~Interruption();
  Interruption(const Interruption&) = delete;
  Interruption& operator=(const Interruption&) = delete;

  /// True from the first signal on. Safe to call from several threads.
  static bool requested();

 private:
  struct sigaction interrupt_before_ {};
  struct sigaction terminate_before_ {};
};

}  // namespace minutebook::cli
