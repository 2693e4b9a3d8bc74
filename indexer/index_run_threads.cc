#include "indexer/index_run_threads.h"

#include <algorithm>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace minutebook::indexer {

void run_in_threads(unsigned threads, const std::function<void()>& work) {
  std::mutex mutex;
  std::exception_ptr first_error;
  std::vector<std::thread> running;
  for (unsigned i = 0; i < std::max(threads, 1U); ++i) {
    running.emplace_back([&] {
      try {
        work();
      } catch (...) {
        const std::lock_guard<std::mutex> lock(mutex);
        if (!first_error) first_error = std::current_exception();
      }
    });
  }
  for (std::thread& thread : running) thread.join();
  if (first_error) std::rethrow_exception(first_error);
}

}  // namespace minutebook::indexer
