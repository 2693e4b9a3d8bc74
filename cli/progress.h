// How far a long run is, on standard error: a bar with rate and time left on a terminal, else a line now and then.
// Knows nothing of what progresses.
#pragma once

#include <chrono>
#include <cstddef>
#include <deque>
#include <string>

namespace minutebook::cli {

/// "45 s", "3 min", "2 h 10 min": as exact as an estimate deserves.
std::string duration_text(double seconds);

class ProgressBar {
 public:
  /// `what` is counted: "sources".
  explicit ProgressBar(std::string what);
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  /// Draws at most ten times a second; where there is no terminal, prints a line every half minute. Not to be called
  /// from several threads at once.
  void update(std::size_t done, std::size_t total);

 private:
  using Clock = std::chrono::steady_clock;
  struct Moment {
    Clock::time_point time;
    std::size_t done = 0;
  };
  std::string text(std::size_t done, std::size_t total) const;
  void draw(std::size_t done, std::size_t total);
  void clear();

  std::string what_;
  bool terminal_;   // that can draw over a line
  bool sequences_;  // and that is to be sent control sequences
  std::size_t drawn_columns_ = 0;
  std::deque<Moment> moments_;  // of the last half minute: how fast it goes
  Clock::time_point last_;
};

}  // namespace minutebook::cli
