// The first step of reading a query: characters -> lexemes (words, quotes, operators, field names).
// Knows nothing of how they may be combined (query/parse.h) nor of what fields mean.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace minutebook::query {

enum class LexemeKind {
  word,    ///< anything without a special meaning, punctuation included
  exact,   ///< =word
  prefix,  ///< word*
  phrase,  ///< "…", also in curly quotes
  field,   ///< name: with its value right behind it; the next lexeme is the value or `open`
  open,
  close,
  or_,
  and_,
  not_,  ///< NOT, or - right before what it rules out
  near,
  para,
  item,
  paper,
  end
};

struct Lexeme {
  LexemeKind kind = LexemeKind::end;
  std::string text;      ///< word, exact, prefix, phrase: without their signs; field: its own name; operators: as typed
  bool starred = false;  ///< phrase that ends in *
  int distance = 0;      ///< near
  std::uint32_t begin = 0;  ///< bytes of the query
  std::uint32_t end = 0;
};

/// All lexemes of a query in order, `end` last. Throws schema::Error (usage) for text that is not UTF-8, control
/// characters, unclosed quotes, unknown fields, empty values, bad wildcards and distances, and what exceeds
/// query/limits.h.
std::vector<Lexeme> lex(std::string_view query);

}  // namespace minutebook::query
