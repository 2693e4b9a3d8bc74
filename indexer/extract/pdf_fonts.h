// Text in fonts that do not tell which characters they show: extractors then get wrong ones ("SUHVHQWGWKH&OHUN").
// Recognised by statistics of letters, not by lists of words. Knows nothing of fonts or of what the text means.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace minutebook::indexer {

/// A word no British language writes: signs or figures inside runs of capitals, letters that do not occur so often in
/// English or Welsh, characters without a meaning.
bool is_wrong_word(std::string_view word);

struct SiftedLine {
  std::string text;         ///< without its wrong words; empty: most of it is wrong
  std::size_t wrong = 0;    ///< bytes in wrong words
  std::size_t letters = 0;  ///< bytes in all words
};

/// Wrong words in a line that is right for the most part become "…". Cells of a row are sifted as one line.
SiftedLine sift(std::string_view line);

}  // namespace minutebook::indexer
