#include "schema/name_masks.h"

#include <algorithm>

namespace minutebook::schema {

NameMasks::NameMasks(std::span<const std::string> names, Lexicon& lexicon) : lexicon_(lexicon) {
  std::vector<Token> tokens;
  for (const std::string& name : names) {
    tokens.clear();
    tokenise(name, lexicon, tokens);
    const auto number = static_cast<std::uint32_t>(names_.size());
    std::vector<std::string>& words = names_.emplace_back();
    for (const Token& token : tokens) {
      const std::string& word = lexicon.word(token.word).singular;
      places_[word].emplace_back(number, static_cast<std::uint32_t>(words.size()));
      words.push_back(word);
    }
  }
}

bool NameMasks::cover(std::span<const Token> tokens, std::uint32_t first, std::uint32_t count) const {
  if (places_.empty()) return false;
  for (std::uint32_t token = first; token < first + count; ++token) {
    const auto found = places_.find(lexicon_.word(tokens[token].word).singular);
    if (found == places_.end()) continue;
    const bool covered = std::any_of(found->second.begin(), found->second.end(),
                                     [&](Place place) { return name_around(tokens, token, place); });
    if (covered) return true;
  }
  return false;
}

bool NameMasks::name_around(std::span<const Token> tokens, std::uint32_t token, Place place) const {
  const std::vector<std::string>& words = names_[place.first];
  if (token < place.second || token - place.second + words.size() > tokens.size()) return false;
  const std::span<const Token> span = tokens.subspan(token - place.second, words.size());
  return std::equal(words.begin(), words.end(), span.begin(), [this](const std::string& wanted, const Token& found) {
    return lexicon_.word(found.word).singular == wanted;
  });
}

}  // namespace minutebook::schema
