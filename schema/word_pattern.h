// Expressions of composite concepts ("within (20|twenty) week*"): patterns over the words of a passage.
// For schema/ only; the grammar is in schema/concept_matcher.h. Knows nothing of concepts.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis.h"

namespace minutebook::schema {

class WordPattern {
 public:
  /// The pattern must be without fault.
  explicit WordPattern(std::string_view pattern);
  /// What is wrong with a pattern, as the end of a sentence; nullopt: nothing.
  static std::optional<std::string> fault_of(std::string_view pattern);

  /// Begins with "-": what it matches is no expression.
  bool excludes() const { return excludes_; }
  /// Number of tokens from `first` on that match, the fewest; 0: none do.
  std::uint32_t match(std::string_view text, std::span<const Token> tokens, std::uint32_t first,
                      const Lexicon& lexicon) const;

 private:
  struct Alternative {
    std::string word;     ///< folded
    bool prefix = false;  ///< written with "*"
    bool number = false;  ///< written "#"
  };
  struct Step {
    std::uint32_t skip = 0;  ///< words that may stand before it
    std::vector<Alternative> alternatives;
  };
  struct Input {
    std::string_view text;
    std::span<const Token> tokens;
    const Lexicon& lexicon;
  };
  std::optional<std::string> parse(std::string_view pattern);
  WordPattern() = default;
  static bool fits(const Step& step, const Word& word);
  std::uint32_t match_rest(const Input& input, std::uint32_t at, std::size_t step) const;

  std::vector<Step> steps_;
  bool excludes_ = false;
};

}  // namespace minutebook::schema
