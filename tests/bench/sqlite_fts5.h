// SQLite FTS5 as its documentation shows it: the second baseline, the fastest of the plain ones to index.
#pragma once

#include <filesystem>
#include <memory>

#include "tests/bench/engine.h"

namespace minutebook::bench {

std::unique_ptr<Engine> make_sqlite_fts5(const std::filesystem::path& folder);

}  // namespace minutebook::bench
