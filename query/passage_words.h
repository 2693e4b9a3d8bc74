// A passage as its words: folded, singular and stemmed, with the sentences they stand in, for rules that look for
// turns of phrase. Knows nothing of what the turns mean, nor of the index.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis.h"

namespace minutebook::query {

struct PassageWord {
  std::string_view folded;    ///< "reviews"
  std::string_view singular;  ///< "review"
  std::string_view stem;
  std::uint32_t begin = 0;  ///< bytes of the text
  std::uint32_t end = 0;
  std::uint32_t sentence = 0;
  bool capital = false;  ///< begins with a capital letter or a digit
  char sign = 0;  ///< what stands before it: ',' ':' '(' '"' '/', '-' for a dash with spaces; 0: nothing that parts
};

/// Words from `first` up to `end` (not included).
struct WordRange {
  std::size_t first = 0;
  std::size_t end = 0;
  bool empty() const { return first >= end; }
  bool operator==(const WordRange&) const = default;
};

struct PassageWords {
  std::string text;
  std::vector<PassageWord> words;  ///< views into the lexicon of the reader

  /// The words of the sentence in which word `at` stands.
  WordRange sentence_of(std::size_t at) const;
  WordRange all() const { return {0, words.size()}; }
  /// The text from the first to the last word of a range, as written.
  std::string written(const WordRange& range) const;
};

/// Reads passages; keeps the words it met, which the passages read point to.
class PassageReader {
 public:
  PassageWords read(std::string_view text);

 private:
  schema::Lexicon lexicon_;
};

/// A turn of phrase: words (singular forms) with spaces between; "a|b" stands for either.
/// First place at or after `from` where it stands within `range` of the words, in one sentence; empty range: nowhere.
WordRange find_phrase(const PassageWords& passage, std::string_view phrase, const WordRange& range);
/// Words that the phrase takes from word `at` on, before word `end`; 0: it does not stand there.
std::size_t phrase_at(const PassageWords& passage, std::string_view phrase, std::size_t at, std::size_t end);
bool has_phrase(const PassageWords& passage, std::string_view phrase, const WordRange& range);
/// Does one of the phrases stand there?
template <typename List>
bool has_any(const PassageWords& passage, const List& phrases, const WordRange& range) {
  for (const std::string_view phrase : phrases) {
    if (has_phrase(passage, phrase, range)) return true;
  }
  return false;
}

}  // namespace minutebook::query
