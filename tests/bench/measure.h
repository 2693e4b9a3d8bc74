// Time, memory and percentiles, and work done in a child process so that the peak memory of one engine is not mixed
// with that of another. Must not know what is measured.
#pragma once

#include <functional>
#include <nlohmann/json.hpp>
#include <vector>

namespace minutebook::bench {

// Seconds since it was made: on the clock, and of processor time in this process and the children it has waited for.
class Stopwatch {
 public:
  Stopwatch();
  double wall() const;
  double cpu() const;

 private:
  double wall_, cpu_;
};

struct ChildResult {
  nlohmann::json value;
  double peak_mb = 0;  // resident, of the child or of its own biggest child
};

// Runs the work in a forked child and waits for it. Throws std::runtime_error with the child's message if it failed.
ChildResult run_in_child(const std::function<nlohmann::json()>& work);

// The p-th percentile (0-100) by nearest rank, and the mean; 0 for no values.
double percentile(std::vector<double> values, double p);
double mean(const std::vector<double>& values);

}  // namespace minutebook::bench
