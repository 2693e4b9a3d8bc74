// The ledger of a service: made once for a generation, and nobody waits for it longer than he may.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <string>

#include "schema/index.h"
#include "server/service.h"
#include "tests/unit/small_index.h"

namespace minutebook::server {
namespace {

TEST(ServiceCoverage, IsMadeOnceForAGenerationBesideThoseWhoAnswer) {
  testing_support::TemporaryFolder folder;
  testing_support::add_names(folder / "index", {"a"});
  std::promise<void> let_go;
  const std::shared_future<void> held = let_go.get_future().share();
  std::atomic<int> times = 0;
  Config config;
  config.index = folder / "index";
  config.threads = 1;
  Service service(config);
  service.make_coverage = [&](const schema::Index& index) {
    held.wait();
    ++times;
    return "revision " + std::to_string(index.revision) + " of " + index.hidden_folder;
  };
  const schema::Index first = (*service.indexes().lease()).index.index();
  EXPECT_EQ(first.hidden_folder, "/in") << "where the papers lie is not told";
  const auto now = std::chrono::steady_clock::now();
  EXPECT_EQ(service.coverage(first, now), nullptr);
  EXPECT_EQ(service.coverage(first, now + std::chrono::milliseconds(5)), nullptr);
  EXPECT_TRUE(service.makes_coverage());
  let_go.set_value();
  const auto later = now + std::chrono::hours(1);
  EXPECT_EQ(*service.coverage(first, later), "revision 1 of /in");
  EXPECT_EQ(service.coverage(first, later), service.coverage(first, later));
  EXPECT_EQ(times, 1);
  EXPECT_FALSE(service.makes_coverage());
  schema::Index second = first;
  second.revision = 2;
  EXPECT_EQ(*service.coverage(second, later), "revision 2 of /in");
  EXPECT_EQ(times, 2);
}

}  // namespace
}  // namespace minutebook::server
