// The encoding of a text file: which one it is, and its text as valid UTF-8.
// Knows nothing of lines, pages or formats.
#pragma once

#include <string>
#include <string_view>

namespace minutebook::indexer {

struct DecodedText {
  std::string text;     ///< valid UTF-8 without byte order mark; empty when refused
  std::string warning;  ///< how bytes were taken that could be taken in several ways; usually empty
  std::string refusal;  ///< not empty: the bytes are not text, and why ("it holds NUL bytes …")
};

/// UTF-8 (mark or not), UTF-16 (with its mark, or known by the zero bytes of its Latin letters); otherwise
/// Windows-1252, the usual encoding of older British office files. Text that is UTF-8 but for a few broken characters
/// stays UTF-8: each becomes U+FFFD, with a warning. NUL bytes or many control characters: refused. `otherwise`: the
/// single-byte encoding (as ICU names it) that stands for Windows-1252, because the document declares it.
DecodedText decode_text(std::string_view bytes, const char* otherwise = "windows-1252");

/// Bytes in an encoding that ICU knows ("windows-1250") as UTF-8; what is invalid becomes U+FFFD.
std::string convert_text(std::string_view bytes, const char* encoding);

/// True if `utf8` has no character but white space and invisible ones.
bool is_blank(std::string_view utf8);

}  // namespace minutebook::indexer
