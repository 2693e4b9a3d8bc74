// What the papers of an index say about words: acronyms that they explain, words that they write with hyphens.
// Resolving a query asks; an opened index answers (query/open_index_words.h). Knows nothing of how it is stored.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace minutebook::query {

/// What papers say an acronym stands for.
struct AcronymMeaning {
  std::string key;                     ///< singulars of the long form, small words left out
  std::vector<std::string> spellings;  ///< of the long form as written, that of most items first; never empty
  std::uint32_t papers = 0;            ///< that define it so
};

struct LongFormEntry {
  std::string key;
  std::string capitals;
};

/// Everything is said of live papers only: a word of a removed paper or of a copy is not known.
class PaperWords {
 public:
  PaperWords() = default;
  PaperWords(const PaperWords&) = delete;
  PaperWords& operator=(const PaperWords&) = delete;
  virtual ~PaperWords() = default;

  /// Meanings of an acronym (capitals without plural ending), that of most papers first.
  virtual std::vector<AcronymMeaning> meanings(const std::string& capitals) = 0;
  /// Long forms whose key begins so, by key and capitals.
  virtual std::vector<LongFormEntry> long_forms(const std::string& key_begins) = 0;
  /// The ways in which papers part a joined word ("callin") by hyphens: "call in". By most items first.
  virtual std::vector<std::string> hyphenated(const std::string& joined) = 0;
  /// Some item has a word with this stem.
  virtual bool has_stem(const std::string& stem) = 0;
  /// Of a word that stands in Welsh in more items than in English: its other forms by the first letter that Welsh
  /// papers have. "gŵn" is of "cŵn" where "cŵn", "chŵn" are met more than what "gŵn" itself would become.
  virtual std::vector<std::string> welsh_forms(const std::string& folded, const std::string& stem) = 0;
};

}  // namespace minutebook::query
