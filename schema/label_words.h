// The words of a label or a text as the vocabulary compares them: in any case by their singular, or in their own case
// (acronyms). For schema/ only. Knows nothing of concepts.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "schema/analysis.h"

namespace minutebook::schema {

/// What stands between two words. Spaces, hyphens, quotes and closing brackets join.
enum class Gap : std::uint8_t {
  joined,
  dot,      ///< a full stop without a space: "S.106"
  bracket,  ///< an opening bracket
  broken    ///< anything else: end of a sentence, colon, spaced dash, cell of a table
};

struct Between {
  Gap gap = Gap::joined;
  bool comma = false;
};

/// `between`: the bytes from the end of one token to the beginning of the next.
Between classify_gap(std::string_view between);

/// One word of a label. Keys in any case are singulars ("plan"); keys in own case begin with "@" ("@EHCP", "@DoLS").
struct LabelWord {
  std::string key;
  bool own_case = false;
  Between before;  ///< what stands before it in the label; of the first word: nothing
};

/// Words of a label. `acronym`: it is an acronym, whose words with a capital are compared in their own case; in other
/// labels those with two capitals are.
std::vector<LabelWord> label_words(std::string_view label, bool acronym, Lexicon& lexicon);

/// Key in own case of a word as written, without plural ending or possessive: "EHCP's" -> "@EHCP", "SENCos" ->
/// "@SENCo".
std::string own_case_key(const Word& word);

/// Singulars of the words of a text, joined by spaces.
std::string singular_key(std::string_view text, Lexicon& lexicon);

/// The sequence of keys as one string: labels are the same where it is.
std::string label_key(const std::vector<LabelWord>& words);

}  // namespace minutebook::schema
