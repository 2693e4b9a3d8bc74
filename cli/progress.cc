#include "cli/progress.h"

#include <unistd.h>

#include <iostream>
#include <utility>

namespace minutebook::cli {
namespace {

constexpr std::size_t bar_columns = 40;
constexpr std::chrono::milliseconds interval{100};

}  // namespace

ProgressBar::ProgressBar(std::string what) : what_(std::move(what)), terminal_(::isatty(STDERR_FILENO) == 1) {}

ProgressBar::~ProgressBar() {
  // The line is taken back: what follows on the terminal is the outcome.
  if (drawn_) std::cerr << "\r\033[K" << std::flush;
}

void ProgressBar::update(std::size_t done, std::size_t total) {
  const auto now = std::chrono::steady_clock::now();
  if (!terminal_ || total == 0 || now - last_ < interval) return;
  last_ = now;
  drawn_ = true;
  const std::size_t filled = bar_columns * done / total;
  std::cerr << "\r[" << std::string(filled, '#') << std::string(bar_columns - filled, ' ') << "] " << done << "/"
            << total << " " << what_ << "\033[K" << std::flush;
}

}  // namespace minutebook::cli
