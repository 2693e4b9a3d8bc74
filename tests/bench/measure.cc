#include "tests/bench/measure.h"

#include <malloc.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <numeric>
#include <stdexcept>
#include <string>

namespace minutebook::bench {
namespace {

double wall_now() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double seconds(const timeval& time) {
  return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
}

double cpu_of(int who) {
  rusage usage{};
  getrusage(who, &usage);
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double cpu_now() {
  return cpu_of(RUSAGE_SELF) + cpu_of(RUSAGE_CHILDREN);
}

void write_all(int file, const std::string& text) {
  for (std::size_t done = 0; done < text.size();) {
    const ssize_t count = write(file, text.data() + done, text.size() - done);
    if (count < 0) throw std::runtime_error("cannot write to the parent process");
    done += static_cast<std::size_t>(count);
  }
}

std::string read_all(int file) {
  std::string text;
  std::array<char, 65536> buffer;
  while (true) {
    const ssize_t count = read(file, buffer.data(), buffer.size());
    if (count < 0) throw std::runtime_error("cannot read from the child process");
    if (count == 0) return text;
    text.append(buffer.data(), static_cast<std::size_t>(count));
  }
}

// Never returns: the child must not run what the parent has left to do.
[[noreturn]] void child_main(int file, const std::function<nlohmann::json()>& work) {
  int status = 0;
  try {
    write_all(file, nlohmann::json{{"value", work()}}.dump());
  } catch (const std::exception& error) {
    write_all(file, nlohmann::json{{"error", error.what()}}.dump());
    status = 1;
  }
  _exit(status);
}

}  // namespace

Stopwatch::Stopwatch() : wall_(wall_now()), cpu_(cpu_now()) {}
double Stopwatch::wall() const {
  return wall_now() - wall_;
}
double Stopwatch::cpu() const {
  return cpu_now() - cpu_;
}

ChildResult run_in_child(const std::function<nlohmann::json()>& work) {
  std::array<int, 2> ends{};
  if (pipe(ends.data()) != 0) throw std::runtime_error("cannot make a pipe");
  std::fflush(nullptr);
  malloc_trim(0);  // what the parent holds counts in the child's peak
  const pid_t child = fork();
  if (child < 0) throw std::runtime_error("cannot fork");
  if (child == 0) {
    close(ends[0]);
    child_main(ends[1], work);
  }
  close(ends[1]);
  const std::string text = read_all(ends[0]);
  close(ends[0]);
  int status = 0;
  rusage usage{};
  wait4(child, &status, 0, &usage);
  if (!WIFEXITED(status))
    throw std::runtime_error("a child process died of signal " + std::to_string(WTERMSIG(status)));
  const nlohmann::json message = nlohmann::json::parse(text);
  if (message.contains("error")) throw std::runtime_error(message["error"].get<std::string>());
  return {message["value"], static_cast<double>(usage.ru_maxrss) / 1024};
}

double percentile(std::vector<double> values, double p) {
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const double rank = std::ceil(p / 100 * static_cast<double>(values.size()));
  return values[static_cast<std::size_t>(std::max(rank, 1.0)) - 1];
}

double mean(const std::vector<double>& values) {
  if (values.empty()) return 0;
  return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

}  // namespace minutebook::bench
