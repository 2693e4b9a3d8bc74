#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include <cstring>

#include "schema/analysis.h"
#include "schema/characters.h"
#include "schema/error.h"

namespace minutebook::schema {

namespace {

void check(UErrorCode status, const char* what) {
  if (U_FAILURE(status)) {
    throw Error(ErrorCode::unreadable, std::string("Unicode ") + what + " failed: " + u_errorName(status),
                "the ICU data of this machine seems to be incomplete");
  }
}

UChar32 as_icu(char32_t c) {
  return static_cast<UChar32>(c);
}

std::string lower_ascii(std::string_view text) {
  std::string out(text);
  for (char& byte : out) byte = ascii_lower(byte);
  return out;
}

std::string made_valid(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    append_utf8(decoded.character, out);
    at = decoded.next;
  }
  return out;
}

icu::UnicodeString without_accents(const icu::UnicodeString& decomposed) {
  icu::UnicodeString out;
  for (int32_t i = 0; i < decomposed.length(); i = decomposed.moveIndex32(i, 1)) {
    const UChar32 c = decomposed.char32At(i);
    if (u_charType(c) != U_NON_SPACING_MARK) out.append(c);
  }
  return out;
}

}  // namespace

bool is_word_character(char32_t c) {
  if (c < 0x80) return is_ascii_word(static_cast<char>(c));
  if (is_apostrophe(c)) return false;  // U+02BC counts as a letter in Unicode
  return u_isalnum(as_icu(c)) != 0 || (U_GET_GC_MASK(as_icu(c)) & U_GC_M_MASK) != 0;
}

bool is_white_space(char32_t c) {
  return u_isUWhiteSpace(as_icu(c)) != 0;
}
bool is_upper(char32_t c) {
  return u_isupper(as_icu(c)) != 0;
}

Decoded decode_utf8(std::string_view text, std::size_t at) {
  constexpr char32_t invalid = U'\uFFFD';
  const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  if (lead < 0x80) return {lead, at + 1, true};
  if (lead < 0xC2 || lead > 0xF4) return {invalid, at + 1, false};
  const std::size_t more = lead < 0xE0 ? 1 : lead < 0xF0 ? 2 : 3;
  // The second byte is narrower after some leads: no overlong forms, no surrogates, nothing beyond U+10FFFF.
  unsigned char lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned char highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  char32_t character = lead & (0x3FU >> more);
  for (std::size_t i = at + 1; i <= at + more; ++i) {
    if (i >= text.size() || byte(i) < lowest || byte(i) > highest) return {invalid, i, false};
    character = (character << 6U) | (byte(i) & 0x3FU);
    lowest = 0x80;
    highest = 0xBF;
  }
  return {character, at + more + 1, true};
}

void append_utf8(char32_t c, std::string& out) {
  char bytes[U8_MAX_LENGTH];
  int32_t length = 0;
  U8_APPEND_UNSAFE(bytes, length, as_icu(c));
  out.append(bytes, static_cast<std::size_t>(length));
}

bool is_ascii(std::string_view text) {
  std::size_t i = 0;
  for (; i + sizeof(std::uint64_t) <= text.size(); i += sizeof(std::uint64_t)) {
    std::uint64_t block = 0;
    std::memcpy(&block, text.data() + i, sizeof block);
    if ((block & 0x8080808080808080U) != 0) return false;
  }
  for (; i < text.size(); ++i) {
    if (class_of(text[i]) == ByteClass::beyond_ascii) return false;
  }
  return true;
}

std::string fold_characters(std::string_view text) {
  if (is_ascii(text)) return lower_ascii(text);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* fold = icu::Normalizer2::getNFKCCasefoldInstance(status);
  const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(status);
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
  check(status, "data");
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  const icu::UnicodeString folded = fold->normalize(icu::UnicodeString::fromUTF8(piece), status);
  const icu::UnicodeString bare = without_accents(decompose->normalize(folded, status));
  std::string out;
  compose->normalize(bare, status).toUTF8String(out);
  check(status, "folding");
  return out;
}

std::string to_nfc(std::string_view text) {
  if (is_ascii(text)) return std::string(text);
  if (!valid_utf8(text)) return to_nfc(made_valid(text));  // ICU would let invalid bytes pass
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(status);
  check(status, "data");
  const icu::StringPiece piece(text.data(), static_cast<int32_t>(text.size()));
  std::string out;
  out.reserve(text.size());
  icu::StringByteSink<std::string> sink(&out);
  compose->normalizeUTF8(0, piece, sink, nullptr, status);
  check(status, "normalisation");
  return out;
}

std::string fold_text(std::string_view text) {
  const std::string folded = fold_characters(text);
  std::string out;
  out.reserve(folded.size());
  bool space_due = false;
  const auto append = [&](std::string_view bytes) {
    if (space_due && !out.empty()) out += ' ';
    space_due = false;
    out += bytes;
  };
  for (std::size_t at = 0; at < folded.size();) {
    const Decoded decoded = decode_utf8(folded, at);
    const char32_t c = decoded.character;
    if (is_white_space(c)) {
      space_due = true;
    } else if (c == U'&') {
      space_due = true;  // "A&B" and "A & B" are one
      append("and");
      space_due = true;
    } else if (is_dash(c)) {
      append("-");
    } else if (!is_apostrophe(c)) {
      append(std::string_view(folded).substr(at, decoded.next - at));
    }
    at = decoded.next;
  }
  return out;
}

std::string slug(std::string_view text) {
  const std::string folded = fold_text(text);
  std::string out;
  bool dash_due = false;
  for (std::size_t at = 0; at < folded.size();) {
    const Decoded decoded = decode_utf8(folded, at);
    if (is_word_character(decoded.character)) {
      if (dash_due && !out.empty()) out += '-';
      dash_due = false;
      out.append(folded, at, decoded.next - at);
    } else {
      dash_due = true;
    }
    at = decoded.next;
  }
  return out;
}

bool valid_utf8(std::string_view text) {
  if (is_ascii(text)) return true;
  for (std::size_t at = 0; at < text.size();) {
    const Decoded decoded = decode_utf8(text, at);
    if (!decoded.valid) return false;
    at = decoded.next;
  }
  return true;
}

std::string_view cut_utf8(std::string_view text, std::size_t bytes) {
  if (text.size() <= bytes) return text;
  // A continuation byte (10xxxxxx) after the cut belongs to a character that would be cut; bytes that form no character
  // are cut anywhere.
  std::size_t end = bytes;
  while (end > 0 && bytes - end < 4 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  if ((static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) end = bytes;
  return text.substr(0, end);
}

}  // namespace minutebook::schema
