#include "server/query_bounds.h"

#include <algorithm>

#include "schema/error.h"

namespace minutebook::server {
namespace {

using query::Ast;
using query::AstKind;

struct Counts {
  int words = 0;
  int phrases = 0;
  int wildcards = 0;
  int distances = 0;
  int values = 0;
  int depth = 0;
};

void count(const Ast& ast, int depth, bool in_field, Counts& counts) {
  counts.depth = std::max(counts.depth, depth);
  switch (ast.kind) {
    case AstKind::word:
    case AstKind::exact:
      ++(in_field ? counts.values : counts.words);
      break;
    case AstKind::phrase:
      ++(in_field ? counts.values : counts.phrases);
      if (ast.starred) ++counts.wildcards;
      break;
    case AstKind::prefix:
      ++counts.wildcards;
      break;
    case AstKind::near:
      ++counts.distances;
      break;
    case AstKind::field:
      in_field = true;
      break;
    case AstKind::and_:
    case AstKind::or_:
    case AstKind::not_:
    case AstKind::para:
    case AstKind::item:
    case AstKind::paper:
      break;
  }
  for (const Ast& child : ast.children) count(child, depth + 1, in_field, counts);
}

void check(int number, int most, const char* what) {
  if (number <= most) return;
  throw schema::Error(
      schema::ErrorCode::usage,
      "the query has " + std::to_string(number) + " " + what + "; this service takes " + std::to_string(most),
      "ask for less at once, or use the command, which has wider limits");
}

}  // namespace

query::ParsedQuery parse_within_bounds(const std::string& text) {
  if (text.size() > max_query_bytes) check(static_cast<int>(text.size()), static_cast<int>(max_query_bytes), "bytes");
  query::ParsedQuery parsed = query::parse(text);
  Counts counts;
  count(parsed.root, 0, false, counts);
  check(counts.words, max_query_words, "words");
  check(counts.phrases, max_phrases, "quoted phrases");
  check(counts.wildcards, max_wildcards, "words with *");
  check(counts.distances, max_distances, "NEAR");
  check(counts.values, max_filter_values, "values of fields");
  check(counts.depth, max_depth, "levels of parentheses and operators");
  return parsed;
}

}  // namespace minutebook::server
