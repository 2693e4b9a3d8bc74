// The grammar of the query language: a query string -> its syntax tree.
// Knows the names of fields and nothing else about them; meaning is given by query/resolve.h. Reference:
// docs/query-language.md.
#pragma once

#include <string>
#include <string_view>

#include "query/ast.h"

namespace minutebook::query {

struct ParsedQuery {
  std::string text;  ///< the query as typed
  Ast root;          ///< an `and_` without children for an empty query
};

/// From loose to tight: OR; AND or juxtaposition; NOT; NEAR, PARA, ITEM, PAPER; words, quotes, fields, parentheses.
/// Throws schema::Error (usage) that names the problem and the character where it stands.
ParsedQuery parse(std::string_view query);

}  // namespace minutebook::query
