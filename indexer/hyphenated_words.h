// Words that a text writes with hyphens: "call-in", "home-to-school". They tell which words belong together where
// somebody types them apart or as one. Knows nothing of indexes or queries.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis.h"

namespace minutebook::indexer {

struct HyphenatedWord {
  std::string joined;  ///< folded, without the hyphens: "callin"
  std::string parts;   ///< folded, with spaces: "call in"
  bool operator==(const HyphenatedWord&) const = default;
};

/// Every word of two to four parts, all of letters, that are joined by hyphens alone and by nothing else on either
/// side; in order, repeated ones too.
std::vector<HyphenatedWord> hyphenated_words(std::string_view text, std::span<const schema::Token> tokens,
                                             const schema::Lexicon& lexicon);

}  // namespace minutebook::indexer
