// A small random generator whose numbers depend on nothing but the seed (the standard distributions may differ between
// libraries), and tables for Zipf-distributed choices. Knows nothing of papers.
#pragma once

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace minutebook::bench {

// The finaliser of SplitMix64 (Steele, Lea, Flood 2014): spreads every bit of x over the result.
constexpr std::uint64_t mix(std::uint64_t x) {
  x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
  x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
  return x ^ (x >> 31U);
}

class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(mix(seed)) {}

  std::uint64_t next() { return mix(state_ += 0x9e3779b97f4a7c15ULL); }
  // A number in [0, n); n > 0 and below 2^32.
  std::size_t below(std::size_t n) { return static_cast<std::size_t>(((next() >> 32U) * n) >> 32U); }
  // A number in [low, high], both inclusive.
  int between(int low, int high) { return low + static_cast<int>(below(static_cast<std::size_t>(high - low + 1))); }
  // A number in (0, 1].
  double unit() { return (static_cast<double>(next() >> 11U) + 1.0) * 0x1.0p-53; }
  bool chance(double probability) { return unit() <= probability; }

 private:
  std::uint64_t state_;
};

// Choices among n ranks where rank r (from 0) has a weight of 1 / (r + shift) ^ exponent, from one random number.
class ZipfTable {
 public:
  ZipfTable(std::size_t n, double exponent, double shift) : ranks_(kSlots) {
    std::vector<double> sums(n);
    double sum = 0;
    for (std::size_t r = 0; r < n; ++r) {
      sums[r] = sum += 1.0 / std::pow(static_cast<double>(r) + shift, exponent);
    }
    for (std::size_t slot = 0, r = 0; slot < kSlots; ++slot) {
      const double goal = sum * (static_cast<double>(slot) + 0.5) / static_cast<double>(kSlots);
      while (r + 1 < n && sums[r] < goal) ++r;
      ranks_[slot] = static_cast<std::uint32_t>(r);
    }
  }

  std::size_t choose(Random& random) const { return ranks_[random.below(kSlots)]; }

 private:
  static constexpr std::size_t kSlots = 1U << 14U;
  std::vector<std::uint32_t> ranks_;
};

}  // namespace minutebook::bench
