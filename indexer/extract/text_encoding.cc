#include "indexer/extract/text_encoding.h"

#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <memory>
#include <stdexcept>

namespace minutebook::indexer {
namespace {

using Converter = std::unique_ptr<UConverter, decltype(&ucnv_close)>;

Converter open_converter(const char* name) {
  UErrorCode status = U_ZERO_ERROR;
  Converter converter(ucnv_open(name, &status), &ucnv_close);
  if (U_FAILURE(status)) throw std::runtime_error("no converter for " + std::string(name));
  return converter;
}

struct Utf8Census {
  std::size_t beyond_ascii = 0;  ///< valid characters of several bytes
  std::size_t invalid = 0;       ///< broken sequences
};

/// The character at `at`, which moves on behind it; negative: an ill-formed sequence, stepped over as one.
UChar32 next_character(std::string_view text, std::size_t& at) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 character = 0;
  U8_NEXT(data, at, text.size(), character);
  return character;
}

Utf8Census count_characters(std::string_view bytes) {
  Utf8Census census;
  for (std::size_t at = 0; at < bytes.size();) {
    if (static_cast<unsigned char>(bytes[at]) < 0x80) {
      ++at;
      continue;
    }
    (next_character(bytes, at) < 0 ? census.invalid : census.beyond_ascii) += 1;
  }
  return census;
}

std::string replace_invalid(std::string_view bytes) {
  std::string text;
  text.reserve(bytes.size());
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t begin = at;
    if (next_character(bytes, at) < 0) {
      text += "\xEF\xBF\xBD";
    } else {
      text.append(bytes, begin, at - begin);
    }
  }
  return text;
}

/// Converted papers hold a few stray control characters; images and programs are full of them.
std::string refusal_for_controls(std::string_view text) {
  std::size_t controls = 0;
  std::size_t characters = 0;
  for (std::size_t at = 0; at < text.size(); ++characters) {
    const UChar32 c = next_character(text, at);
    if (c == 0) return "it holds NUL characters";
    const bool layout = (c >= '\t' && c <= '\r') || c == 0x85;
    if (c == 0xFFFD || c == 0xFFFE || (u_isISOControl(c) && !layout)) ++controls;
  }
  // A single stray character in a very short file proves nothing.
  if (controls < 2 || controls * 50 <= characters) return {};
  return std::to_string(controls) + " of its " + std::to_string(characters) + " characters are control characters";
}

/// Text of Latin letters in UTF-16 has a zero byte in nearly every pair, always on the same side; nullptr: it is not
/// that.
const char* unmarked_utf16(std::string_view bytes) {
  const std::size_t looked_at = std::min<std::size_t>(bytes.size(), 4096) & ~std::size_t{1};
  std::size_t first = 0;
  std::size_t second = 0;
  for (std::size_t at = 0; at < looked_at; at += 2) {
    first += bytes[at] == '\0' ? 1 : 0;
    second += bytes[at + 1] == '\0' ? 1 : 0;
  }
  const std::size_t pairs = looked_at / 2;
  if (bytes.size() % 2 != 0 || pairs < 2) return nullptr;
  if (first * 20 <= second && second * 10 >= pairs * 7) return "UTF-16LE";
  return second * 20 <= first && first * 10 >= pairs * 7 ? "UTF-16BE" : nullptr;
}

DecodedText decode_unmarked(std::string_view bytes, const char* otherwise) {
  if (const char* const utf16 = unmarked_utf16(bytes)) {
    return {convert_text(bytes, utf16), "read as " + std::string(utf16) + ", although it has no byte order mark", {}};
  }
  const std::size_t nul = bytes.find('\0');
  if (nul != std::string_view::npos) return {{}, {}, "it holds NUL bytes, the first at offset " + std::to_string(nul)};
  const Utf8Census census = count_characters(bytes);
  if (census.invalid == 0) return {std::string(bytes), {}, {}};
  if (census.beyond_ascii > census.invalid) {
    return {replace_invalid(bytes), std::to_string(census.invalid) + " broken UTF-8 characters were replaced", {}};
  }
  const bool usual = std::string_view(otherwise) == "windows-1252";
  return {convert_text(bytes, otherwise), usual ? "read as Windows-1252, because it is not UTF-8" : "", {}};
}

}  // namespace

DecodedText decode_text(std::string_view bytes, const char* otherwise) {
  DecodedText decoded;
  if (bytes.starts_with("\xEF\xBB\xBF")) {
    decoded = decode_unmarked(bytes.substr(3), otherwise);
  } else if (bytes.starts_with("\xFF\xFE")) {
    decoded.text = convert_text(bytes.substr(2), "UTF-16LE");
  } else if (bytes.starts_with("\xFE\xFF")) {
    decoded.text = convert_text(bytes.substr(2), "UTF-16BE");
  } else {
    decoded = decode_unmarked(bytes, otherwise);
  }
  if (decoded.refusal.empty()) decoded.refusal = refusal_for_controls(decoded.text);
  if (!decoded.refusal.empty()) decoded.text.clear();
  return decoded;
}

// Through ICU in pieces, so that no second copy of the text is held. What is invalid becomes U+FFFD.
std::string convert_text(std::string_view bytes, const char* encoding) {
  const Converter from = open_converter(encoding);
  const Converter to = open_converter("UTF-8");
  std::array<UChar, 8192> pivot;
  std::array<char, 32768> piece;
  UChar* pivot_begin = pivot.data();
  UChar* pivot_end = pivot.data();
  const char* source = bytes.data();
  std::string text;
  text.reserve(bytes.size());
  UErrorCode status = U_BUFFER_OVERFLOW_ERROR;
  for (bool first = true; status == U_BUFFER_OVERFLOW_ERROR; first = false) {
    status = U_ZERO_ERROR;
    char* target = piece.data();
    ucnv_convertEx(to.get(), from.get(), &target, piece.data() + piece.size(), &source, bytes.data() + bytes.size(),
                   pivot.data(), &pivot_begin, &pivot_end, pivot.data() + pivot.size(), first, true, &status);
    text.append(piece.data(), static_cast<std::size_t>(target - piece.data()));
  }
  if (U_FAILURE(status)) throw std::runtime_error("converting from " + std::string(encoding) + " failed");
  return text;
}

bool is_blank(std::string_view utf8) {
  for (std::size_t at = 0; at < utf8.size();) {
    const UChar32 c = next_character(utf8, at);
    if (c < 0 || !(u_isUWhiteSpace(c) || u_isISOControl(c) || u_charType(c) == U_FORMAT_CHAR)) return false;
  }
  return true;
}

}  // namespace minutebook::indexer
