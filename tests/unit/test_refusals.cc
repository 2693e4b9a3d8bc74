// What is refused before its route is chosen: too many at once, too long, no HTTP. People get a page in their language,
// programs a problem, and both are told when to come again.
#include <gtest/gtest.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <chrono>
#include <future>
#include <string>
#include <thread>
#include <vector>

#include "server/http_server.h"
#include "server/service.h"
#include "tests/unit/small_index.h"

namespace minutebook::server {
namespace {

TEST(GlanceAt, WhatIsThereToItsEnd) {
  const Request whole =
      glance_at("GET /search?q=a HTTP/1.1\r\nHost: a\r\nACCEPT:\t text/html \r\nCookie: x=\r\n\r\nA: b\r\n");
  EXPECT_EQ(whole.method, "GET");
  EXPECT_EQ(whole.target, "/search?q=a");
  EXPECT_EQ(whole.header("Accept"), "text/html");
  EXPECT_EQ(whole.headers.size(), 3U) << "what stands behind the header is body";
  const Request cut = glance_at("GET / HTTP/1.1\r\nAccept: text/html\r\nCookie: aaaa");
  EXPECT_EQ(cut.header("Accept"), "text/html");
  EXPECT_EQ(cut.headers.size(), 1U);
  for (const char* nothing : {"", "GET", "GET /aaaaaaaa", "\r\n\r\n", "\x16\x03\x01\x02"}) {
    EXPECT_TRUE(glance_at(nothing).target.empty()) << nothing;
    EXPECT_TRUE(glance_at(nothing).headers.empty()) << nothing;
  }
  EXPECT_EQ(glance_at("GET\r\n: a\r\nno colon\r\n").headers.size(), 0U);
  EXPECT_EQ(glance_at("GET /a\r\n").target, "/a");
}

class Refusals : public ::testing::Test {
 protected:
  void SetUp() override {
    testing_support::add_names(folder_ / "index", {"a"});
    Config config;
    config.index = folder_ / "index";
    config.threads = 1;
    config.origins = {"https://intranet.example"};
    service_ = std::make_unique<Service>(config);
    application_ = service_->application();
  }

  Response refused(int status, const std::string& target, const std::string& accept, const std::string& language = {}) {
    Request request;
    request.method = "GET";
    request.target = target;
    if (!accept.empty()) request.headers.push_back({"Accept", accept});
    if (!language.empty()) request.headers.push_back({"Accept-Language", language});
    request.headers.push_back({"Origin", "https://intranet.example"});
    return application_.refusal(status, request);
  }

  static std::string header(const Response& response, std::string_view name) {
    for (const Header& one : response.headers) {
      if (one.name == name) return one.value;
    }
    return {};
  }

  testing_support::TemporaryFolder folder_;
  std::unique_ptr<Service> service_;
  HttpApplication application_;
};

constexpr const char* browser = "text/html,application/xhtml+xml,*/*;q=0.8";
constexpr const char* page_type = "text/html; charset=utf-8";
constexpr const char* problem_type = "application/problem+json";

TEST_F(Refusals, PagesForPeopleProblemsForPrograms) {
  for (const int status : {400, 413, 431, 503}) {
    for (const char* path : {"/search?q=a", "/item/a.1", "/paper/a", "/reviews", "/timeline", "/embed", "/", ""}) {
      const Response page = refused(status, path, browser);
      EXPECT_EQ(page.status, status) << path;
      EXPECT_EQ(header(page, "Content-Type"), page_type) << path;
      EXPECT_NE(page.body.find("<h1>"), std::string::npos) << path;
      EXPECT_NE(header(page, "Content-Security-Policy").find("script-src"), std::string::npos) << path;
      EXPECT_EQ(header(refused(status, path, "*/*"), "Content-Type"), problem_type) << path;
    }
    for (const char* path : {"/api/v1/search?q=a", "/feed.atom", "/export.csv", "/healthz"}) {
      const Response problem = refused(status, path, browser);
      EXPECT_EQ(header(problem, "Content-Type"), problem_type) << path;
      EXPECT_NE(problem.body.find("\"status\":" + std::to_string(status)), std::string::npos) << problem.body;
      EXPECT_NE(problem.body.find("\"detail\":"), std::string::npos) << problem.body;
      // Else a page elsewhere that asked sees a broken network instead of a service that is busy.
      EXPECT_EQ(header(problem, "Access-Control-Allow-Origin"), "https://intranet.example") << path;
    }
    EXPECT_EQ(header(refused(status, "/search", browser), "Cache-Control"), "no-store");
  }
}

TEST_F(Refusals, SayWhenToComeAgain) {
  EXPECT_EQ(header(refused(503, "/search", browser), "Retry-After"), "1");
  EXPECT_EQ(header(refused(503, "/api/v1/search", ""), "Retry-After"), "1");
  EXPECT_EQ(header(refused(431, "/search", browser), "Retry-After"), "");
  EXPECT_NE(refused(503, "/search", browser).body.find("try again"), std::string::npos);
}

TEST_F(Refusals, InTheLanguageThatIsAskedFor) {
  for (const int status : {400, 413, 431, 503}) {
    for (const Response& welsh : {refused(status, "/search?ui=cy", browser), refused(status, "/search", browser, "cy"),
                                  refused(status, "/search?ui=cy", browser, "en")}) {
      EXPECT_NE(welsh.body.find("<html lang=\"cy\">"), std::string::npos) << welsh.body;
      EXPECT_EQ(welsh.body.find("lang=\"en\">The "), std::string::npos) << "a sentence without its Welsh";
      // The same page in the other language, wherever it was asked for.
      EXPECT_NE(welsh.body.find("href=\"?ui=en\""), std::string::npos) << welsh.body;
    }
    EXPECT_NE(refused(status, "/search", browser, "en;q=0.9, cy;q=0.1").body.find("<html lang=\"en\">"),
              std::string::npos);
    const Response told = refused(status, "/api/v1/search?q=a", "", "cy");
    EXPECT_EQ(header(told, "Content-Language"), "cy") << told.body;
    EXPECT_EQ(header(refused(status, "/api/v1/search?q=a", "", "en"), "Content-Language"), "");
  }
}

/// An application whose answers wait until they are let go, and which notes what is refused.
struct HeldUp {
  std::promise<void> let_go;
  std::shared_future<void> held = let_go.get_future().share();
  std::promise<void> begun;
  std::atomic<int> answers = 0;

  HttpApplication application() {
    return {.lane = [](const Request&) { return Lane::query; },
            .answer =
                [this](const Request&) {
                  if (++answers == 1) begun.set_value();
                  held.wait();
                  return Response{200, {}, "answered", {}, false};
                },
            .refusal =
                [](int status, const Request& request) {
                  return Response{status, {}, request.target + " " + std::string(request.header("Accept")), {}, false};
                }};
  }
};

class Running {
 public:
  Running(HttpApplication application, PoolLimits queries)
      : listener_(listen_on("127.0.0.1:0")), server_(std::move(application), {}, queries, {.threads = 1}) {
    std::promise<void> started;
    thread_ = std::thread([this, &started] { server_.run({listener_}, {.started = [&] { started.set_value(); }}); });
    started.get_future().wait();
  }
  ~Running() {
    server_.stop();
    thread_.join();
  }

  /// A connection on which this was sent.
  int ask(const std::string& request) const {
    sockaddr_storage address{};
    socklen_t size = sizeof address;
    ::getsockname(listener_.descriptor, reinterpret_cast<sockaddr*>(&address), &size);
    const int connection = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    EXPECT_EQ(::connect(connection, reinterpret_cast<sockaddr*>(&address), size), 0);
    EXPECT_EQ(::send(connection, request.data(), request.size(), MSG_NOSIGNAL), static_cast<ssize_t>(request.size()));
    return connection;
  }

  /// All that comes back until the connection is closed.
  static std::string answer_on(int connection) {
    std::string answer;
    char some[4096];
    for (ssize_t read = ::recv(connection, some, sizeof some, 0); read > 0;
         read = ::recv(connection, some, sizeof some, 0))
      answer.append(some, static_cast<std::size_t>(read));
    ::close(connection);
    return answer;
  }

 private:
  Listener listener_;
  HttpServer server_;
  std::thread thread_;
};

const std::string end_of_header = " HTTP/1.1\r\nAccept: text/html\r\nConnection: close\r\n\r\n";

TEST(HttpRefusals, ThatThereIsNoPlaceKnowsWhatWasAsked) {
  HeldUp held_up;
  std::string refused;
  {
    Running running(held_up.application(), {.threads = 1, .waiting = 1, .longest_wait = std::chrono::hours(1)});
    const int first = running.ask("GET /first" + end_of_header);
    held_up.begun.get_future().wait();
    // One waits, one more is too many; whichever comes first is the one that waits.
    const int a = running.ask("GET /a" + end_of_header);
    const int b = running.ask("GET /b" + end_of_header);
    fd_set readable;
    FD_ZERO(&readable);
    FD_SET(a, &readable);
    FD_SET(b, &readable);
    ASSERT_EQ(::select(std::max(a, b) + 1, &readable, nullptr, nullptr, nullptr), 1);
    const bool a_refused = FD_ISSET(a, &readable);
    refused = Running::answer_on(a_refused ? a : b);
    EXPECT_NE(refused.find(a_refused ? "/a text/html" : "/b text/html"), std::string::npos) << refused;
    held_up.let_go.set_value();
    EXPECT_NE(Running::answer_on(a_refused ? b : a).find("answered"), std::string::npos);
    EXPECT_NE(Running::answer_on(first).find("answered"), std::string::npos);
  }
  EXPECT_TRUE(refused.starts_with("HTTP/1.1 503")) << refused;
  EXPECT_EQ(held_up.answers, 2);
}

TEST(HttpRefusals, ThatItWaitedTooLongKnowsWhatWasAsked) {
  HeldUp held_up;
  Running running(held_up.application(), {.threads = 1, .waiting = 1, .longest_wait = std::chrono::milliseconds(0)});
  const std::string late = Running::answer_on(running.ask("GET /late" + end_of_header));
  EXPECT_TRUE(late.starts_with("HTTP/1.1 503")) << late;
  EXPECT_NE(late.find("/late text/html"), std::string::npos) << late;
  EXPECT_EQ(held_up.answers, 0);
  held_up.let_go.set_value();
}

TEST(HttpRefusals, AHeaderThatIsTooLongIsGlancedAt) {
  HeldUp held_up;
  Running running(held_up.application(), {.threads = 1});
  const std::string begin = "GET /search HTTP/1.1\r\nAccept: text/html\r\nCookie: ";
  const std::string answer = Running::answer_on(running.ask(begin + std::string(9000, 'a') + "\r\n\r\n"));
  EXPECT_TRUE(answer.starts_with("HTTP/1.1 431")) << answer;
  EXPECT_NE(answer.find("/search text/html"), std::string::npos) << answer;
  const std::string bad = Running::answer_on(running.ask("GET /search HTTP/1.1\r\nAccept: text/html\r\nA : b\r\n\r\n"));
  EXPECT_TRUE(bad.starts_with("HTTP/1.1 400")) << bad;
  EXPECT_NE(bad.find("/search text/html"), std::string::npos) << bad;
  held_up.let_go.set_value();
}

}  // namespace
}  // namespace minutebook::server
