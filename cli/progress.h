// A progress bar on standard error, only if that is a terminal.
// Knows nothing of what progresses.
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace minutebook::cli {

class ProgressBar {
 public:
  /// `what` is counted: "sources".
  explicit ProgressBar(std::string what);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// Draws at most ten times a second. Not to be called from several threads at once.
  void update(std::size_t done, std::size_t total);

 private:
  std::string what_;
  bool terminal_;
  bool drawn_ = false;
  std::chrono::steady_clock::time_point last_;
};

}  // namespace minutebook::cli
