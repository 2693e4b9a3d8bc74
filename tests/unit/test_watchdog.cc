// A query that does not end ends the service: told by the times it is given, and with a real server whose only thread
// is held.
#include <gtest/gtest.h>
#include <sys/socket.h>

#include <atomic>
#include <chrono>
#include <future>
#include <thread>

#include "server/http_server.h"
#include "server/serve.h"
#include "server/watchdog.h"

namespace minutebook::server {
namespace {

using namespace std::chrono_literals;

TEST(Watchdog, StopsAndThenGivesUp) {
  std::promise<void> looked;
  std::promise<void> gave_up;
  std::atomic<bool> hangs = false;
  std::atomic<int> looks = 0;
  std::atomic<int> stops = 0;
  std::atomic<int> stops_before = -1;
  std::atomic<int> alive_after = 0;
  {
    const Watchdog watchdog({.longest_query = [&]() -> std::chrono::nanoseconds { return hangs ? 8s : 7s; },
                             .alive =
                                 [&] {
                                   if (hangs) ++alive_after;
                                   if (++looks == 3) looked.set_value();
                                 },
                             .stop = [&] { ++stops; },
                             .give_up =
                                 [&] {
                                   stops_before = stops.load();
                                   gave_up.set_value();
                                 }},
                            {.longest = 7s, .drain = 1ms, .look_every = 1ms});
    looked.get_future().wait();
    EXPECT_EQ(stops, 0) << "what is long but in time is left alone";
    hangs = true;
    gave_up.get_future().wait();
  }
  EXPECT_EQ(stops_before, 1);
  EXPECT_EQ(stops, 1);
  EXPECT_LE(alive_after, 1) << "whoever watches the process is not told that all is well";
}

TEST(Watchdog, EndsAtOnceWithTheService) {
  std::atomic<int> acts = 0;
  {
    const Watchdog watchdog(
        {.longest_query = [] { return 0ns; }, .alive = [] {}, .stop = [&] { ++acts; }, .give_up = [&] { ++acts; }},
        {.longest = 1s, .drain = 1h, .look_every = 1h});
  }
  EXPECT_EQ(acts, 0);
}

TEST(Watchdog, WaitsNoLongerForAServiceThatEndsByItself) {
  std::promise<void> stopped;
  std::atomic<bool> gave_up = false;
  {
    const Watchdog watchdog({.longest_query = [] { return 1h; },
                             .alive = [] {},
                             .stop = [&] { stopped.set_value(); },
                             .give_up = [&] { gave_up = true; }},
                            {.longest = 1s, .drain = 1h, .look_every = 1ms});
    stopped.get_future().wait();
  }
  EXPECT_TRUE(gave_up) << "whoever starts the service must see that it is to be started anew";
}

/// A server with one thread for queries, which the first query never gives back.
[[noreturn]] void serve_a_query_that_hangs() {
  HttpApplication application{.lane = [](const Request&) { return Lane::query; },
                              .answer =
                                  [](const Request&) {
                                    for (;;) std::this_thread::sleep_for(1h);
                                    return Response{};
                                  },
                              .refusal =
                                  [](int status, const Request&) {
                                    return Response{status, {}, {}, {}, false};
                                  }};
  const Listener listener = listen_on("127.0.0.1:0");
  HttpServer server(std::move(application), {}, {.threads = 1}, {.threads = 1});
  const Watchdog watchdog({.longest_query = [&] { return server.counts().longest_query; },
                           .alive = [] {},
                           .stop = [&] { server.stop(); },
                           .give_up = [] { std::_Exit(exit_stuck); }},
                          {.longest = 50ms, .drain = 50ms, .look_every = 10ms});
  sockaddr_storage address{};
  socklen_t size = sizeof address;
  ::getsockname(listener.descriptor, reinterpret_cast<sockaddr*>(&address), &size);
  const int connection = ::socket(AF_INET, SOCK_STREAM, 0);
  ::connect(connection, reinterpret_cast<sockaddr*>(&address), size);
  constexpr std::string_view request = "GET / HTTP/1.1\r\n\r\n";
  ::send(connection, request.data(), request.size(), 0);
  server.run({listener}, {});
  std::_Exit(1);
}

TEST(WatchdogDeathTest, AQueryThatDoesNotEndEndsTheProcess) {
  ::testing::FLAGS_gtest_death_test_style = "threadsafe";
  EXPECT_EXIT(serve_a_query_that_hangs(), ::testing::ExitedWithCode(exit_stuck), "a query does not end");
}

}  // namespace
}  // namespace minutebook::server
