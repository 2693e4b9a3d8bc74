// Random queries: printed trees parse to the same tree, and no bytes do anything but parse or be refused.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "query/limits.h"
#include "query/parse.h"
#include "query/print_query.h"
#include "schema/error.h"

namespace minutebook::query {
namespace {

/// Trees as the parser can make them.
class RandomTrees {
 public:
  explicit RandomTrees(unsigned seed) : random_(seed) {}

  Ast any(int depth) {
    const int kind = depth == 0 ? below(4) : below(11);
    if (kind < 4) return leaf();
    if (kind == 4) return field(depth - 1);
    if (kind == 5) return wrap(AstKind::not_, {any(depth - 1)});
    static const AstKind kinds[] = {AstKind::and_, AstKind::or_,  AstKind::near,
                                    AstKind::para, AstKind::item, AstKind::paper};
    Ast node = wrap(kinds[below(6)], {});
    if (node.kind == AstKind::near) node.distance = 1 + below(100);
    for (int children = 2 + below(3); children > 0; --children) node.children.push_back(any(depth - 1));
    return node;
  }

 private:
  int below(int limit) { return static_cast<int>(random_() % static_cast<unsigned>(limit)); }
  static Ast wrap(AstKind kind, std::vector<Ast> children) {
    Ast node;
    node.kind = kind;
    node.children = std::move(children);
    return node;
  }
  Ast leaf() {
    static const char* const words[] = {"send", "EHCP's", "call-in", "2019/20", "été", "or",
                                        "-",    "=",      "--x",     "10:30",   "(s)"};
    Ast node;
    node.kind = static_cast<AstKind>(below(4));
    if (node.kind == AstKind::word) {
      node.text = words[below(10)];
    } else if (node.kind == AstKind::phrase) {
      node.text = words[below(11)];
      node.text += " trans";
      node.starred = below(3) == 0;
    } else {
      node.text = words[below(5)];
    }
    return node;
  }
  Ast field(int depth) {
    static const char* const names[] = {"council", "title", "since", "municipal-year", "who"};
    Ast node = wrap(AstKind::field, {without_fields(any(depth))});
    node.text = names[below(5)];
    return node;
  }
  Ast without_fields(Ast node) {
    if (node.kind == AstKind::field) return without_fields(std::move(node.children.front()));
    for (Ast& child : node.children) child = without_fields(std::move(child));
    return node;
  }

  std::mt19937 random_;
};

TEST(PrintedQuery, ParsesToTheSameTree) {
  RandomTrees trees(20240108);
  std::size_t nested = 0;
  for (int i = 0; i < 5'000; ++i) {
    const Ast ast = trees.any(4);
    const std::string printed = print_query(ast);
    if (printed.size() > max_query_bytes || std::count(printed.begin(), printed.end(), ' ') > 400) continue;
    ASSERT_TRUE(same_query(parse(printed).root, ast)) << printed;
    nested += ast.children.empty() ? 0U : 1U;
  }
  EXPECT_GT(nested, 2'000U);
}

TEST(RandomBytes, AreParsedOrRefusedButNeverAnythingElse) {
  std::mt19937 random(7);
  static const char* const pieces[] = {
      "a", "OR", "AND", "NOT",    "NEAR/3", "PARA", "(",    ")",    "\"",   "“",  "-",     "=",   "*",
      ":", " ",  " ",   "title:", "since:", "x:",   "2020", "word", "\xC3", "\n", "PAPER", "abc*"};
  std::size_t accepted = 0;
  for (int i = 0; i < 20'000; ++i) {
    std::string query;
    for (auto n = random() % 12U; n > 0; --n) query += pieces[random() % std::size(pieces)];
    try {
      const Ast ast = parse(query).root;
      ASSERT_TRUE(same_query(parse(print_query(ast)).root, ast)) << query;
      ++accepted;
    } catch (const schema::Error& error) {
      ASSERT_NE(std::string(error.what()), "") << query;
    }
  }
  EXPECT_GT(accepted, 1'000U);
}

}  // namespace
}  // namespace minutebook::query
