// Minutebook as an engine of the benchmark: indexes text files with the command, answers through the library.
// Must not know what is measured.
#pragma once

#include <filesystem>
#include <memory>

#include "tests/bench/engine.h"

namespace minutebook::bench {

std::unique_ptr<Engine> make_minutebook(const std::filesystem::path& folder);

}  // namespace minutebook::bench
