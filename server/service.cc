#include "server/service.h"

#include <algorithm>
#include <charconv>
#include <new>
#include <thread>

#include "query/time_limit.h"
#include "schema/error.h"
#include "schema/index.h"
#include "schema/today.h"
#include "schema/version.h"
#include "server/answer_headers.h"
#include "server/asked_language.h"
#include "server/page.h"
#include "server/problem.h"
#include "server/request_log.h"
#include "server/wished_language.h"

namespace minutebook::server {
namespace {

using Clock = std::chrono::steady_clock;

std::string folder_of(const Config& config) {
  return config.index.empty() ? schema::default_index_folder() : config.index;
}

/// Distinguishes, within one revision, whatever else an answer depends on; not secret, so a plain hash will do.
std::string entity_tag(const Request& request, const Config& config, std::uint64_t revision) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
  const auto mix = [&](std::string_view text) {
    for (const char character : text) hash = (hash ^ static_cast<unsigned char>(character)) * 0x100000001b3ULL;
    hash = (hash ^ 0xffU) * 0x100000001b3ULL;
  };
  mix(request.target);
  mix(request.header("Accept-Language"));
  mix(schema::iso_date(schema::today()));  // "last year", and what is late
  for (const std::string& setting : {config.title, config.language, config.base_url}) mix(setting);
  // Another program may write another page about the same index.
  mix(schema::program_version);
  std::array<char, 17> digits{};
  std::to_chars(digits.data(), digits.data() + 16, hash, 16);
  return "\"" + std::to_string(revision) + "-" + digits.data() + "\"";
}

bool tag_is_known(const Request& request, const std::string& tag) {
  return request.header("If-None-Match").find(tag) != std::string_view::npos;
}

/// "papers.northvale.example:8080" without the port.
std::string_view host_name(std::string_view host) {
  const std::size_t from = host.starts_with('[') ? host.find(']') : 0;
  const std::size_t colon = from == host.npos ? host.npos : host.find(':', from);
  return host.substr(0, colon);
}

bool is_problem(const Response& response) {
  return std::any_of(response.headers.begin(), response.headers.end(),
                     [](const Header& header) { return header.value == "application/problem+json"; });
}

/// Who comes with a browser to an address for people gets a page that says what is wrong, programs get a problem.
bool for_people(const Request& request, const Route* route) {
  if (route != nullptr && route->audience == Audience::api) return false;
  return request.header("Accept").find("text/html") != std::string_view::npos;
}

/// A page that is refused was asked for with one thing that may be trusted: the language. Empty: none was chosen.
std::string chosen_language(const std::optional<Target>& target) {
  if (!target) return {};
  for (const Parameter& one : target->parameters) {
    if (one.name == "ui" && (one.value == "cy" || one.value == "en")) return one.value;
  }
  return {};
}

/// What is said where no request was read, or no thread was free.
struct RefusalText {
  int status;
  const char* detail;
  const char* hint;
};
constexpr RefusalText refusal_texts[] = {
    {400, "the request cannot be read", "RFC 9112 says how requests are written"},
    {413, "the body of the request is too long", "ask for less at once"},
    {431, "the header of the request is too long",
     "shorten the address, or delete the cookies that the browser keeps for this host"},
    {503, "too many questions at once; try again in a moment", ""},
};

}  // namespace

Service::Service(Config config)
    : config_(std::move(config)),
      indexes_(folder_of(config_),
               config_.threads > 0 ? config_.threads : std::max(1U, std::thread::hardware_concurrency())) {
  make_refusals();
}

void Service::make_refusals() {
  for (const RefusalText& one : refusal_texts) {
    for (const Language language : {Language::english, Language::welsh}) {
      const Request any;
      const std::string tag(Catalogue::of(language).tag());
      Call call{any, config_, *this, {}, {{"ui", tag}}, nullptr, Clock::now()};
      const Response english = problem(one.status, one.detail, one.hint);
      refusals_[{one.status, language}] = {language == Language::welsh ? problem_in_welsh(english) : english,
                                           page_refusal(call, english)};
    }
  }
}

std::shared_ptr<const std::string> Service::coverage(const schema::Index& index, Clock::time_point end) {
  Coverage made;
  {
    const std::lock_guard lock(coverage_mutex_);
    if (!coverage_.valid() || coverage_revision_ != index.revision) {
      coverage_before_ = std::move(coverage_);
      coverage_ = std::async(std::launch::async, [this, index] {
                    return std::make_shared<const std::string>(make_coverage(index));
                  }).share();
      coverage_revision_ = index.revision;
    }
    made = coverage_;
  }
  return made.wait_until(end) == std::future_status::ready ? made.get() : nullptr;
}

bool Service::makes_coverage() {
  const std::lock_guard lock(coverage_mutex_);
  const auto made = [](const Coverage& one) {
    return !one.valid() || one.wait_for(std::chrono::seconds(0)) == std::future_status::ready;
  };
  return !made(coverage_) || !made(coverage_before_);
}

HttpApplication Service::application() {
  return {.lane =
              [](const Request& request) {
                std::string rest;
                const auto target = read_target(request.target);
                const Route* route = target ? find_route(target->path, rest) : nullptr;
                return route == nullptr ? Lane::here : route->lane;
              },
          .answer = [this](const Request& request) { return answer(request); },
          .refusal = [this](int status, const Request& request) { return refusal(status, request); }};
}

Response Service::refusal(int status, const Request& request) {
  std::string rest;
  const auto target = read_target(request.target);
  const Route* route = target ? find_route(target->path, rest) : nullptr;
  const bool people = for_people(request, route);
  const Language language = people ? language_of_page(chosen_language(target), request, config_)
                                   : wished_language(request.header("Accept-Language")).value_or(Language::english);
  const Refusal& made = refusals_.at({status, language});
  Response response = people ? made.page : made.problem;
  const Audience unrouted = people ? Audience::page : Audience::api;
  add_common_headers(request, config_, route == nullptr ? unrouted : route->audience, response);
  metrics_.count("", status, {});
  return response;
}

Response Service::answer(const Request& request) {
  const auto began = Clock::now();
  const Route* route = nullptr;
  Response response;
  try {
    response = dispatch(request, route);
  } catch (const schema::Error& error) {
    response = problem_of(error);
  } catch (const query::TimeIsOver&) {
    response = problem(503, "the time for this answer was over", "more words or filters make it quicker");
  } catch (const std::bad_alloc&) {
    response = problem(503, "there is not enough memory for this answer");
  } catch (const std::exception& error) {
    log_failure(route == nullptr ? "" : route->path, error.what());
    response = problem(500, {});
  }
  if (is_problem(response)) {
    if (for_people(request, route)) {
      response = shown(request, response);
    } else if (wished_language(request.header("Accept-Language")) == Language::welsh) {
      response = problem_in_welsh(response);
    }
  }
  add_common_headers(request, config_, route == nullptr ? Audience::page : route->audience, response);
  const auto took = Clock::now() - began;
  metrics_.count(route == nullptr ? "" : route->path, response.status, took);
  log_request(request, route, response, took, config_.log_queries);
  return response;
}

Response Service::shown(const Request& request, const Response& problem) {
  std::vector<Parameter> parameters;
  const std::string chosen = chosen_language(read_target(request.target));
  if (!chosen.empty()) parameters = {{"ui", chosen}};
  Call call{request, config_, *this, {}, std::move(parameters), nullptr, Clock::now()};
  return page_refusal(call, problem);
}

Response Service::dispatch(const Request& request, const Route*& route) {
  if (request.target.size() > max_target_bytes)
    return problem(414, "the address has more than 4096 bytes", "send long queries with POST");
  const auto target = read_target(request.target);
  if (!target)
    return problem(400, "the address cannot be read",
                   "it must be UTF-8, percent-encoded once, without control characters");
  if (!known_host(request))
    return problem(421, "this service does not answer for that host name",
                   "the setting \"hosts\" lists the names it has");
  std::string rest;
  route = find_route(target->path, rest);
  if (route != nullptr && !may_have(request, *route)) route = nullptr;
  if (route == nullptr) return problem(404, "there is nothing at this address");
  if (request.method == "OPTIONS") return preflight(request, config_, route->audience);
  const bool posted = request.method == "POST" && route->posts;
  if (request.method != "GET" && request.method != "HEAD" && !posted) {
    Response refused = problem(405, "this address does not take " + request.method);
    refused.headers.push_back({"Allow", route->posts ? "GET, HEAD, OPTIONS, POST" : "GET, HEAD, OPTIONS"});
    return refused;
  }
  std::vector<Parameter> parameters = target->parameters;
  if (posted) {
    if (!request.header("Content-Type").starts_with("application/x-www-form-urlencoded"))
      return problem(415, "a query is posted as a form", "Content-Type: application/x-www-form-urlencoded");
    const auto form = read_form(request.body);
    if (!form)
      return problem(400, "the form cannot be read",
                     "it must be UTF-8, percent-encoded once, without control characters");
    parameters.insert(parameters.end(), form->begin(), form->end());
  }
  if (const std::string wrong = wrong_parameter(*route, parameters); !wrong.empty()) return problem(400, wrong);
  return call(request, *route, std::move(rest), std::move(parameters));
}

Response Service::call(const Request& request, const Route& route, std::string rest,
                       std::vector<Parameter> parameters) {
  Call call{request, config_, *this, std::move(rest), std::move(parameters), nullptr, Clock::now() + config_.deadline};
  if (route.lane == Lane::here) return route.answer(call);
  call.lease = std::make_shared<IndexPool::Lease>(indexes_.lease());
  // What forgets its deadline ends by it all the same; exports take the time they need.
  call.index().begin_request(route.lane == Lane::query ? query::Deadline(call.deadline) : std::nullopt);
  if (!route.keeps) return route.answer(call);
  const std::string tag = entity_tag(request, config_, call.index().index().revision);
  const bool conditional = request.method != "POST";
  Response response;
  if (conditional && tag_is_known(request, tag)) {
    response.status = 304;
  } else {
    response = route.answer(call);
  }
  if (!call.complete) response.headers.push_back({"Cache-Control", "no-store"});
  if (conditional && call.complete && response.status < 400) response.headers.push_back({"ETag", tag});
  return response;
}

/// Counts tell how much a council's people search: they are for those who keep the service.
bool Service::may_have(const Request& request, const Route& route) const {
  const bool counts = route.path == "/metrics";
  if (request.watching) return counts || route.path == "/healthz" || route.path == "/readyz";
  if (!counts) return true;
  const bool here = request.peer.empty() || request.peer.starts_with("127.") || request.peer == "::1";
  return config_.metrics_listen.empty() && !config_.behind_proxy && here;
}

/// A page that lets its own name point to this machine (DNS rebinding) must not read what only this machine may.
bool Service::known_host(const Request& request) const {
  const std::string_view name = host_name(request.header("Host"));
  if (request.watching) return true;
  if (config_.hosts.empty()) {
    return request.peer.empty() || name == "localhost" || name == "127.0.0.1" || name == "[::1]";
  }
  return std::any_of(config_.hosts.begin(), config_.hosts.end(),
                     [&](const std::string& host) { return host == "*" || host == name; });
}

}  // namespace minutebook::server
