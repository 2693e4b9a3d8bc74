#include "indexer/extract/markup_encoding.h"

#include <algorithm>
#include <array>
#include <cctype>

#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

constexpr std::size_t looked_at = 4096;

/// Single-byte encodings that British and Irish pages were written in; others are read as Windows-1252 with a warning.
constexpr std::array<std::string_view, 8> single_byte = {"iso-8859-14", "iso-8859-15", "iso-8859-2",   "windows-1250",
                                                         "macintosh",   "x-mac-roman", "windows-1254", "ibm850"};

std::string name_at(std::string_view text, std::size_t at) {
  while (at < text.size() && (text[at] == ' ' || text[at] == '=' || text[at] == '"' || text[at] == '\'')) ++at;
  std::size_t end = at;
  while (end < text.size() &&
         (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || text[end] == '-' || text[end] == '_'))
    ++end;
  return lower(text.substr(at, end - at));
}

/// A few NUL bytes are noise; more are UTF-16 without its mark, or no text.
std::string without_nul(std::string_view bytes) {
  const auto nuls = static_cast<std::size_t>(std::count(bytes.begin(), bytes.end(), '\0'));
  std::string clean(bytes);
  if (nuls * 100 <= bytes.size()) std::erase(clean, '\0');
  return clean;
}

}  // namespace

std::string declared_encoding(std::string_view bytes) {
  const std::string_view head = bytes.substr(0, looked_at);
  const std::size_t xml = head.starts_with("<?xml") ? head.find("encoding") : std::string_view::npos;
  if (xml < head.find("?>")) return name_at(head, xml + 8);
  for (std::size_t at = find_ci(head, "charset"); at != std::string_view::npos; at = find_ci(head, "charset", at + 7)) {
    const std::size_t tag = head.rfind('<', at);
    if (tag == std::string_view::npos || !begins(head.substr(tag + 1), "meta")) continue;
    return name_at(head, at + 7);
  }
  return {};
}

DecodedText decode_markup(std::string_view bytes) {
  const bool wide = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
  if (wide) return decode_text(bytes);
  const std::string clean = without_nul(bytes);
  const std::string declared = declared_encoding(clean);
  const bool known = std::find(single_byte.begin(), single_byte.end(), declared) != single_byte.end();
  DecodedText decoded = known ? decode_text(clean, declared.c_str()) : decode_text(clean);
  const bool nuls = clean.size() < bytes.size();
  if (nuls && decoded.refusal.empty())
    decoded.warning = std::to_string(bytes.size() - clean.size()) + " NUL bytes were passed over" +
                      (decoded.warning.empty() ? "" : "; " + decoded.warning);
  const bool latin = declared.starts_with("iso-8859-1") || declared == "windows-1252" || declared == "latin1";
  if (latin && decoded.warning.starts_with("read as Windows-1252")) decoded.warning.clear();  // as it says itself
  return decoded;
}

}  // namespace minutebook::indexer
