// How long a piece of work may take: whoever does it looks at the clock now and then, and gives up when the time is
// over. Knows nothing of what is done.
#pragma once

#include <algorithm>
#include <chrono>
#include <exception>
#include <optional>

namespace minutebook::query {

/// Nothing: as long as it takes.
using Deadline = std::optional<std::chrono::steady_clock::time_point>;

/// Thrown while something is worked on when its time is over.
struct TimeIsOver : std::exception {
  const char* what() const noexcept override { return "the time is over"; }
};

class TimeLimit {
 public:
  using Now = std::chrono::steady_clock::time_point (*)() noexcept;

  explicit TimeLimit(Now clock = std::chrono::steady_clock::now) : now_(clock) {}

  std::chrono::steady_clock::time_point now() const { return now_(); }
  void set(Deadline end) {
    end_ = end;
    calls_ = 0;
  }
  const Deadline& end() const { return end_; }
  /// To be called for every item that is read; every so often, and the first time, it looks at the clock. Throws
  /// TimeIsOver.
  void check() {
    constexpr unsigned looks_after = 64;
    if (end_ && calls_++ % looks_after == 0) look();
  }
  /// For what takes longer than an item. Throws TimeIsOver.
  void look() const {
    if (end_ && now() >= *end_) throw TimeIsOver{};
  }

 private:
  Now now_;
  Deadline end_;
  unsigned calls_ = 0;
};

/// Another limit while it lives, unless the one before is over earlier; afterwards that one holds again.
class TimeScope {
 public:
  TimeScope(TimeLimit& limit, Deadline end) : limit_(limit), before_(limit.end()) {
    limit_.set(end && before_ ? std::min(end, before_) : end ? end : before_);
  }
  ~TimeScope() { limit_.set(before_); }
  TimeScope(const TimeScope&) = delete;
  TimeScope& operator=(const TimeScope&) = delete;

 private:
  TimeLimit& limit_;
  Deadline before_;
};

/// The end of the first of two pieces of work, which may take two thirds of the time that is left until `end`.
inline Deadline first_part(const TimeLimit& time, Deadline end) {
  if (!end) return end;
  const auto now = time.now();
  return now >= *end ? end : Deadline(now + (*end - now) * 2 / 3);
}

}  // namespace minutebook::query
