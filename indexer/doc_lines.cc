#include "indexer/doc_lines.h"

#include <array>
#include <cctype>

#include "indexer/text_shapes.h"

namespace minutebook::indexer {
namespace {

/// The codes that council papers hold; [ECMA-376] part 1, 17.16.5 lists them all.
constexpr std::array<std::string_view, 9> codes = {
    "HYPERLINK", "PAGEREF", "NOTEREF", "INCLUDEPICTURE", "MERGEFIELD", "STYLEREF", "FORMTEXT", "TOC", "REF"};

std::size_t past_blanks(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ') ++at;
  return at;
}

/// Past one argument or switch at `at`: `"…"`, `\h`, `\* MERGEFORMAT`, `_Toc12`; `at` itself if none stands there.
std::size_t past_argument(std::string_view text, std::size_t at) {
  if (at >= text.size()) return at;
  if (text[at] == '"') {
    const std::size_t close = text.find('"', at + 1);
    const std::size_t line = text.find('\n', at);
    return close < line ? close + 1 : at;
  }
  const auto word = [&](std::size_t from) {
    while (from < text.size() && (std::isalnum(static_cast<unsigned char>(text[from])) != 0 || text[from] == '_'))
      ++from;
    return from;
  };
  if (text[at] == '_') return word(at);
  if (text[at] != '\\' || at + 1 >= text.size()) return at;
  if (text[at + 1] == '*') return word(past_blanks(text, at + 2));
  return std::isalpha(static_cast<unsigned char>(text[at + 1])) != 0 ? at + 2 : at;
}

/// Where the field code at `at` ends; `at` if none stands there.
std::size_t field_end(std::string_view text, std::size_t at) {
  for (const std::string_view code : codes) {
    if (text.substr(at, code.size()) != code) continue;
    std::size_t end = at + code.size();
    if (end >= text.size() || text[end] != ' ') continue;
    bool argued = false;
    for (std::size_t next = past_argument(text, past_blanks(text, end)); next > past_blanks(text, end);
         next = past_argument(text, past_blanks(text, end))) {
      end = next;
      argued = true;
    }
    if (argued) return end;
  }
  return at;
}

}  // namespace

std::string without_field_codes(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const bool word = at == 0 || std::isalnum(static_cast<unsigned char>(text[at - 1])) == 0;
    const std::size_t end = word && text[at] >= 'A' && text[at] <= 'Z' ? field_end(text, at) : at;
    if (end > at) {
      at = past_blanks(text, end);
    } else {
      out += text[at++];
    }
  }
  return out;
}

std::string paragraph_of_doc(std::string_view line) {
  std::string text = without_field_codes(line);
  const std::size_t tab = text.find('\t');
  if (tab == std::string::npos || text.find('\t', tab + 1) != std::string::npos) return text;
  const std::string first(trim(std::string_view(text).substr(0, tab)));
  const std::string rest(trim(std::string_view(text).substr(tab + 1)));
  if (first == "\xE2\x80\xA2" || first == "\xC2\xB7" || first == "-" || first == "o") return "- " + rest;
  const auto number = leading_enumerator(first + " x");
  const bool words = rest.find_first_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") != std::string::npos;
  const bool numbered = number && number->end == first.size() + 1;
  return numbered && words ? first + " " + rest : text;
}

}  // namespace minutebook::indexer
