// Counts of what was asked and how long it took, in the text format of Prometheus. Knows nothing of what was asked for:
// a route's path is the only label, never words of a query.
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <map>
#include <mutex>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>

namespace minutebook::server {

class Metrics {
 public:
  /// `route`: path of a route, or "" for what had none.
  void count(std::string_view route, int status, std::chrono::nanoseconds took);
  void print(std::ostream& out) const;

 private:
  static constexpr std::array<double, 10> bounds = {.005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5};
  struct Times {
    std::array<std::uint64_t, bounds.size() + 1> below{};  ///< by the first bound that is not exceeded
    double sum = 0;
    std::uint64_t all = 0;
  };

  mutable std::mutex mutex_;
  std::map<std::pair<std::string, int>, std::uint64_t> requests_;
  std::map<std::string, Times> times_;
};

}  // namespace minutebook::server
