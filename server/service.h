// The application behind the HTTP server: checks a request, finds its route, gives it an opened index, and sees to what
// all answers have in common: headers, conditions, errors, counts, the log.
// Knows nothing of single routes.
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

#include "server/catalogue.h"
#include "server/config.h"
#include "server/http_server.h"
#include "server/index_pool.h"
#include "server/metrics.h"
#include "server/route.h"

namespace minutebook::server {

class Service {
 public:
  /// Throws schema::Error if the index cannot be opened.
  explicit Service(Config config);

  /// For HttpServer. The service must outlive it.
  HttpApplication application();
  IndexPool& indexes() { return indexes_; }
  Metrics& metrics() { return metrics_; }
  const Config& config() const { return config_; }
  /// Numbers of the HTTP server, for /metrics; set once it exists.
  std::function<HttpCounts()> http_counts;
  /// The ledger of an index as JSON; it is the indexer's, so whoever starts the service brings it.
  std::function<std::string(const schema::Index&)> make_coverage;
  /// The same, made once for a generation by a thread of its own, for it takes seconds for a large index. Null: it was
  /// not ready until `end`; it will be for who asks again.
  std::shared_ptr<const std::string> coverage(const schema::Index& index, std::chrono::steady_clock::time_point end);
  /// Whether a ledger is being made, for which the end of the service would wait.
  bool makes_coverage();
  std::atomic<bool> ending{false};

 private:
  Response answer(const Request& request);
  Response refusal(int status, const Request& request);
  void make_refusals();
  /// The problem as a page.
  Response shown(const Request& request, const Response& problem);
  Response dispatch(const Request& request, const Route*& route);
  Response call(const Request& request, const Route& route, std::string rest, std::vector<Parameter> parameters);
  bool known_host(const Request& request) const;
  bool may_have(const Request& request, const Route& route) const;

  /// Made at the start: under overload they must cost nothing.
  struct Refusal {
    Response problem;
    Response page;
  };

  const Config config_;
  std::map<std::pair<int, Language>, Refusal> refusals_;
  IndexPool indexes_;
  Metrics metrics_;
  using Coverage = std::shared_future<std::shared_ptr<const std::string>>;
  std::mutex coverage_mutex_;
  std::uint64_t coverage_revision_ = 0;
  Coverage coverage_;
  Coverage coverage_before_;  ///< perhaps still being made when a newer generation is asked about
};

}  // namespace minutebook::server
