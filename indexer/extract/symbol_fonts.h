// Characters of the fonts of pictures (Symbol, Wingdings) that word processors insert, as Unicode.
// Knows nothing of file formats.
#pragma once

#include <string>
#include <string_view>

namespace minutebook::indexer {

/// `code`: four hexadecimal digits, in Word's private area ("F0FC") or not ("00FC"). Empty: a picture that says nothing
/// in text. Of other fonts the character itself.
std::string symbol_text(std::string_view font, std::string_view code);

}  // namespace minutebook::indexer
