// The commonest stems: two of them side by side leave a term of their own, so that phrases of common words are found
// fast. A fixed list, the same for every index of a version. Knows nothing of how terms are stored.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace minutebook::schema {

inline constexpr std::array<std::string_view, 256> common_stems = {
#include "schema/common_stems.inc"
};
static_assert(std::is_sorted(common_stems.begin(), common_stems.end()), "common_stems: looked up by halving");

/// Place in the list; nullopt: not among them.
constexpr std::optional<std::uint8_t> common_stem_number(std::string_view stem) {
  const auto* const found = std::lower_bound(common_stems.begin(), common_stems.end(), stem);
  if (found == common_stems.end() || *found != stem) return std::nullopt;
  return static_cast<std::uint8_t>(found - common_stems.begin());
}

constexpr bool common_stem(std::string_view stem) {
  return common_stem_number(stem).has_value();
}

}  // namespace minutebook::schema
