// Welsh words change their first letter by the word before them: "ysgol", "ei hysgol"; "plant", "i blant", "a phlant".
// Which forms a word has, and which words a form may be of. Knows nothing of labels or texts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace minutebook::schema {

/// Soft, nasal and aspirate mutation and the h before vowels, of a folded word as dictionaries have it, without the
/// word itself: "cludiant" -> "gludiant", "nghludiant", "chludiant". Words that begin with anything else have none.
std::vector<std::string> mutated_forms(std::string_view folded);

/// The words a folded one may be a mutated form of, without itself: "gludiant" -> "cludiant"; "fawr" -> "bawr", "mawr".
std::vector<std::string> radicals_of(std::string_view folded);

}  // namespace minutebook::schema
