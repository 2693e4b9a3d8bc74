#include "indexer/hyphenated_words.h"

#include <algorithm>

namespace minutebook::indexer {

namespace {

constexpr std::size_t most_parts = 4;

/// Hyphen-minus, hyphen, non-breaking hyphen; dashes part words.
bool is_hyphen(std::string_view between) {
  return between == "-" || between == "\u2010" || between == "\u2011";
}

bool is_plain(const std::string& folded) {
  return std::none_of(folded.begin(), folded.end(), [](char c) { return (c >= '0' && c <= '9') || c == '/'; });
}

}  // namespace

std::vector<HyphenatedWord> hyphenated_words(std::string_view text, std::span<const schema::Token> tokens,
                                             const schema::Lexicon& lexicon) {
  std::vector<HyphenatedWord> found;
  for (std::size_t begin = 0; begin < tokens.size();) {
    std::size_t end = begin + 1;
    while (end < tokens.size() &&
           is_hyphen(text.substr(tokens[end - 1].end, tokens[end].begin - tokens[end - 1].end))) {
      ++end;
    }
    HyphenatedWord word;
    bool plain = end - begin >= 2 && end - begin <= most_parts;
    for (std::size_t i = begin; plain && i < end; ++i) {
      const std::string& folded = lexicon.word(tokens[i].word).folded;
      plain = is_plain(folded);
      word.joined += folded;
      word.parts += (word.parts.empty() ? "" : " ") + folded;
    }
    if (plain) found.push_back(std::move(word));
    begin = end;
  }
  return found;
}

}  // namespace minutebook::indexer
