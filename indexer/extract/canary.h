// Small documents with known text, held in memory: read once before the worker locks itself, so that libraries load
// what they need, and once after, because a library that is refused a file may return wrong text without an error.
// Knows nothing of the lock itself.
#pragma once

#include <string>

namespace minutebook::indexer {

/// Reads a document of every kind that needs files of the system. Its text does not matter here.
void warm_up();

/// What came out wrong, one sentence; empty: all texts are right.
std::string canary_trouble();

}  // namespace minutebook::indexer
