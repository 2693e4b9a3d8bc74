// The syntax tree of a query: what was written, before anything is looked up.
// Knows nothing of topics, councils or indexes; field names are those of schema/fields.h and of the date words in
// query/natural_dates.h.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace minutebook::query {

enum class AstKind {
  word,    ///< text: as typed, punctuation included
  exact,   ///< =word; text without the "="
  prefix,  ///< word*; text without the "*"
  phrase,  ///< "…"; text without the quotes, white space single
  field,   ///< name:value; text: the field's own name (never the alias); one child
  and_,    ///< no children: the empty query
  or_,
  not_,  ///< one child
  near,
  para,
  item,
  paper
};

struct Ast {
  AstKind kind = AstKind::and_;
  std::string text;
  bool starred = false;  ///< phrase: its last word is a beginning ("school trans*")
  int distance = 0;      ///< near
  std::vector<Ast> children;
  std::uint32_t begin = 0;  ///< bytes of the query
  std::uint32_t end = 0;
  bool enclosed = false;  ///< stood in parentheses
};

/// The same query, wherever its parts stood.
inline bool same_query(const Ast& a, const Ast& b) {
  if (a.kind != b.kind || a.text != b.text || a.starred != b.starred || a.distance != b.distance ||
      a.children.size() != b.children.size()) {
    return false;
  }
  for (std::size_t i = 0; i < a.children.size(); ++i) {
    if (!same_query(a.children[i], b.children[i])) return false;
  }
  return true;
}

}  // namespace minutebook::query
