#include "cli/interruption.h"

#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <string_view>

namespace minutebook::cli {
namespace {

std::atomic<bool> noted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch what needs no lock");

constexpr std::string_view message =
    "\nstopping after the sources at hand; what was read will be in the index. Once more stops at once.\n";

extern "C" void note_signal(int number) {
  const int error = errno;
  if (noted.exchange(true)) {
    // What is published stays as it is; the next run clears what this one leaves.
    ::signal(number, SIG_DFL);
    ::raise(number);
  }
  // Nobody can be told that the message could not be written.
  [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, message.data(), message.size());
  errno = error;
}

}  // namespace

Interruption::Interruption() {
  noted = false;
  struct sigaction action {};
  action.sa_handler = note_signal;
  ::sigemptyset(&action.sa_mask);
  action.sa_flags = SA_RESTART;
  ::sigaction(SIGINT, &action, &interrupt_before_);
  ::sigaction(SIGTERM, &action, &terminate_before_);
}

Interruption::~Interruption() {
  ::sigaction(SIGINT, &interrupt_before_, nullptr);
  ::sigaction(SIGTERM, &terminate_before_, nullptr);
}

bool Interruption::requested() {
  return noted;
}

}  // namespace minutebook::cli
