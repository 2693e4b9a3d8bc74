// How much like real text the invented corpus is, and how fast it is made. Knows the generator only.
#pragma once

#include <cstdint>
#include <string>

namespace minutebook::bench {

// A readable page of figures for the first papers with at least so many items.
std::string corpus_statistics(std::uint64_t seed, std::uint64_t items);

}  // namespace minutebook::bench
