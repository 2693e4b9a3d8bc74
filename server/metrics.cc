#include "server/metrics.h"

#include <algorithm>

namespace minutebook::server {

void Metrics::count(std::string_view route, int status, std::chrono::nanoseconds took) {
  const double seconds = std::chrono::duration<double>(took).count();
  const std::lock_guard lock(mutex_);
  ++requests_[{std::string(route), status}];
  Times& times = times_[std::string(route)];
  const auto bound = std::lower_bound(bounds.begin(), bounds.end(), seconds);
  ++times.below[static_cast<std::size_t>(bound - bounds.begin())];
  times.sum += seconds;
  ++times.all;
}

void Metrics::print(std::ostream& out) const {
  const std::lock_guard lock(mutex_);
  out << "# HELP minutebook_requests_total Requests answered.\n# TYPE minutebook_requests_total counter\n";
  for (const auto& [key, count] : requests_) {
    out << "minutebook_requests_total{route=\"" << key.first << "\",status=\"" << key.second << "\"} " << count << "\n";
  }
  out << "# HELP minutebook_request_seconds Time to make an answer.\n# TYPE minutebook_request_seconds histogram\n";
  for (const auto& [route, times] : times_) {
    std::uint64_t below = 0;
    for (std::size_t i = 0; i < bounds.size(); ++i) {
      below += times.below[i];
      out << "minutebook_request_seconds_bucket{route=\"" << route << "\",le=\"" << bounds[i] << "\"} " << below
          << "\n";
    }
    out << "minutebook_request_seconds_bucket{route=\"" << route << "\",le=\"+Inf\"} " << times.all << "\n"
        << "minutebook_request_seconds_sum{route=\"" << route << "\"} " << times.sum << "\n"
        << "minutebook_request_seconds_count{route=\"" << route << "\"} " << times.all << "\n";
  }
}

}  // namespace minutebook::server
