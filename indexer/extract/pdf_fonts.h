// Text in fonts that do not tell which characters they show: extractors then get wrong ones ("SUHVHQWGWKH&OHUN").
// Recognised by statistics of letters, not by lists of words. Knows nothing of fonts or of what the text means.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace minutebook::indexer {

enum class WordDoubt : std::uint8_t {
  none,
  strange,  ///< capitals that are rare in English and Welsh: an acronym, or wrong if its neighbours are
  wrong     ///< no language writes it: signs or figures inside runs of capitals, characters without a meaning
};

WordDoubt doubt_of(std::string_view word);

struct SiftedLine {
  std::string text;         ///< without its wrong words; empty: most of it is wrong
  std::size_t wrong = 0;    ///< bytes in wrong words
  std::size_t letters = 0;  ///< bytes in all words
};

/// Wrong words in a line that is right for the most part become "…". Strange words count as wrong beside wrong ones,
/// and where a whole line of capitals is strange. Cells of a row are sifted as one line.
SiftedLine sift(std::string_view line);

}  // namespace minutebook::indexer
