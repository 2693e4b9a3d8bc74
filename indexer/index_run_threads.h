// Running the same work in several threads, with the first error brought home.
// Knows nothing of the work.
#pragma once

#include <functional>

namespace minutebook::indexer {

/// Calls `work` once in each of `threads` threads (at least one) and waits for all. The first exception is thrown again
/// here; it is for `work` to see that the others end too.
void run_in_threads(unsigned threads, const std::function<void()>& work);

}  // namespace minutebook::indexer
