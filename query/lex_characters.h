// Characters that mean something to the query language: white space, double quotes, what is refused.
// Knows nothing of lexemes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace minutebook::query {

/// Bytes of the white-space character at `at` (ASCII, no-break and typographic spaces); 0: it is none, or the end.
std::size_t space_at(std::string_view text, std::size_t at);
/// Bytes of the double quote at `at`, straight or curly; 0: none.
std::size_t quote_at(std::string_view text, std::size_t at);
/// Letters, digits and everything outside ASCII that is neither white space nor a quote.
bool word_character_at(std::string_view text, std::size_t at);
/// White space made single ASCII spaces, none at the ends.
std::string single_spaced(std::string_view text);
/// Throws schema::Error (usage) if the query is too long, not UTF-8, or has control characters other than tab and line
/// breaks.
void check_characters(std::string_view query);

}  // namespace minutebook::query
