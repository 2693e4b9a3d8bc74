// Xapian used the way its tutorial shows: the first baseline. Must not be made clever; what it costs is the measure.
#pragma once

#include <filesystem>
#include <memory>

#include "tests/bench/engine.h"

namespace minutebook::bench {

std::unique_ptr<Engine> make_textbook_xapian(const std::filesystem::path& folder);

}  // namespace minutebook::bench
