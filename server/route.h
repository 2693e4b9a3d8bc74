// The one table of what can be asked for: path, parameters, where and by what it is answered. Dispatch, refusals and
// the description of the API (OpenAPI) read it. Knows nothing of HTTP's wire or of how answers look.
#pragma once

#include <chrono>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "server/config.h"
#include "server/http_server.h"
#include "server/index_pool.h"
#include "server/target.h"

namespace minutebook::server {

class Service;

/// A request that has been checked against its route.
struct Call {
  const Request& request;
  const Config& config;
  Service& service;
  std::string rest;                         ///< of the path behind a route that takes an id
  std::vector<Parameter> parameters;        ///< all known to the route
  std::shared_ptr<IndexPool::Lease> lease;  ///< null for routes answered at once; a streamed body keeps it
  std::chrono::steady_clock::time_point deadline;
  bool complete = true;  ///< false: the deadline cut the answer off, which would be another one at another time

  query::OpenIndex& index() const { return (**lease).index; }
  query::LabelFinder& labels() const { return (**lease).labels; }
  /// Of a parameter that is given once; empty: not given.
  std::string value(std::string_view name) const;
  std::vector<std::string> values(std::string_view name) const;
  bool has(std::string_view name) const { return !values(name).empty(); }
};

enum class ParameterType { text, number, flag, choice };

struct ParameterSpec {
  std::string_view name;
  ParameterType type = ParameterType::text;
  std::string_view choices;  ///< "relevance newest oldest", for ParameterType::choice
  bool repeated = false;
  std::string_view description;
};

/// What a page elsewhere may do with the answer, and which headers go with it.
enum class Audience {
  api,   ///< scripts of the origins that are allowed
  page,  ///< people; never framed
  embed  ///< people, framed by the pages that are allowed
};

struct Route {
  std::string_view path;  ///< one that ends in "/" takes an id behind it
  Lane lane = Lane::query;
  Audience audience = Audience::api;
  bool posts = false;  ///< POST with the parameters as a form too, for queries too long for an address
  bool keeps = true;   ///< the answer is the same until the next generation: it has an ETag
  std::span<const ParameterSpec> parameters;
  Response (*answer)(Call& call) = nullptr;  ///< may throw schema::Error
  std::string_view summary;
  std::string_view media = "application/json";  ///< type of the answer
  std::string_view schema = {};                 ///< its name in schemas.json; empty: not JSON, or not part of the API
};

std::span<const Route> routes();
/// The route and what stands behind it; nullptr: there is none.
const Route* find_route(std::string_view path, std::string& rest);
/// Why the parameters do not fit the route; empty: they do.
std::string wrong_parameter(const Route& route, const std::vector<Parameter>& parameters);

}  // namespace minutebook::server
