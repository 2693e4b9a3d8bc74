// The application behind the HTTP server: checks a request, finds its route, gives it an opened index, and sees to what
// all answers have in common: headers, conditions, errors, counts, the log.
// Knows nothing of single routes.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>

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
  /// The same, made once for a generation: it is long, and reading it takes most of a second for a large index.
  std::string coverage(const schema::Index& index);
  std::atomic<bool> ending{false};

 private:
  Response answer(const Request& request);
  /// The problem as a page.
  Response shown(const Request& request, const Response& problem);
  Response dispatch(const Request& request, const Route*& route);
  Response call(const Request& request, const Route& route, std::string rest, std::vector<Parameter> parameters);
  bool known_host(const Request& request) const;
  bool may_have(const Request& request, const Route& route) const;

  const Config config_;
  IndexPool indexes_;
  Metrics metrics_;
  std::mutex coverage_mutex_;
  std::uint64_t coverage_revision_ = 0;
  std::string coverage_;
};

}  // namespace minutebook::server
