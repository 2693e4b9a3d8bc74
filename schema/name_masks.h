// Names under which nothing is tagged: departments, a paper's own council, committee and portfolios.
// For schema/ only. Knows nothing of labels.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "schema/analysis.h"

namespace minutebook::schema {

class NameMasks {
 public:
  /// Words of names are compared by their singular, in any case; what stands between them does not count.
  NameMasks(std::span<const std::string> names, Lexicon& lexicon);
  /// True if one of the tokens [first, first + count) is part of a name.
  bool cover(std::span<const Token> tokens, std::uint32_t first, std::uint32_t count) const;

 private:
  /// A word of a name: which name, and its place in it.
  using Place = std::pair<std::uint32_t, std::uint32_t>;
  bool name_around(std::span<const Token> tokens, std::uint32_t token, Place place) const;

  const Lexicon& lexicon_;
  std::vector<std::vector<std::string>> names_;
  std::unordered_map<std::string, std::vector<Place>> places_;
};

}  // namespace minutebook::schema
