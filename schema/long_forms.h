// Long forms beside acronyms in a text: "Long Form (ACR)", "ACR (Long Form)", "ACR – Long Form". For schema/ only.
// Knows nothing of the vocabulary or of what a definition is good for.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "schema/analysis.h"

namespace minutebook::schema {

/// Tokens of a long form; empty: its initials do not spell the acronym.
struct LongForm {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  bool empty() const { return begin == end; }
};

/// A text and its words.
struct TokenisedText {
  std::string_view text;
  std::span<const Token> tokens;
  const Lexicon& lexicon;

  /// What stands before a token; empty before the first.
  std::string_view gap_before(std::uint32_t token) const;
  const Word& word(std::uint32_t token) const { return lexicon.word(tokens[token].word); }
};

/// Words that acronyms leave out, or not: "Department for Education", "Children in Need".
bool is_small_word(std::string_view folded);
/// The acronym stands alone in brackets: "(ACR)".
bool in_brackets(const TokenisedText& text, std::uint32_t acronym);
/// How a long form may follow an acronym.
enum class Following { none, bracket, equation };
/// "ACR (", or "ACR –", "ACR:", "ACR =" and the cells of a glossary.
Following following_of(const TokenisedText& text, std::uint32_t acronym);
/// True if a bracket is closed behind the token.
bool closes_bracket_after(const TokenisedText& text, std::uint32_t token);

/// The shortest run of words that ends before the acronym and spells it.
LongForm long_form_before(const TokenisedText& text, std::uint32_t acronym);
/// The shortest run of words that begins behind the acronym and spells it; within a bracket it fills the bracket.
LongForm long_form_after(const TokenisedText& text, std::uint32_t acronym, Following following);

}  // namespace minutebook::schema
