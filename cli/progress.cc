#include "cli/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iostream>
#include <string_view>
#include <utility>

#include "cli/print.h"

namespace minutebook::cli {
namespace {

using namespace std::chrono_literals;

constexpr std::size_t widest_bar = 40;
constexpr std::size_t narrowest_bar = 10;
constexpr std::size_t usual_columns = 80;
constexpr auto between_drawings = 100ms;
constexpr auto between_lines = 30s;
constexpr auto remembered = 30s;
// Before that a rate says little.
constexpr double measured_seconds = 2;

bool can_draw() {
  const char* terminal = std::getenv("TERM");
  return ::isatty(STDERR_FILENO) == 1 && terminal != nullptr && std::string_view(terminal) != "dumb";
}

bool is_set(const char* name) {
  const char* value = std::getenv(name);
  return value != nullptr && *value != '\0';
}

std::size_t columns() {
  winsize size{};
  if (::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return usual_columns;
  return size.ws_col;
}

std::string rate_text(double rate) {
  if (rate >= 10) return with_commas(static_cast<std::uint64_t>(rate)) + " a second";
  return with_commas(static_cast<std::uint64_t>(std::ceil(rate * 60))) + " a minute";
}

}  // namespace

std::string duration_text(double seconds) {
  const auto whole = static_cast<std::uint64_t>(std::ceil(std::max(seconds, 1.0)));
  if (whole < 90) return std::to_string(whole) + " s";
  const std::uint64_t minutes = (whole + 30) / 60;
  if (minutes < 90) return std::to_string(minutes) + " min";
  return with_commas(minutes / 60) + " h " + std::to_string(minutes % 60) + " min";
}

ProgressBar::ProgressBar(std::string what)
    : what_(std::move(what)), terminal_(can_draw()), sequences_(!is_set("NO_COLOR")), last_(Clock::now()) {}

ProgressBar::~ProgressBar() {
  // The line is taken back: what follows on the terminal is the outcome.
  clear();
}

void ProgressBar::clear() {
  if (drawn_columns_ == 0) return;
  std::cerr << "\r" << (sequences_ ? "\033[K" : std::string(drawn_columns_, ' ') + "\r") << std::flush;
}

/// "1,200/40,000 sources, 310 a second, 2 min left".
std::string ProgressBar::text(std::size_t done, std::size_t total) const {
  std::string line = with_commas(done) + "/" + with_commas(total) + " " + what_;
  if (done == total) return line + ", writing the index";
  const Moment& first = moments_.front();
  const double seconds = std::chrono::duration<double>(moments_.back().time - first.time).count();
  if (seconds < measured_seconds || done == first.done) return line;
  const double rate = static_cast<double>(done - first.done) / seconds;
  return line + ", " + rate_text(rate) + ", " + duration_text(static_cast<double>(total - done) / rate) + " left";
}

void ProgressBar::draw(std::size_t done, std::size_t total) {
  std::string line = text(done, total);
  const std::size_t width = columns();
  // The last column stays free: some terminals go to the next line there.
  const std::size_t beside = line.size() + 4;
  if (width > beside + narrowest_bar) {
    const std::size_t length = std::min(widest_bar, width - beside);
    const std::size_t filled = length * done / total;
    line = "[" + std::string(filled, '#') + std::string(length - filled, ' ') + "] " + line;
  }
  line.resize(std::min(line.size(), width - 1));
  const std::size_t shown = line.size();
  if (!sequences_ && drawn_columns_ > shown) line.append(drawn_columns_ - shown, ' ');
  std::cerr << "\r" << line << (sequences_ ? "\033[K" : "") << std::flush;
  drawn_columns_ = std::max(shown, sequences_ ? std::size_t{0} : drawn_columns_);
}

void ProgressBar::update(std::size_t done, std::size_t total) {
  const Clock::time_point now = Clock::now();
  const bool last = done == total;
  if (total == 0 ||
      (now - last_ < (terminal_ ? Clock::duration(between_drawings) : between_lines) && !(last && terminal_)))
    return;
  last_ = now;
  moments_.push_back({now, done});
  while (moments_.size() > 2 && now - moments_.front().time > remembered) moments_.pop_front();
  if (terminal_) {
    draw(done, total);
  } else {
    std::cerr << text(done, total) << "\n";
  }
}

}  // namespace minutebook::cli
